import { isFresh, type Organisation, type OrganisationNumber } from "#shared/domain/organisation.ts";
import type { Instant } from "#shared/domain/time.ts";
import type { Fields } from "#shared/form/fields.ts";
import { askedNumbers, filledIn } from "#shared/form/register-fields.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import { log } from "#shared/http/log.ts";
import { keepOrganisation, readOrganisation } from "#shared/records/organisations.ts";
import type { Table } from "#shared/records/table.ts";
import type { Register } from "#shared/register/register.ts";

export interface LookingUp {
  readonly table: Table;
  readonly register: Register;
}

/** What the register says of a number, at most a day old. When it does not answer, what it last said, if anything. */
export const lookUp = async (
  { table, register }: LookingUp,
  number: OrganisationNumber,
  at: Instant,
): Promise<Organisation> => {
  const known = await readOrganisation(table, number);
  if (known && isFresh(known, at)) return known;
  const asked = { number, answer: await register.ask(number), checkedAt: at };
  await keepOrganisation(table, asked);
  if (asked.answer.state === "unreachable") log("register.unanswered", {});
  return asked.answer.state === "unreachable" ? (known ?? asked) : asked;
};

/** The answers with what the register found for the number at a path. Nothing is filled in where no number stands. */
export const lookedUp = async (
  looking: LookingUp,
  fields: Fields,
  answers: AnyRecord,
  { path, at }: { readonly path: string; readonly at: Instant },
): Promise<AnyRecord> => {
  const asked = askedNumbers(fields, answers).find((one) => one.path === path);
  if (!asked) return answers;
  const { answer } = await lookUp(looking, asked.number, at);
  return filledIn(answers, asked, answer);
};

/** Asks about the numbers of a section's own questions, so that nothing is sent that nobody ever checked. Those of rows wait for a press. */
export const checkOwnNumbers = async (
  looking: LookingUp,
  fields: Fields,
  answers: AnyRecord,
  at: Instant,
): Promise<void> => {
  const own = askedNumbers(fields, answers).filter(({ path }) => !path.includes("."));
  await Promise.all(own.map(({ number }) => lookUp(looking, number, at)));
};
