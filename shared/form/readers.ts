// How a question with one answer is read from what was typed: the answer, or what is wrong with it.
import { EmailAddress } from "#shared/domain/person.ts";
import { charactersIn } from "./draft.ts";
import type { DateField, Field, IntegerField, RadioField, SelectField } from "./fields.ts";
import { readDate, readDecimal, readInteger, readOrgNumber, readPhone, readTime, readUrl } from "./values.ts";

/** A zod issue of ours: a key that error-words.ts has words for, and what the words need. */
export type Wrong = { readonly code: "custom"; readonly params: { readonly key: string } };
export const wrong = (key: string, more: object = {}): Wrong => ({
  code: "custom",
  params: { key, ...more },
});

export type OneAnswer = Exclude<Field, { kind: "checkboxes" | "files" | "reference" | "table" | "group" }>;
export type Reader = (typed: string) => string | number | Wrong;

const reader =
  <Value extends string | number>(
    kind: Field["kind"],
    read: (typed: string) => Value | undefined,
    judge: (value: Value) => Wrong | undefined = () => undefined,
  ): Reader =>
  (typed) => {
    const value = read(typed);
    return value === undefined ? wrong(`unreadable.${kind}`) : (judge(value) ?? value);
  };

const asIs = (typed: string): string => typed;
const onOneLine = (typed: string): string => typed.replace(/\s*\n\s*/g, " ");

const fits = (max: number) => (text: string) => {
  const count = charactersIn(text);
  return count > max ? wrong("tooLong", { max, count }) : undefined;
};

const isAmong =
  ({ options }: RadioField | SelectField) =>
  (key: string) =>
    Object.hasOwn(options, key) ? undefined : wrong("invalid");

const isWithin =
  ({ min, max }: Pick<IntegerField, "min" | "max">) =>
  (value: number) => {
    if (min !== undefined && value < min) return wrong("tooLow", { min });
    return max !== undefined && value > max ? wrong("tooHigh", { max }) : undefined;
  };

const isBetween =
  ({ from, to }: DateField) =>
  (day: string) => {
    if (from !== undefined && day < from) return wrong("tooEarly", { from });
    return to !== undefined && day > to ? wrong("tooLate", { to }) : undefined;
  };

const readEmail = (typed: string): string | undefined => EmailAddress.safeParse(typed).data;

export const readerOf = (field: OneAnswer): Reader => {
  const { kind } = field;
  switch (kind) {
    case "text":
      return reader(kind, onOneLine, fits(field.max));
    case "longText":
      return reader(kind, asIs, fits(field.max));
    case "radio":
    case "select":
      return reader(kind, asIs, isAmong(field));
    case "email":
      return reader(kind, readEmail);
    case "phone":
      return reader(kind, readPhone);
    case "url":
      return reader(kind, readUrl);
    case "orgNumber":
      return reader(kind, readOrgNumber);
    case "integer":
    case "money":
      return reader(kind, readInteger, isWithin(field));
    case "decimal":
      return reader(kind, readDecimal, isWithin(field));
    case "date":
      return reader(kind, readDate, isBetween(field));
    case "time":
      return reader(kind, readTime);
  }
};

/** An amount in a table's cell, in whole kroner. */
export const readCell: Reader = reader("money", readInteger, isWithin({ min: 0, max: 100_000_000_000 }));
