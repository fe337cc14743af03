// What two submissions answer differently: data, to be shown by changed-parts.ts.
import { canonicalJson } from "#shared/domain/digest.ts";
import type { SentFile } from "#shared/domain/stored-file.ts";
import type { Field, Fields } from "./fields.ts";
import type { Form } from "./form.ts";
import type { AnyRecord } from "./types.ts";

type Answer = AnyRecord[string];

/** One answer that is another; `undefined` is none. */
export interface ChangedAnswer {
  readonly key: string;
  readonly before: Answer;
  readonly after: Answer;
}

/** A row of a group: added when there was none before, removed when there is none after. */
export interface ChangedRow {
  readonly id: string;
  readonly before: AnyRecord | undefined;
  readonly after: AnyRecord | undefined;
  /** What is other in a row that is in both. */
  readonly answers: readonly ChangedAnswer[];
}

/** A group with other rows, or the same in another order. */
export interface ChangedRows {
  readonly key: string;
  readonly order: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly rows: readonly ChangedRow[];
}

export interface ChangedSection {
  readonly key: string;
  readonly answers: readonly ChangedAnswer[];
  readonly groups: readonly ChangedRows[];
}

/** A file is what it is called and what is in it, whenever it was attached. */
const told = (field: Field, answer: Answer): string =>
  canonicalJson(
    field.kind === "files" ? (answer ?? []).map(({ name, sha256 }: SentFile) => ({ name, sha256 })) : answer,
  );

const changedAnswers = (fields: Fields, before: AnyRecord, after: AnyRecord): ChangedAnswer[] =>
  Object.entries(fields).flatMap(([key, field]) =>
    field.kind === "group" || told(field, before[key]) === told(field, after[key])
      ? []
      : [{ key, before: before[key], after: after[key] }],
  );

const idsOf = (rows: readonly AnyRecord[]): string[] => rows.map((row) => String(row["id"]));

const changedRows = (
  fields: Fields,
  before: readonly AnyRecord[],
  after: readonly AnyRecord[],
): ChangedRow[] => {
  const all = new Set([...idsOf(after), ...idsOf(before)]);
  return [...all].flatMap((id) => {
    const [was, is] = [before, after].map((rows) => rows.find((row) => row["id"] === id));
    const answers = was && is ? changedAnswers(fields, was, is) : [];
    return was && is && answers.length === 0 ? [] : [{ id, before: was, after: is, answers }];
  });
};

const changedGroups = (fields: Fields, before: AnyRecord, after: AnyRecord): ChangedRows[] =>
  Object.entries(fields).flatMap(([key, field]) => {
    if (field.kind !== "group") return [];
    const [was, is]: (readonly AnyRecord[])[] = [before[key] ?? [], after[key] ?? []];
    const rows = changedRows(field.fields, was ?? [], is ?? []);
    const order = { before: idsOf(was ?? []), after: idsOf(is ?? []) };
    return rows.length === 0 && canonicalJson(order.before) === canonicalJson(order.after)
      ? []
      : [{ key, order, rows }];
  });

/** The sections that are answered differently, in the order of the form, with every answer and row that is other. */
export const differences = (form: Form, before: AnyRecord, after: AnyRecord): ChangedSection[] =>
  Object.entries(form.sections).flatMap(([key, { fields }]) => {
    const [was, is] = [before[key] ?? {}, after[key] ?? {}];
    const [answers, groups] = [changedAnswers(fields, was, is), changedGroups(fields, was, is)];
    return answers.length + groups.length > 0 ? [{ key, answers, groups }] : [];
  });
