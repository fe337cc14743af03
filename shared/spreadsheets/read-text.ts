// CSV, and what is copied out of a spreadsheet program, which is text with tabs.
import { parse } from "csv-parse/sync";

const separators = ["\t", ";", ","] as const;

const parseWith = (text: string, separator: string, most: number): string[][] => {
  const how = { delimiter: separator, record_delimiter: "\n", relax_column_count: true, to: most };
  try {
    return parse(text, { ...how, relax_quotes: true });
  } catch {
    // A quotation mark that is never closed is no more than a character.
    return parse(text, { ...how, quote: false });
  }
};

/** How many columns a separator gives, or one when the first rows are not equally wide. */
const width = (text: string, separator: string): number => {
  const widths = parseWith(text, separator, 20).flatMap((row) => (row.some(Boolean) ? [row.length] : []));
  return widths.every((one) => one === widths[0]) ? (widths[0] ?? 1) : 1;
};

const mostIn = (line: string): string =>
  separators.reduce((best, one) => (line.split(one).length > line.split(best).length ? one : best));

/** Of the separators under which the rows are equally wide the one that gives most columns; else what the first line has most of. */
const separatorOf = (text: string): string => {
  const widths = separators.map((one) => width(text, one));
  const widest = Math.max(...widths);
  if (widest > 1) return separators[widths.indexOf(widest)] ?? ";";
  return mostIn(text.trimStart().split("\n", 1)[0] ?? "");
};

/** The cells of a text, at most so many rows of them. Whatever the text is, it has cells. */
export const readText = (text: string, mostRows: number): string[][] => {
  const lines = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const [line = "", told] = /^sep=(.)\n/.exec(lines) ?? [];
  const body = lines.slice(line.length);
  return parseWith(body, told ?? separatorOf(body), mostRows);
};

/** Bytes no text has: a PDF, a picture or an old Excel file has them. */
const isText = (text: string): boolean => !/^%PDF|(?![\s\u0080-\u009f])\p{Cc}/u.test(text);

const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

/** A file as text: UTF-8, the UTF-16 of Excel's «Unicode text», or else Windows-1252, as Norwegian Excel saves CSV. */
export const textOf = (bytes: Uint8Array): string | undefined => {
  const text = decode(bytes);
  return isText(text) ? text : undefined;
};
