import { stringify } from "csv-stringify/sync";
import writeExcelFile from "write-excel-file/node";
import type { Cell, CsvReader, Dropdown, Sheet, Sheets } from "./sheet.ts";

const readers = {
  excel: {
    bom: true,
    delimiter: ";",
    cast: { number: (number: number) => String(number).replace(".", ",") },
  },
  plain: { bom: false, delimiter: "," },
} as const satisfies Record<CsvReader, object>;

const csvOf = (rows: readonly (readonly Cell[])[], how: (typeof readers)[CsvReader], bom = false) =>
  new TextEncoder().encode(
    stringify(
      rows.map((row) => row.map((cell) => cell ?? "")),
      // A line feed or a tab alone is no reason for quotes to this library, but ends a row or a cell in Excel and LibreOffice.
      { ...how, bom, record_delimiter: "windows", escape_formulas: true, quoted_match: /[\r\n\t]|^\s|\s$/ },
    ),
  );

/** What a file of CSV begins with. */
export const csvHead = ({ columns }: Pick<Sheet, "columns">, reader: CsvReader): Uint8Array =>
  csvOf([columns.map(({ heading }) => heading)], readers[reader], readers[reader].bom);

/** The rows alone. Text that looks like a formula gets an apostrophe, numbers never (RFC 4180; OWASP, CSV Injection). */
export const csvRows = ({ rows }: Pick<Sheet, "rows">, reader: CsvReader): Uint8Array =>
  csvOf(rows, readers[reader]);

export const toCsv = (sheet: Sheet, reader: CsvReader = "excel"): Uint8Array =>
  Buffer.concat([csvHead(sheet, reader), csvRows(sheet, reader)]);

const spelledOut = (sign: string): string =>
  [...Array(sign.length).keys()]
    .map((i) => `_x${sign.charCodeAt(i).toString(16).toUpperCase().padStart(4, "0")}_`)
    .join("");

/** What XML does not have, or reads as something else (a return becomes a line feed), is `_x000D_` in XLSX, and what only looks so is guarded (ECMA-376, 22.9.2.19). */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffd]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu, spelledOut);

/** The writer takes what every JavaScript object has («constructor») for a text it knows, and spoils the file; a space after it helps. */
const safeText = (text: string): string => (text in {} ? `${text} ` : text);

/** Characters in a cell: Excel cuts off what is more, and says nothing. */
const mostInCell = 32_767;

/** As the text goes into a cell. One that would not come whole is an error rather than a shorter text. */
const textCell = (text: string) => {
  if (text.length > mostInCell)
    throw new Error(`A text of ${text.length} characters is more than a cell of XLSX takes`);
  return { type: String, value: safeText(escaped(text)) };
};

/** Typed cells: text stays text however much it looks like a formula, numbers and days are what they are. */
const cellsOf = ({ columns, rows }: Sheet) =>
  rows.map((row) =>
    row.map((cell: Cell, i) => {
      if (cell === undefined || cell === "") return null;
      if (typeof cell === "number") return { type: Number, value: cell };
      if (columns[i]?.type === "date")
        return { type: Date, value: new Date(`${cell}T00:00:00Z`), format: "dd.mm.yyyy" };
      return textCell(cell);
    }),
  );

/** Excel opens no file in which two sheets are named alike. */
const ownName = ({ name }: Sheet, index: number, all: Sheets): string =>
  all.findIndex((other) => other.name === name) === index ? name : `${name.slice(0, 27)} ${index + 1}`;

/** What a cell may be chosen from, as a sheet's own XML says it (ECMA-376, 18.3.1.33). Other values may be typed too. */
const dataValidations = (dropdowns: readonly Dropdown[]): string => {
  const rules = dropdowns.map(
    ({ cells, from }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${cells}"><formula1>${from}</formula1></dataValidation>`,
  );
  return `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
};

const onFirstSheet = (dropdowns: readonly Dropdown[]) => ({
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        insert: (_: unknown, { sheetIndex }: { readonly sheetIndex: number }) =>
          sheetIndex === 0 && dropdowns.length > 0 ? dataValidations(dropdowns) : undefined,
      },
    },
  },
});

const [narrowest, widest] = [10, 60];

/** Wide enough for its heading and for what stands in it, within reason. */
const widthOf = ({ columns, rows }: Sheet, i: number): number => {
  const longest = (cell: Cell): number =>
    Math.max(
      ...String(cell ?? "")
        .split("\n")
        .map(({ length }) => length),
    );
  const widths = [columns[i]?.heading, ...rows.map((row) => row[i])].map(longest);
  return Math.min(widest, Math.max(narrowest, ...new Set(widths)) + 2);
};

/** All sheets in one file; the first may have cells to choose in. */
export const toXlsx = async (all: Sheets, dropdowns: readonly Dropdown[] = []): Promise<Uint8Array> => {
  const written = writeExcelFile(
    all.map((sheet, index) => ({
      sheet: ownName(sheet, index, all),
      data: [
        sheet.columns.map(({ heading }) => ({ value: heading, fontWeight: "bold" as const })),
        ...cellsOf(sheet),
      ],
      stickyRowsCount: 1,
      columns: sheet.columns.map((_, i) => ({ width: widthOf(sheet, i) })),
    })),
    { features: [onFirstSheet(dropdowns)] },
  );
  return new Uint8Array(await written.toBuffer());
};
