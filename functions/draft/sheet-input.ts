import * as z from "zod";
import type { Problem } from "#shared/domain/refusal.ts";
import { accept, type Result, refuse } from "#shared/domain/result.ts";
import { type Text, t } from "#shared/domain/text.ts";
import type { GroupField } from "#shared/form/fields.ts";
import { type Grid, headingShare } from "#shared/form/sheet-columns.ts";
import type { SheetRows } from "#shared/form/sheet-rows.ts";
import type { PostedFile } from "#shared/http/body.ts";
import { mostRows } from "#shared/spreadsheets/sheet.ts";
import { sheetWords } from "#web/words/sheet.ts";

/** Bytes. A list of two hundred rows has a tenth of it. */
export const largestFile = 1_000_000;

const Cells = z.array(z.array(z.string()).max(100)).max(mostRows + 1);

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Rows are pasted as text or sent as cells; a form sends the cells it was given back as JSON. Only with `take` is anything kept. */
export const SheetPost = z.strictObject({
  text: z.string().default(""),
  rows: z.union([Cells, z.string().transform(readJson).pipe(Cells)]).optional(),
  how: z.enum(["add", "replace"]).default("add"),
  revision: z.coerce.number().int().min(0).optional(),
  take: z.enum(["all", "good"]).optional(),
});
export type SheetPost = z.infer<typeof SheetPost>;

/** What was sent, and what is read of it. */
export interface ReadSheet {
  readonly post: SheetPost;
  readonly grid: Grid;
  readonly read: SheetRows;
}

const inAll = (key: "pasted" | "chosen"): Text =>
  t(sheetWords.nb[key], sheetWords.nn[key], sheetWords.en[key]);

const problemAt = (at: "text" | "file", code: string, message: Text): Problem => ({
  pointer: `/${at}`,
  code,
  label: inAll(at === "text" ? "pasted" : "chosen"),
  message,
});

const nothingGiven = t(
  "Lim inn minst én rad, eller velg en fil",
  "Lim inn minst éi rad, eller vel ei fil",
  "Paste at least one row, or choose a file",
);
const noRows = t(
  "Vi fant ingen rader her. Sjekk at radene står på det første arket, under navnene på kolonnene",
  "Vi fann ingen rader her. Sjekk at radene står på det første arket, under namna på kolonnane",
  "We found no rows here. Check that they are on the first sheet, below the names of the columns",
);
const tooLargeFile = t(
  `Filen er for stor: vi tar imot høyst ${largestFile / 1000} kB. Kopier radene over i et nytt regneark`,
  `Fila er for stor: vi tek imot høgst ${largestFile / 1000} kB. Kopier radene over i eit nytt rekneark`,
  `The file is too large: we take at most ${largestFile / 1000} kB. Copy the rows to a new spreadsheet`,
);
const tooMuch = t(
  `Det er for mye her: vi leser høyst ${mostRows} rader. Kopier bare radene som skal inn, til et nytt regneark`,
  `Det er for mykje her: vi les høgst ${mostRows} rader. Kopier berre radene som skal inn, til eit nytt rekneark`,
  `There is too much here: we read at most ${mostRows} rows. Copy only the rows you want to a new spreadsheet`,
);
const unreadable = t(
  "Vi kan ikke lese denne filen. Lagre den som XLSX eller CSV, uten passord",
  "Vi kan ikkje lese denne fila. Lagre ho som XLSX eller CSV, utan passord",
  "We cannot read this file. Save it as XLSX or CSV, without a password",
);

/** The first sheet that begins with headings we know; else the first. */
const choose =
  (group: GroupField) =>
  (sheets: readonly Grid[]): Grid =>
    sheets.find((sheet) => headingShare(group, sheet) >= 0.5) ??
    sheets.find((sheet) => headingShare(group, sheet) > 0) ??
    sheets[0] ??
    [];

export const noRowsIn = (file: PostedFile | undefined): Problem =>
  problemAt(file ? "file" : "text", "required", noRows);

/** The cells that somebody sent: of a file, of what was pasted, or as they are. */
export const gridOf = async (
  { text, rows }: SheetPost,
  file: PostedFile | undefined,
  group: GroupField,
): Promise<Result<Grid, Problem>> => {
  if (rows) return accept(rows);
  const at = file ? "file" : "text";
  if (!file && !text.trim()) return refuse(problemAt(at, "required", nothingGiven));
  if (file && file.bytes.length > largestFile) return refuse(problemAt(at, "too-large", tooLargeFile));
  // Needed by few, so not read when the function starts.
  const { readFile } = await import("#shared/spreadsheets/read-file.ts");
  const read = await readFile(file?.bytes ?? new TextEncoder().encode(text), choose(group));
  if (read.ok) return accept(read.sheet);
  return refuse(problemAt(at, read.why, read.why === "too-much" ? tooMuch : unreadable));
};
