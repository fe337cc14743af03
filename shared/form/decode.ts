// From a draft to what it means. Schemas are made anew for each draft, because what is asked depends on what is answered.
import * as z from "zod";
import { SentFile, StoredFile } from "#shared/domain/stored-file.ts";
import { askedOf, type Look, lookIn, lookInRow } from "./conditions.ts";
import { rowId, sectionDraft, tidy } from "./draft.ts";
import { eachKey } from "./each-key.ts";
import type { CheckboxesField, Field, Fields, GroupField, ReferenceField, TableField } from "./fields.ts";
import { isFileSection, tooMuchIn } from "./file-section.ts";
import type { Form, Rule, Section } from "./form.ts";
import { type Reader, readCell, readerOf, type Wrong, wrong } from "./readers.ts";
import { idsAt } from "./references.ts";
import type { AnyRecord } from "./types.ts";

const typed = (read: Reader, whenEmpty: 0 | undefined | Wrong): z.ZodType =>
  z.string().transform((raw, context) => {
    const text = tidy(raw).trim();
    const found = text === "" ? whenEmpty : read(text);
    if (typeof found !== "object") return found;
    context.addIssue(found);
    return z.NEVER;
  });

interface Count {
  readonly optional?: boolean;
  readonly min?: number;
  readonly max: number;
}

/** How many there must be; none at all is its own problem, and none when the question may be skipped. */
const counted = (list: z.ZodType<readonly unknown[]>, { optional, min = 1, max }: Count): z.ZodType =>
  list.superRefine(({ length: count }, context) => {
    if (count === 0 && !optional && min > 0) context.addIssue(wrong("required", { min }));
    if (count > 0 && count < min) context.addIssue(wrong("tooFew", { min, count }));
    if (count > max) context.addIssue(wrong("tooMany", { max, count }));
  });

const chosen = (field: CheckboxesField): z.ZodType => {
  const options = Object.keys(field.options);
  const known = z
    .array(z.string())
    .refine((keys) => keys.every((key) => options.includes(key)), wrong("invalid"));
  return counted(known, { max: options.length, ...field });
};

/** Rows that have been removed since count as nothing chosen. */
const pointed = (field: ReferenceField, look: Look): z.ZodType => {
  const there = new Set(idsAt(field, look));
  if (!field.several)
    return typed(
      (id) => (there.has(id) ? id : wrong("gone")),
      field.optional ? undefined : wrong("required"),
    );
  const ids = z.array(z.string()).overwrite((all) => all.filter((id) => there.has(id)));
  return counted(ids, { ...field, max: there.size });
};

/** Rows that are asked the same share a schema: there may be hundreds. */
const rowsOf = (field: GroupField, given: readonly AnyRecord[], look: Look): z.ZodType => {
  const made = new Map<string, z.ZodType>();
  const rowOf = (row: AnyRecord): z.ZodType => {
    const asked = askedOf(field.fields, lookInRow(row, look));
    const key = asked.map(([name]) => name).join();
    const schema = made.get(key) ?? z.object({ id: rowId, ...answersTo(asked, row, look) });
    made.set(key, schema);
    return schema;
  };
  return counted(z.tuple(given.map(rowOf) as unknown as [z.ZodType]), field);
};

const tableOf = (field: TableField): z.ZodType => {
  const row = z.object(eachKey(field.columns, () => typed(readCell, 0)));
  const table = z.object(eachKey(field.rows, () => row));
  const hasAmount = (rows: AnyRecord) => Object.values(rows).some((row) => Object.values(row).some(Boolean));
  return field.optional ? table : table.refine(hasAmount, wrong("required"));
};

const fileProblems = {
  awaited: "fileAwaited",
  checking: "fileChecking",
  clean: "fileChecking",
  refused: "fileRefused",
} as const;

/** Only a file that was found clean can be sent. */
const fileToSend = StoredFile.transform((file, context) => {
  const sent = file.state === "clean" ? SentFile.safeParse(file).data : undefined;
  if (sent) return sent;
  context.addIssue(wrong(fileProblems[file.state], { name: file.name, why: file.why }));
  return z.NEVER;
});

