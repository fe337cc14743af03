// Just so much of ZIP (APPNOTE 6.3) as keeps a small file from unfolding into a large one.
import { crc32, inflateRawSync } from "node:zlib";

export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

/** There is more in a file than anybody means to read. */
export class TooMuch extends Error {
  override readonly name = "TooMuch";
}

const partMark = 0x04034b50;
const entryMark = 0x02014b50;
const endMark = 0x06054b50;
const [partSize, entrySize, endSize] = [30, 46, 22];
const deflated = 8;

const inflate = (packed: Buffer, most: number): Buffer => {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if (error instanceof RangeError) throw new TooMuch();
    throw error;
  }
};

const contentOf = (file: Buffer, entry: number, most: number): Buffer => {
  const at = file.readUInt32LE(entry + 42);
  const from = at + partSize + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const packed = file.subarray(from, from + file.readUInt32LE(entry + 20));
  return file.readUInt16LE(entry + 10) === deflated ? inflate(packed, most) : packed;
};

/** The parts whose names are wanted. Throws when the file is no ZIP, and `TooMuch` when they have more than `most` bytes together. */
export const unzip = (
  file: Buffer,
  { wanted, most }: { readonly wanted: (name: string) => boolean; readonly most: number },
): readonly Part[] => {
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(endMark);
  const end = file.lastIndexOf(mark);
  const parts: Part[] = [];
  let entry = file.readUInt32LE(end + 16);
  let left = most;
  for (let count = file.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (file.readUInt32LE(entry) !== entryMark) throw new Error("Not a ZIP file");
    const nameSize = file.readUInt16LE(entry + 28);
    const name = file.toString("utf8", entry + entrySize, entry + entrySize + nameSize);
    if (wanted(name)) {
      const bytes = contentOf(file, entry, left);
      left -= bytes.length;
      if (left < 0) throw new TooMuch();
      parts.push({ name, bytes });
    }
    entry += entrySize + nameSize + file.readUInt16LE(entry + 30) + file.readUInt16LE(entry + 32);
  }
  return parts;
};

/** What a part's own header and its entry in the list at the end have in common. */
const described = ({ name, bytes }: Part): Buffer => {
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0);
  about.writeUInt32LE(crc32(bytes), 10);
  about.writeUInt32LE(bytes.length, 14);
  about.writeUInt32LE(bytes.length, 18);
  about.writeUInt16LE(Buffer.byteLength(name), 22);
  return about;
};

const marked = (mark: number, ...rest: readonly Buffer[]): Buffer => {
  const start = Buffer.alloc(4);
  start.writeUInt32LE(mark);
  return Buffer.concat([start, ...rest]);
};

/** The parts in one file again, not packed. */
export const zip = (parts: readonly Part[]): Buffer => {
  const pieces: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const piece = marked(partMark, described(part), name, part.bytes);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    entries.push(marked(entryMark, Buffer.from([20, 0]), described(part), where, name));
    pieces.push(piece);
    at += piece.length;
  }
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(endSize - 4);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...pieces, list, marked(endMark, end)]);
};
