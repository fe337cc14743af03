import type { Problem } from "#shared/domain/refusal.ts";
import { Details, decideChange } from "#shared/domain/registration.ts";
import { askingOnly, readSingleSection } from "#shared/form/single-section.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import type { Asked } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { readNeeds } from "#shared/records/needs.ts";
import { keepRegistration } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { registrationDetailsPage } from "#web/pages/registration-details-page.tsx";
import { addressOf, findOwn, type Own } from "./own.ts";

/** All but the address, which is what a registration is known by. */
const formOf = ({ definition }: Own) => askingOnly(definition.webinar, (name) => name !== "email");

const draw =
  (asked: Asked, own: Own, answers: AnyRecord, problems: readonly Problem[] = []) =>
  () => {
    const { registration, key, definition } = own;
    return registrationDetailsPage(asked, {
      call: definition.call,
      form: formOf(own),
      registration,
      key,
      answers,
      problems,
    });
  };

/** A registration with details that may still be changed. */
const findChangeable = async (
  asked: Asked,
  table: Table,
): Promise<Own | Extract<Answer, { reason: string }>> => {
  const own = await findOwn(asked, table);
  if (!own || own.registration.state === "cancelled") return { reason: "not-found" };
  const decided = decideChange(own.definition.call, asked.at);
  return decided.ok ? own : decided.refusal;
};

export const showDetails = async (asked: Asked, table: Table): Promise<Answer> => {
  const own = await findChangeable(asked, table);
  if ("reason" in own) return own;
  const details = Details.parse(own.registration);
  const answers = { ...details, needs: await readNeeds(table, own.registration) };
  return { page: draw(asked, own, answers), json: () => answers };
};

export const changeDetails = (asked: Asked, table: Table): Promise<Answer> =>
  untilSettled(async () => {
    const own = await findChangeable(asked, table);
    if ("reason" in own) return own;
    const { key: _, ...body } = asked.body;
    const { typed, problems, answers } = readSingleSection(formOf(own), body);
    if (!answers)
      return {
        refusal: { reason: "problems-in-answers", problems },
        page: draw(asked, own, typed, problems),
      };
    const { needs = "", ...given } = answers;
    const details = Details.parse({ ...given, organisation: given["organisation"] ?? "" });
    const earlier = own.registration;
    const registration = { ...earlier, ...details, revision: earlier.revision + 1 };
    const outcome = await keepRegistration(table, { registration, earlier, needs });
    if (outcome === "changed") return outcome;
    const to = addressOf(asked, own, "", "changed");
    return { to, json: { status: 200, body: { id: earlier.id, ...details } } };
  });
