import readXlsxFile from "read-excel-file/node";
import { expect, test } from "vitest";
import type { Sheet } from "#shared/spreadsheets/sheet.ts";
import { fileOf } from "../../functions/export/files.ts";

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

const sheet: Sheet = {
  key: "sheet",
  name: "Ark",
  columns: [
    { key: "text", heading: "Tekst", type: "text" },
    { key: "number", heading: "Tall", type: "number" },
    { key: "day", heading: "Dag", type: "date" },
  ],
  rows: nasty.map((text, i) => [text, i === 0 ? -5 : 12.5, "2024-06-21"]),
};

test("CSV guards text that looks like a formula and leaves numbers as they are", async () => {
  const { bytes, name } = await fileOf([sheet], "csv", { name: "fil", expected: nasty.length });
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  expect(name).toBe("fil.csv");
  expect(text.startsWith("\ufeffTekst;Tall;Dag\r\n")).toBe(true);
  for (const guarded of ["'=1+1", "'+47 22 00 25 00", "'@x", "'\tx", "'\rx"]) expect(text).toContain(guarded);
  expect(text).toMatch(/;-5;2024-06-21/);
  expect(text).toContain(";12,5;");
  expect(text).toContain('"a;""b"""');
  expect(text).toContain("\r\n012;");
});

test("XLSX keeps every text as text, numbers as numbers and days as days", async () => {
  const { bytes } = await fileOf([sheet], "xlsx", { name: "fil", expected: nasty.length });
  const found = await readXlsxFile(Buffer.from(bytes), { trim: false });
  const [first] = found;
  const cells = JSON.parse(JSON.stringify(first && "data" in first ? first.data : found)).slice(1);
  expect(cells.map((row: unknown[]) => row[0])).toEqual(nasty);
  expect(cells.map((row: unknown[]) => row[1])).toEqual(nasty.map((_, i) => (i === 0 ? -5 : 12.5)));
  expect(cells[0][2]).toContain("2024-06-21");
});

test("JSON says how many rows it expected and how many it wrote", async () => {
  const { bytes } = await fileOf([sheet], "json", { name: "fil", expected: nasty.length });
  expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({
    expected: nasty.length,
    written: nasty.length,
  });
});

test("a table with fewer rows than there should be becomes no file", async () => {
  const short = fileOf([sheet], "csv", { name: "fil", expected: nasty.length + 1 });
  await expect(short).rejects.toThrow(`Of ${nasty.length + 1} rows`);
});

test("XLSX has a sheet for each table, each with a name of its own", async () => {
  const all = [sheet, { ...sheet, rows: [] }, { ...sheet, name: "Medlemmer" }] as const;
  const { bytes } = await fileOf(all, "xlsx", { name: "fil", expected: nasty.length });
  const found = await readXlsxFile(Buffer.from(bytes));
  expect(found.map(({ sheet: name, data }) => [name, data.length])).toEqual([
    ["Ark", nasty.length + 1],
    ["Ark 2", 1],
    ["Medlemmer", nasty.length + 1],
  ]);
});
