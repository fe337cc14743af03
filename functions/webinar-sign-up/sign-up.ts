import { randomBytes } from "node:crypto";
import { type CallDefinition, findCall } from "#shared/calls/index.ts";
import { signUpOpeningOf } from "#shared/domain/call.ts";
import { sha256 } from "#shared/domain/digest.ts";
import { type Message, owe } from "#shared/domain/message.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import { decideSignUp, type Registration, registrationIdOf, SignUp } from "#shared/domain/registration.ts";
import { nothingTypedIn, onlySectionOf, readSingleSection } from "#shared/form/single-section.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import type { Asked } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { findRegistration, keepRegistration } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { webinarClosedPage } from "#web/pages/webinar-closed-page.tsx";
import { webinarPage } from "#web/pages/webinar-page.tsx";
import { webinarReceivedPage } from "#web/pages/webinar-received-page.tsx";

const draw =
  (asked: Asked, { call, webinar }: CallDefinition, answers: AnyRecord, problems: readonly Problem[] = []) =>
  () =>
    webinarPage(asked, { call, form: webinar, answers, problems });

export const showSignUp = async (asked: Asked): Promise<Answer> => {
  const definition = findCall(asked.params["call"] ?? "");
  if (!definition) return { reason: "not-found" };
  const { call } = definition;
  const json = () => ({
    call: call.id,
    state: signUpOpeningOf(call, asked.at).state,
    questions: onlySectionOf(definition.webinar)[1].fields,
  });
  if ("received" in asked.query) return { page: () => webinarReceivedPage(asked, { call }), json };
  if (signUpOpeningOf(call, asked.at).state !== "open")
    return { page: () => webinarClosedPage(asked, { call }), json };
  return {
    page: draw(asked, definition, { ...nothingTypedIn(definition.webinar), language: asked.language }),
    json,
  };
};

const confirmation = (registration: Registration, key: string, asked: Asked): Message =>
  owe(
    {
      id: `registration.${registration.id}.${registration.sequence}`,
      to: registration.email,
      language: registration.language,
      content: {
        kind: "registration",
        callId: registration.callId,
        registrationId: registration.id,
        name: registration.name,
        email: registration.email,
        sequence: registration.sequence,
        key,
      },
    },
    asked.at,
  );

type Kept = "kept" | "changed" | Extract<Answer, { reason: string }>;

const attempt = async (
  asked: Asked,
  table: Table,
  { call }: CallDefinition,
  signUp: SignUp,
): Promise<Kept> => {
  const id = registrationIdOf(call.webinar.id, signUp.email);
  const earlier = await findRegistration(table, call.webinar.id, id);
  const decided = decideSignUp(call, earlier, asked.at);
  if (!decided.ok) return decided.refusal;
  if (decided.value.does === "nothing") return "kept";
  const key = randomBytes(32).toString("base64url");
  const registration: Registration = {
    ...signUp,
    id,
    callId: call.id,
    webinarId: call.webinar.id,
    state: "registered",
    keyHash: sha256(key),
    sequence: decided.value.sequence,
    registeredAt: asked.at,
  };
  return keepRegistration(table, { registration, earlier, message: confirmation(registration, key, asked) });
};

/** The same answer to a first and to a second sign-up, so that nobody learns who is registered. */
const received = (asked: Asked, { call }: CallDefinition): Answer =>
  asked.wantsJson
    ? { status: 202, page: () => "", json: () => ({ state: "received" }) }
    : { to: `/${asked.language}/calls/${call.id}/webinar?received` };

/** An organisation left empty is an empty one. */
const signUpFrom = (answers: AnyRecord): SignUp =>
  SignUp.parse({ ...answers, organisation: answers["organisation"] ?? "" });

export const signUp = async (asked: Asked, table: Table): Promise<Answer> => {
  const definition = findCall(asked.params["call"] ?? "");
  if (!definition) return { reason: "not-found" };
  const opening = decideSignUp(definition.call, undefined, asked.at);
  const { typed, problems, answers } = readSingleSection(definition.webinar, asked.body);
  if (!opening.ok)
    return { refusal: opening.refusal, page: () => webinarClosedPage(asked, { call: definition.call }) };
  if (!answers)
    return {
      refusal: { reason: "problems-in-answers", problems },
      page: draw(asked, definition, typed, problems),
    };
  const wanted = signUpFrom(answers);
  return untilSettled(async () => {
    const outcome = await attempt(asked, table, definition, wanted);
    return outcome === "kept" ? received(asked, definition) : outcome;
  });
};
