import { stringify } from "csv-stringify/sync";
import writeExcelFile from "write-excel-file/node";
import type { Cell, Dropdown, Sheet, Sheets } from "./sheet.ts";

const withComma = (number: number): string => String(number).replace(".", ",");

/** For Norwegian Excel: semicolons, a byte order mark, decimal comma; text that looks like a formula gets an apostrophe, numbers never (RFC 4180; OWASP, CSV Injection). */
export const toCsv = ({ columns, rows }: Sheet): Uint8Array => {
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

/** The writer takes what every JavaScript object has («constructor») for a text it knows, and spoils the file; a space after it helps. */
const safeText = (text: string): string => (text in {} ? `${text} ` : text);

/** Typed cells: text stays text however much it looks like a formula, numbers and days are what they are. */
const cellsOf = ({ columns, rows }: Sheet) =>
  rows.map((row) =>
    row.map((cell: Cell, i) => {
      if (cell === undefined || cell === "") return null;
      if (typeof cell === "number") return { type: Number, value: cell };
      if (columns[i]?.type === "date")
        return { type: Date, value: new Date(`${cell}T00:00:00Z`), format: "dd.mm.yyyy" };
      return { type: String, value: safeText(cell) };
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
      columns: sheet.columns.map(() => ({ width: 22 })),
    })),
    { features: [onFirstSheet(dropdowns)] },
  );
  return new Uint8Array(await written.toBuffer());
};
