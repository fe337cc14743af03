// Answers of an earlier application, for a new one: to another level, or to a later call whose form has changed.
import { type Look, lookIn } from "./conditions.ts";
import { readSectionDraft } from "./draft.ts";
import { eachKey } from "./each-key.ts";
import type { Field, Fields, Options } from "./fields.ts";
import { isFileSection } from "./file-section.ts";
import type { Form, Section } from "./form.ts";
import { idsAt } from "./references.ts";
import type { AnyRecord } from "./types.ts";

type Answer = AnyRecord[string];

const isOption = (options: Options, key: unknown): boolean =>
  typeof key === "string" && Object.hasOwn(options, key);

/** An answer as the new question takes it, or nothing: files stay with the application they were attached to. */
const carriedAnswer = (from: Field, to: Field, given: Answer): Answer => {
  if (from.kind !== to.kind) return undefined;
  switch (to.kind) {
    case "files":
      return undefined;
    case "text":
    case "longText":
      return [...String(given)].slice(0, to.max * 2).join("");
    case "radio":
    case "select":
      return isOption(to.options, given) ? given : "";
    case "checkboxes":
      return given.filter((key: unknown) => isOption(to.options, key));
    case "table":
      return eachKey(to.rows, (row) => eachKey(to.columns, (column) => given?.[row]?.[column] ?? ""));
    case "group":
      return from.kind === "group" ? carriedRows(from.fields, to.fields, given.slice(0, to.max)) : undefined;
    case "reference":
      return Array.isArray(given) === (to.several ?? false) ? given : undefined;
    default:
      return given;
  }
};

const carriedRows = (from: Fields, to: Fields, rows: readonly AnyRecord[]): readonly AnyRecord[] =>
  rows.map((row) => ({ id: row["id"], ...carriedAnswers(from, to, row) }));

const carriedAnswers = (from: Fields, to: Fields, given: AnyRecord): AnyRecord =>
  Object.fromEntries(
    Object.entries(to).flatMap(([key, field]) => {
      const before = from[key];
      const answer =
        before && given[key] !== undefined ? carriedAnswer(before, field, given[key]) : undefined;
      return answer === undefined ? [] : [[key, answer]];
    }),
  );

/** Without what points to rows that did not come along. */
const pointing = (fields: Fields, answers: AnyRecord, look: Look): AnyRecord =>
  Object.fromEntries(
    Object.entries(answers).map(([key, given]) => {
      const field = fields[key];
      if (field?.kind === "group")
        return [key, given.map((row: AnyRecord) => pointing(field.fields, row, look))];
      if (field?.kind !== "reference") return [key, given];
      const there = idsAt(field, look);
      if (Array.isArray(given)) return [key, given.filter((id: string) => there.includes(id))];
      return [key, there.includes(given) ? given : ""];
    }),
  );

const isCarried = (section: Section): boolean => section.carried !== false && !isFileSection(section);

/**
 * A draft for the new form: questions of the same name and kind keep their answers as typed. Options that are gone are dropped, rows keep
 * their ids. Neither files nor what each application must declare anew come along.
 */
export const carry = (from: Form, to: Form, draft: AnyRecord): AnyRecord => {
  const carried = Object.fromEntries(
    Object.entries(to.sections).flatMap(([key, section]) => {
      const before = from.sections[key];
      if (!before || draft[key] === undefined || !isCarried(section)) return [];
      return [[key, carriedAnswers(before.fields, section.fields, draft[key])]];
    }),
  );
  return Object.fromEntries(
    Object.entries(carried).flatMap(([key, answers]) => {
      const section = to.sections[key];
      if (!section) return [];
      const read = readSectionDraft(section, pointing(section.fields, answers, lookIn(carried)));
      return read.ok ? [[key, read.value]] : [];
    }),
  );
};
