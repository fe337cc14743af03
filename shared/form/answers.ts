// The codec between a draft and what it means. Made anew for each draft, because what is asked depends on what is answered.
import * as z from "zod";
import { EmailAddress } from "#shared/domain/person.ts";
import { askedOf, type Look, lookIn } from "./conditions.ts";
import { charactersIn, draftSchema, rowId, storedFile, tidy } from "./draft.ts";
import type {
  CheckboxesField,
  DateField,
  Field,
  Fields,
  FileField,
  Form,
  GroupField,
  TableField,
} from "./fields.ts";
import type { AnyRecord } from "./types.ts";
import {
  readDate,
  readDecimal,
  readInteger,
  readOrgNumber,
  readPhone,
  readUrl,
  showOrgNumber,
} from "./values.ts";

/** What an issue of ours carries: a key that errors.ts has words for, and what the words need. */
const problem = (key: string, more: object = {}) => ({ code: "custom" as const, params: { key, ...more } });

interface Way<T> {
  /** Judges what could be read. */
  readonly value: z.ZodType<T>;
  readonly read: (typed: string) => T | undefined;
  readonly write?: (value: T) => string;
}

const answer = <T extends string | number>(
  field: Pick<Field, "kind" | "optional">,
  { value, read, write = String }: Way<T>,
): z.ZodType =>
  z.codec(z.string(), z.optional(value), {
    decode: (raw, context) => {
      const text = tidy(raw).trim();
      const result = text === "" ? undefined : read(text);
      if (text === "" && !field.optional) context.issues.push({ ...problem("required"), input: raw });
      if (text !== "" && result === undefined)
        context.issues.push({ ...problem(`unreadable.${field.kind}`), input: raw });
      return result as z.core.input<typeof value> | undefined;
    },
    encode: (result) => (result === undefined ? "" : write(result as T)),
  });

const asIs = (text: string): string => text;

const textOf = (max: number): Way<string> => ({
  value: z.string().refine((text) => charactersIn(text) <= max, problem("tooLong", { max })),
  read: asIs,
});

const choiceOf = (options: object): Way<string> => ({ value: z.enum(Object.keys(options)), read: asIs });

const numberIn = (kind: z.ZodNumber, { min, max }: { readonly min?: number; readonly max?: number }) => {
  const least = min === undefined ? kind : kind.min(min);
  return max === undefined ? least : least.max(max);
};

const dayIn = ({ from = "0000", to = "9999" }: DateField): Way<string> => ({
  value: z
    .string()
    .refine((day) => day >= from, problem("tooEarly", { from }))
    .refine((day) => day <= to, problem("tooLate", { to })),
  read: readDate,
});

const listOf = (item: z.ZodType, field: CheckboxesField | FileField, max: number) =>
  z
    .array(item)
    .min(field.optional ? 0 : (field.min ?? 1))
    .max(max);

const rowsOf = (field: GroupField, given: readonly AnyRecord[], look: Look): z.ZodType => {
  const rows = given.map((row) =>
    z.object({
      id: rowId,
      ...answerFields(field.fields, row, (when) => (when.startsWith(".") ? row[when.slice(1)] : look(when))),
    }),
  );
  return z
    .tuple(rows as unknown as [z.ZodType])
    .refine((all: readonly unknown[]) => all.length >= field.min, problem("tooFew", { min: field.min }))
    .refine((all: readonly unknown[]) => all.length <= field.max, problem("tooMany", { max: field.max }));
};

const cell = z.codec(z.string(), z.int().min(0).max(100_000_000_000), {
  decode: (raw, context) => {
    const value = raw.trim() === "" ? 0 : readInteger(raw);
    if (value === undefined) context.issues.push({ ...problem("unreadable.money"), input: raw });
    return value ?? 0;
  },
  encode: String,
});

const tableOf = (field: TableField): z.ZodType => {
  const each = (keys: object, make: () => z.ZodType) =>
    z.object(Object.fromEntries(Object.keys(keys).map((key) => [key, make()])));
  const table = each(field.rows, () => each(field.columns, () => cell));
  const hasAmount = (rows: AnyRecord) => Object.values(rows).some((row) => Object.values(row).some(Boolean));
  return field.optional ? table : table.refine(hasAmount, problem("required"));
};

