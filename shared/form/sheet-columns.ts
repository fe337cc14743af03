// Which column of somebody's spreadsheet holds which answer of a group's rows.
import { type Language, languages, type Text } from "#shared/domain/text.ts";
import { type Column, columns } from "./columns.ts";
import type { Field, GroupField } from "./fields.ts";

/** The cells of a sheet as text, row by row; rows need not be equally long. */
export type Grid = readonly (readonly string[])[];

/** What names are compared by: letter case and spaces are nobody's meaning, nor is a mark at the end. */
export const plainName = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s/g, "")
    .replace(/[?:*]+$/, "");

/** What cannot be typed in a cell: a file, and a row that stands elsewhere. */
const isOutside = ({ kind }: Field): boolean => kind === "files" || kind === "reference";

/** The columns a sheet of the group's rows has, as in an export of them. */
export const sheetColumns = (group: GroupField, language: Language): readonly Column[] => {
  const inside = Object.fromEntries(Object.entries(group.fields).filter(([, field]) => !isOutside(field)));
  const form = { id: "rows", version: 1, title: group.label, sections: {} };
  return columns(inside, "", { form, language });
};

/** Keys by the names a column may have: its heading in any of our languages, or the key itself. */
const knownNames = (group: GroupField): ReadonlyMap<string, string> =>
  new Map(
    languages
      .flatMap((language) => sheetColumns(group, language))
      .flatMap(({ key, heading }) => [[plainName(key), key] as const, [plainName(heading), key] as const])
      .reverse(),
  );

/** «A» of 0, «AB» of 27: what a spreadsheet calls a column. */
const letterOf = (index: number): string =>
  (index < 26 ? "" : letterOf(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

export interface FoundColumns {
  /** For each column of the grid the key of its answer, if it has one. */
  readonly keys: readonly (string | undefined)[];
  /** Where the heading row is in the grid; without one the columns are taken in the form's order. */
  readonly headingAt: number | undefined;
  /** Columns that hold something and are not of this form, by heading or else by letter. */
  readonly unknown: readonly string[];
  /** Answers that every row must have and no column holds. */
  readonly missing: readonly Text[];
}

const matching = (group: GroupField, cells: readonly string[]): readonly (string | undefined)[] => {
  const known = knownNames(group);
  const keys = cells.map((cell) => known.get(plainName(cell)));
  return keys.map((key, i) => (keys.indexOf(key) === i ? key : undefined));
};

const countIn = (list: readonly unknown[]): number => list.filter(Boolean).length;

/** Part of the first row's cells that are headings we know. */
export const headingShare = (group: GroupField, grid: Grid): number => {
  const cells = grid.find((row) => row.some((cell) => cell.trim())) ?? [];
  return countIn(matching(group, cells)) / Math.max(1, countIn(cells.map((cell) => cell.trim())));
};

const missingIn = ({ fields }: GroupField, keys: readonly (string | undefined)[]): readonly Text[] =>
  Object.entries(fields)
    .filter(([, { optional, showIf, kind }]) => !optional && !showIf && kind !== "files")
    .filter(([name]) => !keys.some((key) => key?.split(".")[0] === name))
    .map(([, { label }]) => label);

/** Two headings we know, or half of them, make a row of headings. */
export const findColumns = (group: GroupField, grid: Grid): FoundColumns => {
  const first = grid.findIndex((row) => row.some((cell) => cell.trim()));
  const cells = grid[first] ?? [];
  const matched = matching(group, cells);
  const hasHeading = countIn(matched) >= 2 || headingShare(group, grid) >= 0.5;
  const width = Math.max(0, ...grid.map((row) => row.length));
  const holdsSomething = (column: number) => grid.some((row) => row[column]?.trim());
  const inOrder = sheetColumns(group, "nb").map(({ key }) => key);
  const keys = Array.from({ length: width }, (_, i) => (hasHeading ? matched : inOrder)[i]);
  const strange = keys.flatMap((key, i) => (key === undefined && holdsSomething(i) ? [i] : []));
  return {
    keys,
    headingAt: hasHeading ? first : undefined,
    unknown: strange.map((i) => (hasHeading && cells[i]?.trim()) || letterOf(i)),
    missing: missingIn(group, keys),
  };
};

/** The cells without the columns that are not of the form. Without headings a column is known by its place, so all stay. */
export const ownCells = (grid: Grid, { keys, headingAt }: FoundColumns): Grid =>
  headingAt === undefined ? grid : grid.map((row) => row.filter((_, i) => keys[i] !== undefined));
