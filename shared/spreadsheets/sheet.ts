export const fileTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** Who reads CSV: Excel on a Norwegian machine (semicolons, decimal comma, byte order mark), or whoever takes RFC 4180 by the letter. */
export type CsvReader = "excel" | "plain";

/** Rows read of any sheet; a form takes fewer. */
export const mostRows = 1000;

export type Cell = string | number | undefined;

export interface Column {
  /** As a program finds it. */
  readonly key: string;
  readonly heading: string;
  readonly type: "text" | "number" | "date";
}

/** A table to be written. Every row has a cell for each column. */
export interface Sheet {
  readonly key: string;
  /** As Excel shows it: at most 31 characters. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What is asked for, and tables that hang on it. */
export type Sheets = readonly [Sheet, ...Sheet[]];

/** Cells to choose in, and the cells they are chosen from, as a spreadsheet writes such ranges: `C2:C201`, `Sheet!$A$2:$A$5`. */
export interface Dropdown {
  readonly cells: string;
  readonly from: string;
}