const answerTo = (field: Field, given: unknown, look: Look): z.ZodType => {
  switch (field.kind) {
    case "checkboxes":
      return chosen(field);
    case "files":
      return counted(z.array(fileToSend), field);
    case "reference":
      return pointed(field, look);
    case "group":
      return rowsOf(field, Array.isArray(given) ? given : [], look);
    case "table":
      return tableOf(field);
    default:
      return typed(readerOf(field), field.optional ? undefined : wrong("required"));
  }
};

const answersTo = (asked: readonly (readonly [string, Field])[], given: AnyRecord, look: Look) =>
  Object.fromEntries(asked.map(([key, field]) => [key, answerTo(field, given[key], look)]));

type Issue = z.core.$ZodIssue;
type Read =
  | { readonly ok: true; readonly answers: AnyRecord }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** zod compiles objects it expects to see again; these are used once. */
const once = { jitless: true };

const readSection = (fields: Fields, draft: AnyRecord, look: Look): Read => {
  const read = z.object(answersTo(askedOf(fields, look), draft, look)).safeParse(draft, once);
  return read.success ? { ok: true, answers: read.data } : { ok: false, issues: read.error.issues };
};

const issueAt = ({ message }: Rule, path: readonly string[], answers: AnyRecord): Issue => ({
  ...wrong("rule", { message }),
  path: [...path],
  message: "",
  input: answers,
});

const tooMuch = (key: string, section: Section | undefined, answers: AnyRecord): readonly Issue[] => {
  const wrongWith = section && isFileSection(section) && tooMuchIn(section, answers);
  return wrongWith ? [{ ...wrongWith, path: [key], message: "", input: answers }] : [];
};

/** What a rule finds wrong: once for the form, or at each row that breaks it. */
const broken = (rule: Rule, answers: AnyRecord): readonly Issue[] => {
  const [section = "", name = "", field = ""] = rule.at.split(".");
  if ("holds" in rule) return rule.holds(answers) ? [] : [issueAt(rule, [section, name], answers)];
  const rows: readonly AnyRecord[] = answers[section]?.[name] ?? [];
  return rows.flatMap((row, i) =>
    rule.holdsFor(row, answers) ? [] : [issueAt(rule, [section, name, String(i), field], answers)],
  );
};

export interface Decoded {
  readonly answers: AnyRecord;
  /** Why it does not mean anything yet; none when it can be sent. */
  readonly issues: readonly Issue[];
  /** What is told and stops nobody. */
  readonly warnings: readonly Issue[];
}

/** What a whole draft means, as far as it can be read, section by section. Answers to questions not asked are left out. */
export const decodeDraft = (form: Form, draft: AnyRecord): Decoded => {
  const look = lookIn(draft);
  const sections = Object.entries(form.sections).map(([key, section]) => {
    const kept = sectionDraft(section).safeParse(draft[key] ?? {}, once);
    const read: Read = kept.success
      ? readSection(section.fields, kept.data, look)
      : { ok: false, issues: kept.error.issues };
    return { key, read };
  });
  const answers = Object.fromEntries(
    sections.flatMap(({ key, read }) => (read.ok ? [[key, read.answers]] : [])),
  );
  const found = sections.map(({ key, read }) => {
    const rules = (form.rules ?? []).filter(({ at }) => read.ok && at.startsWith(`${key}.`));
    const told = (warns: boolean) =>
      rules.filter((rule) => (rule.warns ?? false) === warns).flatMap((rule) => broken(rule, answers));
    const own = read.ok
      ? tooMuch(key, form.sections[key], read.answers)
      : read.issues.map((issue) => ({ ...issue, path: [key, ...issue.path] }));
    return { issues: [...own, ...told(false)], warnings: told(true) };
  });
  return {
    answers,
    issues: found.flatMap(({ issues }) => issues),
    warnings: found.flatMap(({ warnings }) => warnings),
  };
};
