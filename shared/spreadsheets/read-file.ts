import { readText, textOf } from "./read-text.ts";
import { readXlsx } from "./read-xlsx.ts";
import { mostRows } from "./sheet.ts";
import { TooMuch } from "./zip.ts";

const mostColumns = 100;
const mostCharacters = 1_000_000;

type Sheet = readonly (readonly string[])[];

export type ReadFile =
  | { readonly ok: true; readonly sheet: Sheet }
  | { readonly ok: false; readonly why: "unreadable" | "too-much" };

const isZip = (bytes: Buffer): boolean => bytes.toString("latin1", 0, 4) === "PK\x03\x04";

const sheetsIn = async (bytes: Buffer): Promise<readonly Sheet[] | undefined> => {
  if (isZip(bytes)) return readXlsx(bytes);
  const text = textOf(bytes);
  return text === undefined ? undefined : [readText(text, mostRows + 1)];
};

/** A cell may be long and stand in many places: a small file can say a lot. */
const isTooMuch = (sheet: Sheet): boolean => {
  const characters = sheet.reduce((sum, row) => row.reduce((of, cell) => of + cell.length, sum), 0);
  return sheet.length > mostRows || characters > mostCharacters;
};

/** One sheet of a file: of XLSX the one that is chosen, of text the only one. What the file is called tells nothing. */
export const readFile = async (
  file: Uint8Array,
  choose: (sheets: readonly Sheet[]) => Sheet,
): Promise<ReadFile> => {
  try {
    const sheets = await sheetsIn(Buffer.from(file));
    if (!sheets) return { ok: false, why: "unreadable" };
    const sheet = choose(sheets).map((row) => row.slice(0, mostColumns));
    return isTooMuch(sheet) ? { ok: false, why: "too-much" } : { ok: true, sheet };
  } catch (error) {
    return { ok: false, why: error instanceof TooMuch ? "too-much" : "unreadable" };
  }
};