const answerField = (field: Field, given: unknown, look: Look): z.ZodType => {
  switch (field.kind) {
    case "text":
    case "longText":
      return answer(field, textOf(field.max));
    case "radio":
    case "select":
      return answer(field, choiceOf(field.options));
    case "email":
      return answer(field, { value: z.string(), read: (typed) => EmailAddress.safeParse(typed).data });
    case "phone":
      return answer(field, { value: z.string(), read: readPhone });
    case "url":
      return answer(field, { value: z.string(), read: readUrl });
    case "orgNumber":
      return answer(field, { value: z.string(), read: readOrgNumber, write: showOrgNumber });
    case "integer":
    case "money":
      return answer(field, { value: numberIn(z.int(), field), read: readInteger });
    case "decimal":
      return answer(field, { value: numberIn(z.number(), field), read: readDecimal });
    case "date":
      return answer(field, dayIn(field));
    case "checkboxes":
      return listOf(z.enum(Object.keys(field.options)), field, field.max ?? 99);
    case "files":
      return listOf(storedFile, field, field.max);
    case "group":
      return rowsOf(field, Array.isArray(given) ? given : [], look);
    case "table":
      return tableOf(field);
  }
};

const answerFields = (fields: Fields, given: AnyRecord, look: Look): Record<string, z.ZodType> =>
  Object.fromEntries(
    askedOf(fields, look).map(([key, field]) => [key, answerField(field, given[key], look)]),
  );

const answersSchema = (form: Form, given: AnyRecord) =>
  z.object(
    Object.fromEntries(
      Object.entries(form.sections).map(([key, section]) => [
        key,
        z.object(answerFields(section.fields, given[key] ?? {}, lookIn(given))),
      ]),
    ),
  );

const brokenRules = (form: Form, answers: AnyRecord): z.core.$ZodIssue[] =>
  (form.rules ?? [])
    .filter((rule) => !rule.holds(answers))
    .map((rule) => ({
      ...problem("rule", { message: rule.message }),
      path: rule.at.split("."),
      message: "",
      input: answers,
    }));

export type Decoded =
  | { readonly ok: true; readonly answers: AnyRecord }
  | { readonly ok: false; readonly issues: readonly z.core.$ZodIssue[] };

/** What a whole draft means, or every reason why it does not mean anything yet. Answers to questions not asked are left out. */
export const decodeDraft = (form: Form, draft: AnyRecord): Decoded => {
  const complete = draftSchema(form).safeParse(draft);
  if (!complete.success) return { ok: false, issues: complete.error.issues };
  const read = z.safeDecode(answersSchema(form, complete.data), complete.data as never);
  if (!read.success) return { ok: false, issues: read.error.issues };
  const broken = brokenRules(form, read.data);
  return broken.length > 0 ? { ok: false, issues: broken } : { ok: true, answers: read.data };
};

/** Stored answers have no trace of what was left empty; the codec wants to see that it is. */
const withGaps = (fields: Fields, given: AnyRecord, look: Look): AnyRecord =>
  Object.fromEntries([
    ...Object.entries(given),
    ...askedOf(fields, look).map(([key, field]) => [
      key,
      field.kind === "group"
        ? (given[key] ?? []).map((row: AnyRecord) =>
            withGaps(field.fields, row, (when) => (when.startsWith(".") ? row[when.slice(1)] : look(when))),
          )
        : given[key],
    ]),
  ]);

/** Answers as a draft again, ready to be read or changed. */
export const encode = (form: Form, answers: AnyRecord): AnyRecord => {
  const whole = Object.fromEntries(
    Object.entries(form.sections).map(([key, { fields }]) => [
      key,
      withGaps(fields, answers[key] ?? {}, lookIn(answers)),
    ]),
  );
  return draftSchema(form).parse(z.encode(answersSchema(form, whole), whole as never));
};
