import type { Problem, Refusal } from "#shared/domain/refusal.ts";
import { decideSignUp, registrationIdOf, registrationOf, SignUp } from "#shared/domain/registration.ts";
import { placeNotice } from "#shared/domain/registration-notices.ts";
import { t } from "#shared/domain/text.ts";
import { nothingTypedIn, onlySectionOf, readSingleSection } from "#shared/form/single-section.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import { noticeOf } from "#shared/http/refusal-words.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { type CallInForce, findCallInForce } from "#shared/records/calls.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import { givePlace, newKey } from "#shared/records/places.ts";
import { findRegistration } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { staffNewRegistrationPage } from "#web/staff/staff-new-registration-page.tsx";

const draw =
  (
    asked: SignedIn,
    { call, webinar: form }: CallInForce,
    answers: AnyRecord,
    problems: readonly Problem[] = [],
    refusal?: Refusal,
  ) =>
  () => {
    const notice = noticeOf(refusal, asked.language);
    return staffNewRegistrationPage(asked, { call, filled: { form, answers, problems }, notice });
  };

export const showNew = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return { reason: "not-found" };
  const { webinar: form } = definition;
  const opening = decideSignUp(definition.call, undefined, asked.at);
  return {
    page: draw(
      asked,
      definition,
      { ...nothingTypedIn(form), language: asked.language },
      [],
      opening.ok ? undefined : opening.refusal,
    ),
    json: () => ({ questions: onlySectionOf(form)[1].fields }),
  };
};

const isThere: Problem = {
  pointer: "/email",
  code: "already-registered",
  label: t("E-post", "E-post", "E-mail"),
  message: t(
    "Adressen er allerede påmeldt eller står på venteliste",
    "Adressa er allereie påmeld eller står på venteliste",
    "The address has signed up already or is on the waiting list",
  ),
};

const attempt = async (asked: SignedIn, table: Table): Promise<Answer | "changed"> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return { reason: "not-found" };
  const { call } = definition;
  const { typed, problems, answers } = readSingleSection(definition.webinar, asked.body);
  const refuseAt = (those: readonly Problem[]): Answer => ({
    refusal: { reason: "problems-in-answers", problems: those },
    page: draw(asked, definition, typed, those),
  });
  if (!answers) return refuseAt(problems);
  const { needs = "", ...details } = answers;
  const wanted = SignUp.parse({ ...details, organisation: details["organisation"] ?? "" });
  const id = registrationIdOf(call.webinar.id, wanted.email);
  const earlier = await findRegistration(table, call.webinar.id, id);
  const decided = decideSignUp(call, earlier, asked.at);
  if (!decided.ok)
    return { refusal: decided.refusal, page: draw(asked, definition, typed, [], decided.refusal) };
  if (decided.value.does === "nothing") return refuseAt([isThere]);
  const { key, keyHash } = newKey();
  const { at } = asked;
  const { webinar } = call;
  const registration = {
    ...registrationOf(call, wanted, decided.value, { keyHash, at }),
    addedByStaff: true as const,
  };
  const kept = await givePlace(table, {
    ...{ webinar, registration, earlier, needs: String(needs) },
    tell: (one) => placeNotice({ registration: one, webinar, key, at }),
  });
  if (kept === "changed") return "changed";
  await recordEvent(table, call.id, eventBy(asked, "registration-added", id));
  return {
    to: `/staff/registrations/${webinar.id}/${id}?lang=${asked.language}`,
    json: { status: 201, body: { id } },
  };
};

/** Signs somebody up by the rules that hold for everybody, with the same mail. */
export const addRegistration = (asked: SignedIn, table: Table): Promise<Answer> =>
  untilSettled(() => attempt(asked, table));
