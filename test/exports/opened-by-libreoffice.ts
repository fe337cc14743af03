// Opens exports in LibreOffice, has it write them again, and compares cell by cell: node test/exports/opened-by-libreoffice.ts
// By hand, with Debian's libreoffice-calc: it is too large for every run of the tests.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import type { Cell } from "#shared/spreadsheets/sheet.ts";
import { toCsv, toXlsx } from "#shared/spreadsheets/write.ts";
import { asWritten, inCsv, nasty, sheetOf } from "./nasty.ts";

const numbers = [-5, 0, 12.5, -0.1, 123_456_789_012_345, 1_000_000];
const days = ["2024-06-21", "1900-03-01", "2099-12-31"];
const rows: readonly (readonly Cell[])[] = nasty.map((text, i) => [
  text,
  numbers[i % numbers.length],
  days[i % days.length],
]);

const folder = mkdtempSync(path.join(tmpdir(), "libreoffice-"));

/** LibreOffice's own words for CSV: separator, quote, UTF-8, first line, formats of columns, language, all text in quotes, cells as shown. */
const csvOut = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,true,true,false,false,false,-1";

const convert = (file: string, to: string, from?: string): void => {
  const reading = from ? [`--infilter=${from}`] : [];
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      ...reading,
      "--convert-to",
      to,
      "--outdir",
      folder,
      file,
    ],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
};

const readBack = (name: string): string[][] =>
  parse(readFileSync(path.join(folder, name)), {
    delimiter: ",",
    bom: true,
    from: 2,
    relax_column_count: true,
  });

/** What LibreOffice itself does to every file: one kind of line end, no tab or other control in a cell of CSV, and dates as its own language has them. */
const asLibreOfficeHas = (cell: string): string =>
  cell
    .replace(/\r\n?/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\0-\x09\x0b-\x1f]/g, "")
    .replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$2/$3/$1");

const told = (line: string): void => void process.stdout.write(`${line}\n`);

let wrong = 0;
const compare = (what: string, read: string[][], expected: readonly (readonly Cell[])[]): void => {
  for (const [i, row] of expected.entries())
    for (const [k, cell] of row.entries()) {
      const [is, should] = [read[i]?.[k] ?? "", String(cell ?? "")];
      if (asLibreOfficeHas(is) === asLibreOfficeHas(should)) continue;
      wrong += 1;
      told(`${what}, row ${i + 1}, column ${k + 1}: ${JSON.stringify(is)}, not ${JSON.stringify(should)}`);
    }
  told(`${what}: ${expected.length} rows compared`);
};

writeFileSync(path.join(folder, "xlsx.xlsx"), await toXlsx([sheetOf(rows)]));
convert(path.join(folder, "xlsx.xlsx"), csvOut);
compare(
  "XLSX",
  readBack("xlsx-Ark.csv"),
  rows.map((row) => row.map(asWritten)),
);

for (const [reader, separator, language, comma] of [
  ["excel", 59, 1044, ","],
  ["plain", 44, 1033, "."],
] as const) {
  const file = path.join(folder, `${reader}.csv`);
  writeFileSync(file, toCsv(sheetOf(rows), reader));
  // As in the dialog where one says that the first column is text, and the third a date of year, month and day.
  convert(file, "ods", `CSV:${separator},34,76,1,1/2/2/1/3/5,${language}`);
  convert(path.join(folder, `${reader}.ods`), csvOut);
  const expected = rows.map(([text, number, day]) => [inCsv(text, comma), number, day]);
  compare(`CSV for ${reader}`, readBack(`${reader}-${reader}.csv`), expected);
}
process.exitCode = wrong > 0 ? 1 : 0;
