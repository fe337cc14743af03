import { stringify } from "csv-stringify/sync";
import writeExcelFile from "write-excel-file/node";
import type { File } from "#shared/http/reply.ts";
import type { Sheet } from "./sheets.ts";

const withComma = (number: number): string => String(number).replace(".", ",");

/** For Norwegian Excel: semicolons, a byte order mark, decimal comma; text that looks like a formula gets an apostrophe, numbers never (RFC 4180; OWASP, CSV Injection). */
const asCsv = ({ columns, rows }: Sheet): Uint8Array => {
  const written = stringify(
    [columns.map(({ heading }) => heading), ...rows.map((row) => row.map((cell) => cell ?? ""))],
    {
      bom: true,
      delimiter: ";",
      record_delimiter: "windows",
      escape_formulas: true,
      cast: { number: (number) => ({ value: withComma(number), escape_formulas: false }) },
    },
  );
  return new TextEncoder().encode(written);
};

/** Typed cells: text stays text however much it looks like a formula, numbers and days are what they are. */
const asXlsx = async ({ columns, rows }: Sheet): Promise<Uint8Array> => {
  const head = columns.map(({ heading }) => ({ value: heading, fontWeight: "bold" as const }));
  const body = rows.map((row) =>
    row.map((cell, i) => {
      if (cell === undefined || cell === "") return null;
      if (typeof cell === "number") return { type: Number, value: cell };
      if (columns[i]?.type === "date")
        return { type: Date, value: new Date(`${cell}T00:00:00Z`), format: "dd.mm.yyyy" };
      return { type: String, value: cell };
    }),
  );
  const written = writeExcelFile([head, ...body], {
    stickyRowsCount: 1,
    columns: columns.map(() => ({ width: 22 })),
  });
  return new Uint8Array(await written.toBuffer());
};

const asJson = ({ columns, rows }: Sheet): Uint8Array => {
  const items = rows.map((row) => Object.fromEntries(columns.map(({ key }, i) => [key, row[i]])));
  return new TextEncoder().encode(JSON.stringify({ items, expected: rows.length, written: items.length }));
};

const kinds = {
  csv: { type: "text/csv; charset=utf-8", write: async (sheet: Sheet) => asCsv(sheet) },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write: asXlsx },
  json: { type: "application/json; charset=utf-8", write: async (sheet: Sheet) => asJson(sheet) },
} as const;

export type FileKind = keyof typeof kinds;
export const fileKinds: readonly FileKind[] = ["csv", "xlsx", "json"];

export const fileOf = async (sheet: Sheet, kind: FileKind, name: string): Promise<File> => ({
  bytes: await kinds[kind].write(sheet),
  type: kinds[kind].type,
  name: `${name}.${kind}`,
});
