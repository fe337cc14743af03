// Where a form asks for organisation numbers that the register can tell of, and what its answer fills in.
import { OrganisationNumber, type RegisterAnswer } from "#shared/domain/organisation.ts";
import type { Fields, OrgNumberField } from "./fields.ts";
import type { AnyRecord } from "./types.ts";
import { readOrgNumber } from "./values.ts";

/** The number somebody typed, if it can be one. */
export const numberIn = (typed: unknown): OrganisationNumber | undefined =>
  OrganisationNumber.safeParse(readOrgNumber(String(typed ?? ""))).data;

/** A number that was typed where the register can help. `path` is within the section: `list.2.organisationNumber`. */
export interface AskedNumber {
  readonly path: string;
  readonly field: OrgNumberField;
  readonly number: OrganisationNumber;
}

const rowsOf = (value: unknown): readonly AnyRecord[] => (Array.isArray(value) ? value : []);

/** Every such number in a section's answers as typed. */
export const askedNumbers = (fields: Fields, answers: AnyRecord, path = ""): readonly AskedNumber[] =>
  Object.entries(fields).flatMap(([key, field]) => {
    const at = `${path}${key}`;
    if (field.kind === "group")
      return rowsOf(answers[key]).flatMap((row, i) => askedNumbers(field.fields, row, `${at}.${i}.`));
    if (field.kind !== "orgNumber" || !field.fills) return [];
    const number = numberIn(answers[key]);
    return number ? [{ path: at, field, number }] : [];
  });

const inPlaceOf = (answers: AnyRecord, keys: readonly string[], values: AnyRecord): AnyRecord => {
  const [first, index, ...rest] = keys;
  if (first === undefined || index === undefined) return { ...answers, ...values };
  const rows = rowsOf(answers[first]);
  return {
    ...answers,
    [first]: rows.map((row, i) => (String(i) === index ? inPlaceOf(row, rest, values) : row)),
  };
};

/** The answers with what the register found beside the number. Whatever else it says fills in nothing. */
export const filledIn = (
  answers: AnyRecord,
  { path, field }: AskedNumber,
  answer: RegisterAnswer,
): AnyRecord => {
  if (answer.state !== "found") return answers;
  const { name, form, address } = answer;
  const values = Object.entries(field.fills ?? {}).flatMap(([what, key]) => {
    const value = { name, form, address }[what] ?? "";
    return value === "" ? [] : [[key, value]];
  });
  return inPlaceOf(answers, path.split(".").slice(0, -1), Object.fromEntries(values));
};
