// From a cell of a spreadsheet to an answer as somebody might have typed it.
import { tidy } from "./draft.ts";
import { eachKey } from "./each-key.ts";
import type { CheckboxesField, Field, GroupField, Options, TableField } from "./fields.ts";
import { type FoundColumns, plainName } from "./sheet-columns.ts";
import type { AnyRecord } from "./types.ts";

/** Without the apostrophe that keeps a spreadsheet from taking a text for a formula or a number; our own exports write it. */
const unguarded = (cell: string): string =>
  tidy(cell)
    .replace(/^'(?=[=+\-@\t\n\d\uff1d\uff0b\uff0d\uff20])/u, "")
    .trim();

/** The option somebody means by its name in any language, or by its key. */
const optionKey = (options: Options, cell: string): string | undefined => {
  const wanted = plainName(cell);
  const entries = Object.entries(options);
  const named = entries.find(([, label]) => Object.values(label).some((name) => plainName(name) === wanted));
  return (named ?? entries.find(([key]) => plainName(key) === wanted))?.[0];
};

/** What is none of the options is kept as far as there is room, so that it is seen to be wrong. */
const chosenIn = ({ options }: CheckboxesField, cell: string): readonly string[] => {
  const parts = cell
    .split(";")
    .map((part) => part.trim())
    .filter(Boolean);
  const known = parts.flatMap((part) => optionKey(options, part) ?? []);
  const unknown = parts.filter((part) => optionKey(options, part) === undefined);
  const kept = [...new Set([...unknown.map((part) => part.slice(0, 40)), ...known])];
  return kept.slice(0, Object.keys(options).length);
};

type CellAt = (key: string) => string;

const tableIn = ({ rows, columns }: TableField, cellAt: CellAt) => {
  return eachKey(rows, (row) => eachKey(columns, (column) => cellAt(`${row}.${column}`)));
};

const typedIn = (field: Field, name: string, cellAt: CellAt): unknown => {
  switch (field.kind) {
    case "files":
      return [];
    case "reference":
      return field.several ? [] : "";
    case "table":
      return tableIn(field, (key) => cellAt(`${name}.${key}`));
    case "checkboxes":
      return chosenIn(field, cellAt(name));
    case "radio":
    case "select":
      return optionKey(field.options, cellAt(name)) ?? cellAt(name);
    default:
      return cellAt(name);
  }
};

/** The answers of one row, by the keys of its columns. */
export const answersIn = (
  group: GroupField,
  keys: FoundColumns["keys"],
  row: readonly string[],
): AnyRecord => {
  const cellAt = (key: string) => unguarded(row[keys.indexOf(key)] ?? "");
  return Object.fromEntries(
    Object.entries(group.fields).map(([name, field]) => [name, typedIn(field, name, cellAt)]),
  );
};
