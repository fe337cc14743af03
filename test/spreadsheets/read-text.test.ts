import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readText, textOf } from "#shared/spreadsheets/read-text.ts";

const read = (text: string) => readText(text, 100);

describe("the separator is found by looking", () => {
  test.for([
    [
      "Navn;Nummer\nA, B og C;1\n",
      [
        ["Navn", "Nummer"],
        ["A, B og C", "1"],
      ],
    ],
    [
      'Navn,Nummer\r\n"A; B",1',
      [
        ["Navn", "Nummer"],
        ["A; B", "1"],
      ],
    ],
    [
      "Navn\tNummer\nA;B\t1,5",
      [
        ["Navn", "Nummer"],
        ["A;B", "1,5"],
      ],
    ],
    [
      "sep=,\nNavn,Nummer\nA;B,1",
      [
        ["Navn", "Nummer"],
        ["A;B", "1"],
      ],
    ],
    ["Navn\nBedrift én\nBedrift to", [["Navn"], ["Bedrift én"], ["Bedrift to"]]],
    ["Navn;Nummer\nA;1;2\nB", [["Navn", "Nummer"], ["A", "1", "2"], ["B"]]],
  ] as const)("%s", ([text, cells]) => {
    expect(read(text)).toEqual(cells);
  });
});

test("quoted cells hold separators, line ends and quotes; a quote that means nothing is a character", () => {
  expect(read('a;"b;\r\nc ""d"""\r\ne;f')).toEqual([
    ["a", 'b;\nc "d"'],
    ["e", "f"],
  ]);
  expect(read('"Beste" bedrift\t1\n5" rør\t2')).toEqual([
    ['"Beste" bedrift', "1"],
    ['5" rør', "2"],
  ]);
  expect(read('a\t1\n"aldri lukket\t2\nc\t3')).toEqual([
    ["a", "1"],
    ['"aldri lukket', "2"],
    ["c", "3"],
  ]);
});

test("empty lines are rows, so that rows are numbered as in the sheet", () => {
  expect(read("\ufeffa;b\r\n\r\nc;d\r\n")).toEqual([["a", "b"], [""], ["c", "d"]]);
});

test("no more rows are read than asked for", () => {
  expect(readText("a\n".repeat(50), 10)).toHaveLength(10);
});

describe("a file's letters", () => {
  const text = "Navn;Bygd på Åndalsnes\næøåÆØÅ;–";
  const windows = Buffer.from(text.replace("–", "\x96"), "latin1");
  test.for([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`)],
    ["Windows-1252, as Norwegian Excel saves", windows],
    ["UTF-16, as Excel's «Unicode text»", Buffer.from(`\ufeff${text}`, "utf16le")],
  ] as const)("in %s", ([_, bytes]) => {
    expect(textOf(bytes)).toBe(text);
  });
  test.for([
    ["a PDF", Buffer.from("%PDF-1.7\n1 0 obj")],
    ["an old Excel file", Buffer.from("d0cf11e0a1b11ae1", "hex")],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d", "hex")],
  ] as const)("are not looked for in %s", ([_, bytes]) => {
    expect(textOf(bytes)).toBeUndefined();
  });
});

test("whatever text it is, it has cells", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(...'a";,\t\n\r\\') })),
      (text) => {
        expect(Array.isArray(read(text))).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});

const line = fc.array(fc.string({ unit: fc.constantFrom(..."abø ,;\t\"'\n") }), {
  minLength: 3,
  maxLength: 3,
});
test("rows written with semicolons come back as they were", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (rows) => {
      const all = [["a", "b", "c"], ...rows];
      expect(read(stringify(all, { delimiter: ";", quoted: true }))).toEqual(all);
    }),
  );
});
