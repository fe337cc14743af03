import { type Text, t } from "#shared/domain/text.ts";
import type { Field, Fields } from "./fields.ts";
import type { Form } from "./form.ts";

const join = (parts: readonly Text[]): Text =>
  t(
    parts.map(({ nb }) => nb).join(", "),
    parts.map(({ nn }) => nn).join(", "),
    parts.map(({ en }) => en).join(", "),
  );

const withoutMark = ({ nb, nn, en }: Text): Text => {
  const bare = (text: string) => text.replace(/[?:]$/, "");
  return t(bare(nb), bare(nn), bare(en));
};

/** «Medlem 1» for the first row of a group, whose place is 0. */
export const numbered = ({ nb, nn, en }: Text, place: number): Text => {
  const number = place + 1;
  return t(`${nb} ${number}`, `${nn} ${number}`, `${en} ${number}`);
};

const within = (field: Field, keys: readonly string[]): readonly Text[] => {
  const [first, ...rest] = keys;
  if (first === undefined) return [withoutMark(field.label)];
  if (field.kind === "table") {
    const column = rest[0] === undefined ? undefined : field.columns[rest[0]];
    const row = field.rows[first];
    return [withoutMark(field.label), ...(row ? [row] : []), ...(column ? [column] : [])];
  }
  if (field.kind === "group") return [numbered(field.item, Number(first)), ...inFields(field.fields, rest)];
  return [withoutMark(field.label)];
};

const inFields = (fields: Fields, keys: readonly string[]): readonly Text[] => {
  const [first = "", ...rest] = keys;
  const field = fields[first];
  return field ? within(field, rest) : [];
};

/** members.list.0.orgNumber → «Medlem 1, Organisasjonsnummer». An unknown path has its own spelling for a label. */
export const labelOf = (form: Form, path: readonly string[]): Text => {
  const [section = "", ...keys] = path;
  const found = inFields(form.sections[section]?.fields ?? {}, keys);
  const spelt = path.join(".");
  return found.length > 0 ? join(found) : (form.sections[section]?.title ?? t(spelt, spelt, spelt));
};

/** The field a path leads to, if it leads to one: a table's cell counts as the table. */
export const fieldAt = (form: Form, path: readonly string[]): Field | undefined => {
  const [section = "", name = "", index, ...rest] = path;
  const field = form.sections[section]?.fields[name];
  return field?.kind === "group" && index !== undefined ? field.fields[rest[0] ?? ""] : field;
};
