import { createHash } from "node:crypto";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import type { Counted, Tables } from "#shared/exports/fact.ts";
import { type FileKind, fileOf, type How } from "#shared/exports/files.ts";
import { sheetOf } from "./nasty.ts";

/** The file of these tables. */
const written = async (all: Tables, kind: FileKind, how: How = { csv: "excel" }) => {
  const file = await fileOf(all, kind, how);
  if (!file) throw new Error("There is no such table");
  return file;
};

const nasty = [
  "=1+1",
  "+47 22 00 25 00",
  "@x",
  "\tx",
  "\rx",
  "-5",
  'a;"b"',
  "æøå\nlinje to",
  "012",
  "123456789012345678",
  "😀",
];

const sheet: Counted = {
  ...sheetOf(nasty.map((text, i) => [text, i === 0 ? -5 : 12.5, "2024-06-21"])),
  expected: nasty.length,
};

test("CSV guards text that looks like a formula and leaves numbers as they are", async () => {
  const { bytes, ending } = await written([sheet], "csv");
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  expect(ending).toBe(".csv");
  expect(text.startsWith("\ufeffTekst;Tall;Dag\r\n")).toBe(true);
  for (const guarded of ["'=1+1", "'+47 22 00 25 00", "'@x", "'\tx", "'\rx"]) expect(text).toContain(guarded);
  expect(text).toMatch(/;-5;2024-06-21/);
  expect(text).toContain(";12,5;");
  expect(text).toContain('"a;""b"""');
  expect(text).toContain("\r\n012;");
});

test("XLSX keeps every text as text, numbers as numbers and days as days", async () => {
  const { bytes } = await written([sheet], "xlsx");
  const found = await readXlsxFile(Buffer.from(bytes), { trim: false });
  const [first] = found;
  const cells = JSON.parse(JSON.stringify(first && "data" in first ? first.data : found)).slice(1);
  expect(cells.map((row: unknown[]) => row[0])).toEqual(nasty);
  expect(cells.map((row: unknown[]) => row[1])).toEqual(nasty.map((_, i) => (i === 0 ? -5 : 12.5)));
  expect(cells[0][2]).toContain("2024-06-21");
});

test("JSON says how many rows it expected and how many it wrote", async () => {
  const { bytes } = await written([sheet], "json");
  expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({
    expected: nasty.length,
    written: nasty.length,
  });
});

const another: Counted = { ...sheet, key: "members.list", name: "Medlemmer" };

test.for([-1, 1])("tables with %i rows too many become no file", async (more) => {
  const wrong = { ...sheet, expected: nasty.length - more };
  await expect(written([wrong], "csv")).rejects.toThrow(`Of ${nasty.length - more} rows`);
  await expect(written([another, wrong], "xlsx")).rejects.toThrow(`Of ${nasty.length - more} rows`);
});

test("XLSX has a sheet for each table, each with a name of its own", async () => {
  const empty = { ...sheet, rows: [], expected: 0 };
  const { bytes } = await written([sheet, empty, another], "xlsx");
  const found = await readXlsxFile(Buffer.from(bytes));
  expect(found.map(({ sheet: name, data }) => [name, data.length])).toEqual([
    ["Ark", nasty.length + 1],
    ["Ark 2", 1],
    ["Medlemmer", nasty.length + 1],
  ]);
});

test("a text that no cell takes whole becomes no file rather than a shorter text", async () => {
  const long = { ...sheet, rows: [["x".repeat(32_768), 1, undefined]], expected: 1 };
  await expect(written([long], "xlsx")).rejects.toThrow("32768 characters");
});

describe("a file of one table", () => {
  const all: Tables = [sheet, { ...another, rows: [["A", 1, undefined]], expected: 1 }];
  test.for(["members.list", "members"])("has the one that is called %s", async (table) => {
    const { bytes, ending, headers } = await written(all, "csv", { csv: "plain", table });
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)).toBe("Tekst,Tall,Dag\r\nA,1,\r\n");
    expect(ending).toBe("-members-list.csv");
    expect(headers["x-expected-count"]).toBe("1");
  });
  test("is none when there is no such table", async () => {
    expect(await fileOf(all, "csv", { csv: "plain", table: "nothing" })).toBeUndefined();
  });
});

test("JSON Lines has a record a line, with everything as it was", async () => {
  const { bytes } = await written([sheet], "jsonl");
  const lines = new TextDecoder().decode(bytes).split("\n");
  expect(lines.pop()).toBe("");
  expect(lines.map((line) => JSON.parse(line).text)).toEqual(nasty);
});

test.for(["csv", "xlsx", "jsonl", "json"] as const)("the digest of %s is that of its bytes", async (kind) => {
  const { bytes, headers } = await written([sheet], kind);
  const digest = createHash("sha256").update(bytes).digest("base64");
  expect(headers["repr-digest"]).toBe(`sha-256=:${digest}:`);
});
