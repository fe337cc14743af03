import { crc32 } from "node:zlib";

export const aPdf = (words = "Strategi"): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ${words}\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`,
  );

/** What a zip file says before each of its files: here it is kept as it is, without being compressed (APPNOTE 4.3.7). */
const entry = (name: string, text: string): Buffer => {
  const bytes = Buffer.from(text);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50);
  head.writeUInt16LE(20, 4);
  head.writeUInt32LE(crc32(bytes), 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt32LE(bytes.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), bytes]);
};

const office = (part: string, type: string): Uint8Array<ArrayBuffer> => {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`;
  return new Uint8Array(Buffer.concat([entry("[Content_Types].xml", types), entry(part, "<x/>")]));
};

export const aDocx = () => office("word/document.xml", "wordprocessingml.document");
export const anXlsx = () => office("xl/workbook.xml", "spreadsheetml.sheet");

/** The head of a program for Windows. */
export const anExe = (): Uint8Array<ArrayBuffer> =>
  new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, ...new Array(500).fill(0)]);
