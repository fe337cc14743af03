import type { File } from "#shared/http/reply.ts";
import { fileTypes, type Sheet, type Sheets } from "#shared/spreadsheets/sheet.ts";
import { toCsv, toXlsx } from "#shared/spreadsheets/write.ts";

const itemsOf = ({ columns, rows }: Sheet) =>
  rows.map((row) => Object.fromEntries(columns.map(({ key }, i) => [key, row[i]])));

const asJson = ([first, ...others]: Sheets, expected: number): Uint8Array => {
  const items = itemsOf(first);
  const groups = Object.fromEntries(others.map((sheet) => [sheet.key, itemsOf(sheet)]));
  return new TextEncoder().encode(JSON.stringify({ items, groups, expected, written: items.length }));
};

const kinds = {
  csv: { type: fileTypes.csv, write: async ([first]: Sheets) => toCsv(first) },
  xlsx: { type: fileTypes.xlsx, write: async (all: Sheets) => toXlsx(all) },
  json: {
    type: "application/json; charset=utf-8",
    write: async (all: Sheets, expected: number) => asJson(all, expected),
  },
} as const;

export type FileKind = keyof typeof kinds;
export const fileKinds: readonly FileKind[] = ["csv", "xlsx", "json"];

/** The file, saying how many rows its first table was to have and has. A table with fewer is no file but an error. */
export const fileOf = async (
  all: Sheets,
  kind: FileKind,
  { name, expected }: { readonly name: string; readonly expected: number },
): Promise<File> => {
  const written = all[0].rows.length;
  if (written !== expected) throw new Error(`Of ${expected} rows to export there are ${written}`);
  return {
    bytes: await kinds[kind].write(all, expected),
    type: kinds[kind].type,
    name: `${name}.${kind}`,
    headers: { "x-expected-count": String(expected), "x-written-count": String(written) },
  };
};
