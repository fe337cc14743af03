import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readFile } from "#shared/spreadsheets/read-file.ts";
import type { Sheet } from "#shared/spreadsheets/sheet.ts";
import { toCsv, toXlsx } from "#shared/spreadsheets/write.ts";
import { unzip, zip } from "#shared/spreadsheets/zip.ts";

const sheet = (rows: Sheet["rows"], name = "Ark"): Sheet => ({
  key: name,
  name,
  columns: [
    { key: "text", heading: "Tekst", type: "text" },
    { key: "number", heading: "Tall", type: "number" },
    { key: "day", heading: "Dag", type: "date" },
  ],
  rows,
});

type Grid = readonly (readonly string[])[];
const first = (sheets: readonly Grid[]): Grid => sheets[0] ?? [];
const all = { wanted: () => true, most: 10_000_000 };

/** A workbook with one part changed. */
const changed = (file: Uint8Array, part: string, change: (xml: string) => string): Buffer =>
  zip(
    unzip(Buffer.from(file), all).map(({ name, bytes }) => ({
      name,
      bytes: name === part ? Buffer.from(change(bytes.toString("utf8"))) : bytes,
    })),
  );

test("XLSX is read as Excel shows it: numbers without decimals of their own, days as in Norway", async () => {
  const rows = [
    ["æøå\nlinje to", 974_760_673, "2024-09-01"],
    ["=1+1", 0.1 + 0.2, undefined],
    ["012", -12.5, "2024-12-31"],
  ];
  expect(await readFile(await toXlsx([sheet(rows)]), first)).toEqual({
    ok: true,
    sheet: [
      ["Tekst", "Tall", "Dag"],
      ["æøå\nlinje to", "974760673", "1.9.2024"],
      ["=1+1", "0.3", ""],
      ["012", "-12.5", "31.12.2024"],
    ],
  });
});

test("of several sheets the one that is chosen is read", async () => {
  const file = await toXlsx([sheet([["a", 1, undefined]]), sheet([["b", 2, undefined]], "To")]);
  const read = await readFile(file, (sheets) => sheets[1] ?? []);
  expect(read.ok && read.sheet[1]).toEqual(["b", "2", ""]);
});

test("CSV of ours is read as what it was", async () => {
  const read = await readFile(toCsv(sheet([["a;b", 12.5, "2024-09-01"]])), first);
  expect(read.ok && read.sheet[1]).toEqual(["a;b", "12,5", "2024-09-01"]);
});

test("a text that every JavaScript object knows is written as any other", async () => {
  const rows = ["constructor", "toString", "__proto__"].map((word) => [word, 1, undefined]);
  const read = await readFile(await toXlsx([sheet(rows)]), first);
  expect(read.ok && read.sheet.map(([word]) => word)).toEqual(["Tekst", ...rows.map(([word]) => word)]);
});

test("a list of two hundred rows with long texts is read", async () => {
  const rows = Array.from({ length: 200 }, (_, i) => [`${i} ${"æ".repeat(600)}`, i, "2024-09-01"]);
  const read = await readFile(await toXlsx([sheet(rows)]), first);
  expect(read.ok && read.sheet).toHaveLength(201);
});

test("an empty sheet has no rows", async () => {
  const file = await toXlsx([{ ...sheet([]), columns: [] }]);
  const read = await readFile(file, first);
  expect(read.ok && read.sheet.flat().join("")).toBe("");
  expect(await readFile(new Uint8Array(), first)).toEqual({ ok: true, sheet: [] });
});

describe("what is no spreadsheet is refused", () => {
  const good = toXlsx([sheet([["a", 1, "2024-09-01"]])]);
  test.for([
    ["a PDF named .xlsx", async () => Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj")],
    ["a ZIP of something else", async () => zip([{ name: "a.txt", bytes: Buffer.from("a") }])],
    ["a workbook cut short", async () => Buffer.from(await good).subarray(0, 400)],
    ["a workbook with broken XML", async () => changed(await good, "xl/workbook.xml", () => "<workbook")],
    ["nothing but the beginning of a ZIP", async () => Buffer.from("PK\x03\x04")],
  ] as const)("%s", async ([_, file]) => {
    expect(await readFile(await file(), first)).toEqual({ ok: false, why: "unreadable" });
  });
});

describe("what is far more than a list is refused without being unfolded", () => {
  const part = "xl/worksheets/sheet1.xml";
  const good = toXlsx([sheet([["a", 1, "2024-09-01"]])]);
  const tooMuch = { ok: false, why: "too-much" };

  test.for(["XFD2", "A1048576", "A&#49;0000000"])("a cell at %s", async (place) => {
    const file = changed(await good, part, (xml) => xml.replace('r="A2"', `r="${place}"`));
    expect(await readFile(file, first)).toEqual(tooMuch);
  });

  test.for([' r="99999999"', " r = '99999999'"])("a row numbered%s", async (number) => {
    const file = changed(await good, part, (xml) => xml.replace(/(<row[^>]*?) r="2"/, `$1${number}`));
    expect(await readFile(file, first)).toEqual(tooMuch);
  });

  test("a part that is packed a thousand times", async () => {
    const parts = unzip(Buffer.from(await good), all);
    const bomb = Buffer.alloc(50_000_000, " ");
    const packed = packedZip([...parts, { name: "xl/bomb.xml", bytes: bomb }]);
    expect(packed.length).toBeLessThan(200_000);
    expect(await readFile(packed, first)).toEqual(tooMuch);
  });

  test("more than a thousand rows, as XLSX and as text", async () => {
    const rows = Array.from({ length: 1200 }, (_, i) => [`${i}`, i, undefined]);
    expect(await readFile(await toXlsx([sheet(rows)]), first)).toEqual(tooMuch);
    expect(await readFile(toCsv(sheet(rows)), first)).toEqual(tooMuch);
  });

  test("one long text in many cells", async () => {
    const rows = Array.from({ length: 200 }, () => ["x".repeat(10_000), 1, undefined]);
    const file = await toXlsx([sheet(rows)]);
    expect(file.length).toBeLessThan(100_000);
    expect(await readFile(file, first)).toEqual(tooMuch);
  });
});

/** The same as `zip`, packed: sizes and methods are written over in the headers. */
const packedZip = (parts: Parameters<typeof zip>[0]): Buffer => {
  const packed = zip(parts.map(({ name, bytes }) => ({ name, bytes: deflateRawSync(bytes) })));
  for (let at = packed.indexOf("PK\x01\x02"); at >= 0; at = packed.indexOf("PK\x01\x02", at + 4))
    packed.writeUInt16LE(8, at + 10);
  return packed;
};

test("a dropdown is in the first sheet alone, where XLSX has room for it", async () => {
  const file = await toXlsx([sheet([]), sheet([], "To")], [{ cells: "A2:A9", from: "'To'!$A$2:$A$5" }]);
  const xml = unzip(Buffer.from(file), all).map(({ name, bytes }) => [name, bytes.toString("utf8")] as const);
  const having = xml.filter(([, text]) => text.includes("dataValidation"));
  expect(having.map(([name]) => name)).toEqual(["xl/worksheets/sheet1.xml"]);
  expect(having[0]?.[1]).toMatch(/<\/sheetData><dataValidations count="1"><dataValidation .*sqref="A2:A9"/);
});
