// What two submissions answer differently, ready to be read: with the form's own words, as the summary shows them.
import type { Submission } from "#shared/domain/application.ts";
import type { SentFile } from "#shared/domain/stored-file.ts";
import type { Language } from "#shared/domain/text.ts";
import { type ChangedAnswer, type ChangedRow, type ChangedRows, differences } from "./differences.ts";
import type { Field, Fields } from "./fields.ts";
import type { Form } from "./form.ts";
import { sentSummary } from "./sent-summary.ts";
import type { Line, Part, Shown } from "./summary.ts";
import { showBytes } from "./values.ts";

export interface ChangedLine {
  readonly label: string;
  readonly before: Line;
  readonly after: Line;
}

export interface ChangedItem {
  readonly title: string;
  readonly became: "added" | "removed" | "changed";
  /** What is other in it, or all there is in what was added or removed. */
  readonly lines: readonly ChangedLine[];
}

export interface ChangedGroup {
  readonly label: string;
  readonly items: readonly ChangedItem[];
  /** The same rows, in another order. */
  readonly reordered: boolean;
}

export interface ChangedPart {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly ChangedLine[];
  readonly groups: readonly ChangedGroup[];
}

type Sent = Pick<Submission, "level" | "answers">;
type Lines = ReadonlyMap<string, Line>;

const linesIn = (parts: readonly Part[]): Lines =>
  new Map(
    parts
      .flatMap(({ lines }) => lines)
      .flatMap((line) => [
        line,
        ...(line.value?.as === "items" ? line.value.items.flatMap(({ lines }) => lines) : []),
      ])
      .map((line) => [line.path, line]),
  );

interface Around {
  readonly before: Lines;
  readonly after: Lines;
  readonly language: Language;
}

/** By what they are called and what is in them: the digest tells two files of one name apart. */
const filesShown = (files: readonly SentFile[] | undefined, language: Language): Shown | undefined =>
  files?.length
    ? {
        as: "list",
        items: files.map(
          ({ name, bytes, sha256 }) => `${name} (${showBytes(bytes, language)}), SHA-256 ${sha256}`,
        ),
      }
    : undefined;

/** A question that one of them is not asked is unanswered there. */
const lineOf = (
  field: Field,
  at: { readonly path: string; readonly answer: unknown },
  lines: Lines,
  language: Language,
): Line => {
  const label = field.label[language];
  if (field.kind === "files")
    return { path: at.path, label, value: filesShown(Array.isArray(at.answer) ? at.answer : [], language) };
  return { path: at.path, label, value: lines.get(at.path)?.value };
};

interface Places {
  readonly before: string;
  readonly after: string;
}

const lineChanged = (
  field: Field,
  { key, before, after }: ChangedAnswer,
  places: Places,
  around: Around,
): ChangedLine => {
  const { language } = around;
  return {
    label: field.label[language],
    before: lineOf(field, { path: `${places.before}.${key}`, answer: before }, around.before, language),
    after: lineOf(field, { path: `${places.after}.${key}`, answer: after }, around.after, language),
  };
};

const linesChanged = (
  fields: Fields,
  answers: readonly ChangedAnswer[],
  places: Places,
  around: Around,
): ChangedLine[] =>
  answers.flatMap((answer) => {
    const field = fields[answer.key];
    return field ? [lineChanged(field, answer, places, around)] : [];
  });

const becomes = ({ before, after }: ChangedRow): ChangedItem["became"] => {
  if (!before) return "added";
  return after ? "changed" : "removed";
};

const groupOf = (
  field: Extract<Field, { kind: "group" }>,
  { key, order, rows }: ChangedRows,
  section: string,
  around: Around,
): ChangedGroup => {
  const placeOf = (ids: readonly string[], id: string) => `${section}.${key}.${ids.indexOf(id)}`;
  const itemOf = (row: ChangedRow): ChangedItem => {
    const { id, before, after } = row;
    const all = Object.keys(field.fields).map((name) => ({
      key: name,
      before: before?.[name],
      after: after?.[name],
    }));
    const shown =
      before && after
        ? row.answers
        : all.filter((one) => one.before !== undefined || one.after !== undefined);
    const number = (after ? order.after : order.before).indexOf(id) + 1;
    return {
      title: `${field.item[around.language]} ${number}`,
      became: becomes(row),
      lines: linesChanged(
        field.fields,
        shown,
        { before: placeOf(order.before, id), after: placeOf(order.after, id) },
        around,
      ),
    };
  };
  const isIn = (ids: readonly string[]) => (id: string) => ids.includes(id);
  const [was, is] = [order.before.filter(isIn(order.after)), order.after.filter(isIn(order.before))];
  return {
    label: field.label[around.language],
    items: rows.map(itemOf),
    reordered: was.join() !== is.join(),
  };
};

/** What is other in `after` than in `before`, section by section. */
export const changedParts = (form: Form, before: Sent, after: Sent, language: Language): ChangedPart[] => {
  const around = {
    ...{ before: linesIn(sentSummary(form, before, language)), language },
    after: linesIn(sentSummary(form, after, language)),
  };
  return differences(form, before.answers, after.answers).flatMap(({ key, answers, groups }) => {
    const section = form.sections[key];
    if (!section) return [];
    return [
      {
        ...{ key, title: section.title[language] },
        lines: linesChanged(section.fields, answers, { before: key, after: key }, around),
        groups: groups.flatMap((group) => {
          const field = section.fields[group.key];
          return field?.kind === "group" ? [groupOf(field, group, key, around)] : [];
        }),
      },
    ];
  });
};
