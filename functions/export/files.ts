import { stringify } from "csv-stringify/sync";
import writeExcelFile from "write-excel-file/node";
import type { File } from "#shared/http/reply.ts";
import type { Sheet, Sheets } from "./sheets.ts";

const withComma = (number: number): string => String(number).replace(".", ",");

/** The first table, which is all such a file holds. For Norwegian Excel: semicolons, a byte order mark, decimal comma; text that looks like a formula gets an apostrophe, numbers never (RFC 4180; OWASP, CSV Injection). */
const asCsv = ([first]: Sheets): Uint8Array => {
  const { columns, rows } = first;
  const written = stringify(
    [columns.map(({ heading }) => heading), ...rows.map((row) => row.map((cell) => cell ?? ""))],
    {
      bom: true,
      delimiter: ";",
      record_delimiter: "windows",
      escape_formulas: true,
      cast: { number: withComma },
    },
  );
  return new TextEncoder().encode(written);
};

/** Typed cells: text stays text however much it looks like a formula, numbers and days are what they are. */
const cellsOf = ({ columns, rows }: Sheet) =>
  rows.map((row) =>
    row.map((cell, i) => {
      if (cell === undefined || cell === "") return null;
      if (typeof cell === "number") return { type: Number, value: cell };
      if (columns[i]?.type === "date")
        return { type: Date, value: new Date(`${cell}T00:00:00Z`), format: "dd.mm.yyyy" };
      return { type: String, value: cell };
    }),
  );

/** Excel opens no file in which two sheets are named alike. */
const ownName = ({ name }: Sheet, index: number, all: Sheets): string =>
  all.findIndex((other) => other.name === name) === index ? name : `${name.slice(0, 27)} ${index + 1}`;

const asXlsx = async (all: Sheets): Promise<Uint8Array> => {
  const written = writeExcelFile(
    all.map((sheet, index) => ({
      sheet: ownName(sheet, index, all),
      data: [
        sheet.columns.map(({ heading }) => ({ value: heading, fontWeight: "bold" as const })),
        ...cellsOf(sheet),
      ],
      stickyRowsCount: 1,
      columns: sheet.columns.map(() => ({ width: 22 })),
    })),
  );
  return new Uint8Array(await written.toBuffer());
};

const itemsOf = ({ columns, rows }: Sheet) =>
  rows.map((row) => Object.fromEntries(columns.map(({ key }, i) => [key, row[i]])));

const asJson = ([first, ...others]: Sheets, expected: number): Uint8Array => {
  const items = itemsOf(first);
  const groups = Object.fromEntries(others.map((sheet) => [sheet.key, itemsOf(sheet)]));
  return new TextEncoder().encode(JSON.stringify({ items, groups, expected, written: items.length }));
};

const kinds = {
  csv: { type: "text/csv; charset=utf-8", write: async (all: Sheets) => asCsv(all) },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write: asXlsx },
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
