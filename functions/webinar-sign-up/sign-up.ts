import { signUpOpeningOf } from "#shared/domain/call.ts";
import type { Problem, Refusal } from "#shared/domain/refusal.ts";
import {
  decideSignUp,
  registrationIdOf,
  registrationOf,
  SignUp,
  withKey,
} from "#shared/domain/registration.ts";
import { linkNotice, placeNotice } from "#shared/domain/registration-notices.ts";
import type { Instant } from "#shared/domain/time.ts";
import { hasRoom } from "#shared/domain/webinar.ts";
import { nothingTypedIn, onlySectionOf, readSingleSection } from "#shared/form/single-section.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import { noticeOf } from "#shared/http/refusal-words.ts";
import type { Asked } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { type CallInForce, findCallInForce } from "#shared/records/calls.ts";
import { givePlace, newKey } from "#shared/records/places.ts";
import { findRegistration, keepRegistration } from "#shared/records/registrations.ts";
import { readSeats } from "#shared/records/seats.ts";
import type { Table } from "#shared/records/table.ts";
import { webinarClosedPage } from "#web/pages/webinar-closed-page.tsx";
import { webinarPage } from "#web/pages/webinar-page.tsx";
import { webinarReceivedPage } from "#web/pages/webinar-received-page.tsx";
import { tooMany } from "./limits.ts";
import { readSent, type Sent } from "./sent-by-person.ts";

interface Drawn {
  readonly answers: AnyRecord;
  readonly opened: Instant;
  readonly problems?: readonly Problem[];
  readonly refusal?: Refusal;
  readonly isFull?: boolean;
}

const draw =
  (asked: Asked, { call, webinar: form }: CallInForce, drawn: Drawn) =>
  () => {
    const { answers, opened, problems = [], refusal, isFull = false } = drawn;
    const notice = noticeOf(refusal, asked.language);
    return webinarPage(asked, { call, form, answers, problems, opened, notice, isFull });
  };

export const showSignUp = async (asked: Asked, table: Table): Promise<Answer> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return { reason: "not-found" };
  const { call, webinar } = definition;
  const { state } = signUpOpeningOf(call, asked.at);
  const seats = await readSeats(table, call.webinar);
  const isFull = seats !== undefined && !hasRoom(seats);
  const json = () => ({
    call: call.id,
    state,
    isFull,
    questions: onlySectionOf(webinar)[1].fields,
  });
  if ("received" in asked.query) return { page: () => webinarReceivedPage(asked, { call }), json };
  if (state !== "open") return { page: () => webinarClosedPage(asked, { call }), json };
  const answers = { ...nothingTypedIn(webinar), language: asked.language };
  return { page: draw(asked, definition, { answers, opened: asked.at, isFull }), json };
};

type Kept = "kept" | "changed" | Refusal;

const attempt = async (
  asked: Asked,
  table: Table,
  { call }: CallInForce,
  { wanted, needs }: { readonly wanted: SignUp; readonly needs: string },
): Promise<Kept> => {
  const { webinar } = call;
  const id = registrationIdOf(webinar.id, wanted.email);
  const earlier = await findRegistration(table, webinar.id, id);
  const decided = decideSignUp(call, earlier, asked.at);
  if (!decided.ok) return decided.refusal;
  const { key, keyHash } = newKey();
  const about = { webinar, key, at: asked.at };
  if (decided.value.does === "register") {
    const registration = registrationOf(call, wanted, decided.value, { keyHash, at: asked.at });
    const tell = (registration: Parameters<typeof placeNotice>[0]["registration"]) =>
      placeNotice({ ...about, registration });
    return givePlace(table, { webinar, registration, earlier, needs, tell });
  }
  if (!earlier) return "changed";
  const registration = { ...withKey(earlier, keyHash), revision: earlier.revision + 1 };
  const message = linkNotice({ ...about, registration }, "signed-up-again");
  return keepRegistration(table, { registration, earlier, message });
};

/** The same answer to a first and to a second sign-up, so that nobody learns who is registered; the mail tells its reader. */
const received = (asked: Asked, { call }: CallInForce): Answer =>
  asked.wantsJson
    ? { status: 202, page: () => "", json: () => ({ state: "received" }) }
    : { to: `/${asked.language}/calls/${call.id}/webinar?received` };

/** What was filled in, if it can be taken as it is. */
const readSignUp = (
  asked: Asked,
  definition: CallInForce,
  { body, byPerson, opened }: Sent,
): { readonly typed: AnyRecord; readonly answers: AnyRecord } | Answer => {
  const { typed, problems, answers } = readSingleSection(definition.webinar, body);
  const again = { answers: typed, opened };
  if (!answers) {
    const refusal: Refusal = { reason: "problems-in-answers", problems };
    return { refusal, page: draw(asked, definition, { ...again, problems }) };
  }
  if (byPerson) return { typed, answers };
  const refusal: Refusal = { reason: "sent-too-fast" };
  return { refusal, page: draw(asked, definition, { ...again, refusal }) };
};

export const signUp = async (asked: Asked, table: Table): Promise<Answer> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return { reason: "not-found" };
  const { call } = definition;
  const opening = decideSignUp(call, undefined, asked.at);
  if (!opening.ok) return { refusal: opening.refusal, page: () => webinarClosedPage(asked, { call }) };
  const sent = readSent(asked);
  const read = readSignUp(asked, definition, sent);
  if (!("typed" in read)) return read;
  const { needs = "", ...answers } = read.answers;
  const wanted = SignUp.parse({ ...answers, organisation: answers["organisation"] ?? "" });
  const refusal = await tooMany(asked, table, wanted.email);
  if (refusal)
    return {
      refusal,
      page: draw(asked, definition, { answers: read.typed, opened: sent.opened, refusal }),
    };
  return untilSettled(async () => {
    const outcome = await attempt(asked, table, definition, { wanted, needs });
    return outcome === "kept" ? received(asked, definition) : outcome;
  });
};
