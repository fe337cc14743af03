// Exports: one sheet for the form, one more for each repeated group. Keys are the fields' own paths and stay the same between versions.
import type { Language } from "#shared/domain/text.ts";
import type { Field, Fields, Form } from "./fields.ts";
import type { AnyRecord, StoredFile } from "./types.ts";

export type Cell = string | number | undefined;
export interface Column {
  readonly key: string;
  readonly heading: string;
  readonly type: "text" | "number" | "date";
  readonly cell: (answers: AnyRecord) => Cell;
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

const columnsOf = (field: Field, path: string, language: Language): Column[] => {
  const heading = field.label[language];
  const one = (type: Column["type"], show: (value: AnyRecord[string]) => Cell = asIs): Column[] => [
    {
      key: path,
      heading,
      type,
      cell: (answers) => {
        const value = at(answers, path);
        return value === undefined ? undefined : show(value);
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
    case "files":
      return one("text", (list) => list.map(({ name }: StoredFile) => name).join("; "));
    case "group":
      return one("number", (rows) => rows.length);
    case "table":
      return Object.entries(field.rows).flatMap(([r, row]) =>
        Object.entries(field.columns).map(([c, column]) => ({
          key: `${path}.${r}.${c}`,
          heading: `${heading}: ${row[language]}, ${column[language]}`,
          type: "number" as const,
          cell: (answers: AnyRecord) => at(answers, `${path}.${r}.${c}`),
        })),
      );
    default:
      return one("text");
  }
};

const columns = (fields: Fields, prefix: string, language: Language) =>
  Object.entries(fields).flatMap(([key, field]) => columnsOf(field, prefix + key, language));

/** As Excel takes it: at most 31 characters, none of them `:\/?*[]`. */
const sheetName = (name: string): string =>
  name
    .replace(/[:\\/?*[\]]/g, " ")
    .slice(0, 31)
    .trim();

export const sheets = (form: Form, language: Language): Sheet[] => [
  {
    key: form.id,
    name: sheetName(form.title[language]),
    columns: Object.entries(form.sections).flatMap(([key, { fields }]) =>
      columns(fields, `${key}.`, language),
    ),
    rows: (answers) => [answers],
  },
  ...Object.entries(form.sections).flatMap(([key, { fields }]) =>
    Object.entries(fields).flatMap(([name, field]) =>
      field.kind === "group"
        ? [
            {
              key: `${key}.${name}`,
              name: sheetName(field.label[language]),
              columns: columns(field.fields, "", language),
              rows: (answers: AnyRecord): readonly AnyRecord[] => at(answers, `${key}.${name}`) ?? [],
            },
          ]
        : [],
    ),
  ),
];
