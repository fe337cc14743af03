import { EmailAddress } from "#shared/domain/person.ts";
import type { Problem, Refusal } from "#shared/domain/refusal.ts";
import { registrationIdOf, withKey } from "#shared/domain/registration.ts";
import { linkNotice } from "#shared/domain/registration-notices.ts";
import { askingOnly, nothingTypedIn, readSingleSection } from "#shared/form/single-section.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import { noticeOf } from "#shared/http/refusal-words.ts";
import type { Asked } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { type CallInForce, findCallInForce } from "#shared/records/calls.ts";
import { newKey } from "#shared/records/places.ts";
import { findRegistration, keepRegistration } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { webinarLinkPage, webinarLinkSentPage } from "#web/pages/webinar-link-page.tsx";
import { tooMany } from "./limits.ts";

const formOf = ({ webinar }: CallInForce) => askingOnly(webinar, (name) => name === "email");

interface Drawn {
  readonly answers: AnyRecord;
  readonly problems?: readonly Problem[];
  readonly refusal?: Refusal;
}

const draw =
  (asked: Asked, definition: CallInForce, { answers, problems = [], refusal }: Drawn) =>
  () => {
    const notice = noticeOf(refusal, asked.language);
    return webinarLinkPage(asked, {
      call: definition.call,
      form: formOf(definition),
      answers,
      problems,
      notice,
    });
  };

export const showLinkForm = async (asked: Asked, table: Table): Promise<Answer> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return { reason: "not-found" };
  const { call } = definition;
  const json = () => ({ call: call.id });
  if ("sent" in asked.query) return { page: () => webinarLinkSentPage(asked, { call }), json };
  return { page: draw(asked, definition, { answers: nothingTypedIn(formOf(definition)) }), json };
};

/** Nobody is mailed who has not signed up: the address may be a stranger's. */
const sendLink = async (
  asked: Asked,
  table: Table,
  { call: { webinar } }: CallInForce,
  email: EmailAddress,
): Promise<"done" | "changed"> => {
  const earlier = await findRegistration(table, webinar.id, registrationIdOf(webinar.id, email));
  if (!earlier) return "done";
  const { key, keyHash } = newKey();
  const registration = { ...withKey(earlier, keyHash), revision: earlier.revision + 1 };
  const message = linkNotice({ registration, webinar, key, at: asked.at }, "asked");
  const outcome = await keepRegistration(table, { registration, earlier, message });
  return outcome === "kept" ? "done" : outcome;
};

/** The same answer whether or not the address has signed up. */
const sent = (asked: Asked, { call }: CallInForce): Answer =>
  asked.wantsJson
    ? { status: 202, page: () => "", json: () => ({ state: "received" }) }
    : { to: `/${asked.language}/calls/${call.id}/webinar/link?sent` };

export const askForLink = async (asked: Asked, table: Table): Promise<Answer> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return { reason: "not-found" };
  const { typed, problems, answers } = readSingleSection(formOf(definition), asked.body);
  if (!answers)
    return {
      refusal: { reason: "problems-in-answers", problems },
      page: draw(asked, definition, { answers: typed, problems }),
    };
  const email = EmailAddress.parse(answers["email"]);
  const refusal = await tooMany(asked, table, email);
  if (refusal) return { refusal, page: draw(asked, definition, { answers: typed, refusal }) };
  return untilSettled(async () => {
    const outcome = await sendLink(asked, table, definition, email);
    return outcome === "done" ? sent(asked, definition) : outcome;
  });
};
