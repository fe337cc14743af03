// Exports: one sheet for the form, one more for each repeated group. Keys are the fields' own paths and stay the same between versions.
import type { SentFile } from "#shared/domain/stored-file.ts";
import type { Language } from "#shared/domain/text.ts";
import { lookIn } from "./conditions.ts";
import type { Field, Fields, ReferenceField } from "./fields.ts";
import type { Form } from "./form.ts";
import { optionsOf } from "./references.ts";
import type { AnyRecord } from "./types.ts";

export type Cell = string | number | undefined;
export interface Column {
  readonly key: string;
  readonly heading: string;
  readonly type: "text" | "number" | "date";
  /** From a row of the sheet, and the application's answers that it is from. */
  readonly cell: (row: AnyRecord, answers: AnyRecord) => Cell;
}
export interface Sheet {
  /** The form's id, or the path of the group. */
  readonly key: string;
  readonly name: string;
  readonly columns: readonly Column[];
  /** Rows of one application: one, or one for each row of the group. */
  readonly rows: (answers: AnyRecord) => readonly AnyRecord[];
}

const at = (record: AnyRecord, path: string): AnyRecord[string] =>
  path.split(".").reduce<AnyRecord | undefined>((value, key) => value?.[key], record);

const asIs = (value: Cell): Cell => value;

interface Place {
  readonly form: Form;
  readonly language: Language;
}

type Show = (value: AnyRecord[string], answers: AnyRecord) => Cell;

const referred =
  (field: ReferenceField, { form, language }: Place): Show =>
  (ids, answers) => {
    const options = optionsOf(field, form, lookIn(answers));
    return [ids]
      .flat()
      .map((id: string) => options[id]?.[language] ?? "")
      .join("; ");
  };

const columnsOf = (field: Field, path: string, place: Place): Column[] => {
  const { language } = place;
  const heading = field.label[language];
  const one = (type: Column["type"], show: Show = asIs): Column[] => [
    {
      key: path,
      heading,
      type,
      cell: (row, answers) => {
        const value = at(row, path);
        return value === undefined ? undefined : show(value, answers);
      },
    },
  ];
  switch (field.kind) {
    case "integer":
    case "decimal":
    case "money":
      return one("number");
    case "date":
      return one("date");
    case "radio":
    case "select":
      return one("text", (key) => field.options[key]?.[language] ?? key);
    case "checkboxes":
      return one("text", (keys) =>
        keys.map((key: string) => field.options[key]?.[language] ?? key).join("; "),
      );
    case "reference":
      return one("text", referred(field, place));
    case "files":
      return one("text", (list) => list.map(({ name }: SentFile) => name).join("; "));
    case "group":
      return one("number", (rows) => rows.length);
    case "table":
      return Object.entries(field.rows).flatMap(([r, named]) =>
        Object.entries(field.columns).map(([c, column]) => ({
          key: `${path}.${r}.${c}`,
          heading: `${heading}: ${named[language]}, ${column[language]}`,
          type: "number" as const,
          cell: (row: AnyRecord) => at(row, `${path}.${r}.${c}`),
        })),
      );
    default:
      return one("text");
  }
};

/** A column for each answer, or several where an answer has parts; keys begin with the prefix. */
export const columns = (fields: Fields, prefix: string, place: Place) =>
  Object.entries(fields).flatMap(([key, field]) => columnsOf(field, prefix + key, place));

/** As Excel takes it: at most 31 characters, none of them `:\/?*[]`. */
const sheetName = (name: string): string =>
  name
    .replace(/[:\\/?*[\]]/g, " ")
    .slice(0, 31)
    .trim();

/** A sheet for each repeated group. */
export const groupsOf = (form: Form, language: Language): Sheet[] =>
  Object.entries(form.sections).flatMap(([key, { fields }]) =>
    Object.entries(fields).flatMap(([name, field]) =>
      field.kind === "group"
        ? [
            {
              key: `${key}.${name}`,
              name: sheetName(field.label[language]),
              columns: columns(field.fields, "", { form, language }),
              rows: (answers: AnyRecord): readonly AnyRecord[] => at(answers, `${key}.${name}`) ?? [],
            },
          ]
        : [],
    ),
  );

export const sheets = (form: Form, language: Language): Sheet[] => [
  {
    key: form.id,
    name: sheetName(form.title[language]),
    columns: Object.entries(form.sections).flatMap(([key, { fields }]) =>
      columns(fields, `${key}.`, { form, language }),
    ),
    rows: (answers) => [answers],
  },
  ...groupsOf(form, language),
];
