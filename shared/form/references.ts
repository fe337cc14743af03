import { same, type Text, t } from "#shared/domain/text.ts";
import type { Look } from "./conditions.ts";
import type { Field, Options, ReferenceField } from "./fields.ts";
import type { Form } from "./form.ts";
import { numbered } from "./labels.ts";
import type { AnyRecord } from "./types.ts";

const rowsAt = (field: ReferenceField, look: Look): readonly AnyRecord[] => {
  const rows = look(field.to);
  return Array.isArray(rows) ? rows : [];
};

/** Ids of the rows that a reference may point to. */
export const idsAt = (field: ReferenceField, look: Look): readonly string[] =>
  rowsAt(field, look).map((row) => String(row["id"]));

/** The group, or the files, that a reference points to. */
export const targetOf = ({ sections }: Form, { to }: ReferenceField): Field | undefined => {
  const [section = "", name = ""] = to.split(".");
  return sections[section]?.fields[name];
};

const nameOf = (row: AnyRecord, field: ReferenceField, target: Field | undefined, place: number): Text => {
  const given = String(row[field.named] ?? "").trim();
  if (target?.kind !== "group") return same(given);
  const number = numbered(target.item, place);
  const naming = target.fields[field.named];
  const options: Options = naming && "options" in naming ? naming.options : {};
  const name = (Object.hasOwn(options, given) ? options[given] : undefined) ?? same(given);
  if (given === "") return number;
  return t(`${number.nb}: ${name.nb}`, `${number.nn}: ${name.nn}`, `${number.en}: ${name.en}`);
};

/** What there is to choose among: the rows of the draft, named and numbered as they stand there. */
export const optionsOf = (field: ReferenceField, form: Form, look: Look): Options => {
  const target = targetOf(form, field);
  return Object.fromEntries(
    rowsAt(field, look).map((row, place) => [String(row["id"]), nameOf(row, field, target, place)]),
  );
};
