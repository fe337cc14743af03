import { createHash } from "node:crypto";
import { type CsvReader, fileTypes, type Sheet } from "#shared/spreadsheets/sheet.ts";
import { csvHead, csvRows, toCsv, toXlsx } from "#shared/spreadsheets/write.ts";
import { type Counted, ensureWhole, type Tables } from "./fact.ts";

export interface How {
  /** Whose CSV it is to be. */
  readonly csv: CsvReader;
  /** The key of the table that a file of only one has; the first, when nothing is said. A table of answers is found by its section too. */
  readonly table?: string | undefined;
}

const itemsOf = ({ columns, rows }: Sheet) =>
  rows.map((row) => Object.fromEntries(columns.map(({ key }, i) => [key, row[i]])));

const asJson = ([first, ...others]: Tables): string => {
  const groups = Object.fromEntries(others.map((sheet) => [sheet.key, itemsOf(sheet)]));
  const items = itemsOf(first);
  return JSON.stringify({ items, groups, expected: first.expected, written: items.length });
};

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

const asJsonLines = (sheet: Sheet): Uint8Array =>
  encoded(
    itemsOf(sheet)
      .map((item) => `${JSON.stringify(item)}\n`)
      .join(""),
  );

/** Files of text, which can be written some rows after the others: what each begins with, and its rows. */
export const texts = {
  csv: { head: csvHead, rows: csvRows },
  jsonl: { head: () => new Uint8Array(), rows: asJsonLines },
} as const satisfies Record<string, Record<"head" | "rows", (sheet: Sheet, reader: CsvReader) => Uint8Array>>;

const kinds = {
  xlsx: { type: fileTypes.xlsx, holds: "all", write: async (all: Tables) => toXlsx(all) },
  csv: { type: fileTypes.csv, holds: "one", write: async ([one]: Tables, { csv }: How) => toCsv(one, csv) },
  jsonl: {
    type: "application/jsonl; charset=utf-8",
    holds: "one",
    write: async ([one]: Tables) => asJsonLines(one),
  },
  json: {
    type: "application/json; charset=utf-8",
    holds: "all",
    write: async (all: Tables) => encoded(asJson(all)),
  },
} as const;

export type FileKind = keyof typeof kinds;
export const fileKinds = ["xlsx", "csv", "jsonl", "json"] as const satisfies FileKind[];

const chosen = (all: Tables, wanted: string): Counted | undefined =>
  all.find(({ key }) => key === wanted) ?? all.find(({ key }) => key.split(".")[0] === wanted);

export interface ExportFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** What its name ends with. */
  readonly ending: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What tells a table that hangs on another from it in the name of a file. */
export const suffixOf = ({ key }: Sheet): string => `-${key.replaceAll(".", "-")}`;

/** The file, saying how many rows its first table was to have and has, and its digest (RFC 9530). A table with fewer or more is no file but an error. */
export const fileOf = async (all: Tables, kind: FileKind, how: How): Promise<ExportFile | undefined> => {
  const { type, holds, write } = kinds[kind];
  const first = how.table && holds === "one" ? chosen(all, how.table) : all[0];
  if (!first) return undefined;
  const tables: Tables = holds === "one" ? [first] : all;
  tables.forEach(ensureWhole);
  const bytes = await write(tables, how);
  return {
    bytes,
    type,
    ending: `${first === all[0] ? "" : suffixOf(first)}.${kind}`,
    headers: {
      "x-expected-count": String(first.expected),
      "x-written-count": String(first.rows.length),
      "repr-digest": `sha-256=:${createHash("sha256").update(bytes).digest("base64")}:`,
    },
  };
};
