import { parse } from "csv-parse/sync";
import fc from "fast-check";
import readXlsxFile from "read-excel-file/node";
import { expect, test } from "vitest";
import { toCsv, toXlsx } from "#shared/spreadsheets/write.ts";
import { asWritten, inCsv, nasty, sheetOf } from "./nasty.ts";

/** Text as people write and paste it. */
const anyText = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.array(fc.constantFrom(...nasty), { maxLength: 3 }).map((parts) => parts.join("")),
);

const anyNumber = fc.oneof(
  fc.integer(),
  fc.constantFrom(-5, 0, 12.5, -0.1, 0.1 + 0.2, 123_456_789_012_345, Number.MAX_SAFE_INTEGER),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
);

const anyDay = fc
  .date({ min: new Date("1900-03-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const anyRows = fc.array(
  fc.tuple(
    fc.option(anyText, { nil: undefined }),
    fc.option(anyNumber, { nil: undefined }),
    fc.option(anyDay, { nil: undefined }),
  ),
  { minLength: 1, maxLength: 4 },
);

test.for([
  ["excel", ";", ","],
  ["plain", ",", "."],
] as const)("CSV for %s is read back cell by cell", ([reader, delimiter, comma]) => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const read = parse(Buffer.from(toCsv(sheetOf(rows), reader)), {
        ...{ delimiter, bom: true, record_delimiter: "\r\n", from: 2 },
      });
      const expected = rows.map(([text, number, day]) => [
        inCsv(text, comma),
        inCsv(number, comma),
        day ?? "",
      ]);
      expect(read).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

const inXlsx = (cell: unknown): unknown =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell ?? undefined);

test("XLSX is read back cell by cell: texts, numbers and days, each as what it is", async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, async (rows) => {
      const [sheet] = await readXlsxFile(Buffer.from(await toXlsx([sheetOf(rows)])), { trim: false });
      const read = sheet?.data.slice(1).map((row) => [0, 1, 2].map((i) => inXlsx(row[i])));
      // Rows of nothing at the end are not told of.
      const expected = rows.map((row) => row.map(asWritten));
      while (expected.at(-1)?.every((cell) => cell === undefined)) expected.pop();
      expect(read).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});
