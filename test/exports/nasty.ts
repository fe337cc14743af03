import type { Cell, Sheet } from "#shared/spreadsheets/sheet.ts";

/** What people write, paste and try, and programs for tables like to change. */
export const nasty = [
  ...["=1+1", "+47 22 00 25 00", "@x", "\tx", "\rx", "-5", "-x", "\uff1d1+1", "'=1", "'", " x ", "0047"],
  ...['a;"b"', "a,b", '"', "æøå\nlinje to", "a\r\nb", "a\rb", "012", "123456789012345678", "_x0041_", "&lt;"],
  ...[
    "😀",
    "مرحبا بالعالم",
    "\u202eabc",
    "constructor",
    "\0\x1f",
    "_x005F_x000D_",
    "true",
    "2024-06-21",
    "1e5",
    "<b>",
    "]]>",
    "e\u0301",
  ],
];

export const sheetOf = (rows: readonly (readonly Cell[])[]): Sheet => ({
  key: "sheet",
  name: "Ark",
  columns: [
    { key: "text", heading: "Tekst", type: "text" },
    { key: "number", heading: "Tall", type: "number" },
    { key: "day", heading: "Dag", type: "date" },
  ],
  rows,
});

/** Text that a spreadsheet could take for a formula stands behind an apostrophe; nothing else is changed. */
export const inCsv = (cell: Cell, comma: string): string => {
  if (typeof cell === "number") return String(cell).replace(".", comma);
  const text = cell ?? "";
  return /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
};

/** The writer would spoil a file with such a word; it gets a space behind it. */
export const asWritten = (cell: Cell): Cell => {
  if (cell === "") return undefined;
  return typeof cell === "string" && cell in {} ? `${cell} ` : cell;
};
