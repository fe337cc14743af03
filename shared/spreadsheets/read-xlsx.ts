import readSheets from "read-excel-file/universal";
import { TooMuch, unzip, zip } from "./zip.ts";

/** Bytes unpacked: some hundred times what a list of two hundred rows needs. */
const mostUnpacked = 20_000_000;

/** Far out in a sheet a cell of a few bytes would stand for millions of empty ones. */
const nearby = /^[A-Z]{0,2}[1-9]\d{0,3}$/;
const places = /(?:\s|(?<!\sxmlns):)r\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const isFarOut = (xml: string): boolean =>
  xml.includes("sheetData") &&
  [...xml.matchAll(places)].some(([, one, other]) => !nearby.test(one ?? other ?? ""));

/** As Excel shows it: the fifteen digits it reckons with, days as they are written in Norway. */
const asText = (cell: unknown): string => {
  if (cell instanceof Date) return `${cell.getUTCDate()}.${cell.getUTCMonth() + 1}.${cell.getUTCFullYear()}`;
  if (typeof cell === "number") return String(Number(cell.toPrecision(15)));
  return cell === null || cell === undefined ? "" : String(cell);
};

/** All sheets of an XLSX file as text. Throws when it is none, and `TooMuch` when it is too much to read. */
export const readXlsx = async (file: Buffer): Promise<readonly (readonly string[][])[]> => {
  const parts = unzip(file, { wanted: (name) => /\.(xml|rels)$/.test(name), most: mostUnpacked });
  if (parts.some(({ bytes }) => isFarOut(bytes.toString("utf8")))) throw new TooMuch();
  // What is packed and large it would unpack in a thread of its own, which a bundle cannot give it.
  const sheets = await readSheets(new Blob([new Uint8Array(zip(parts))]));
  return sheets.map(({ data }) => data.map((row) => row.map(asText)));
};
