import { createHash } from "node:crypto";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import type { Instant } from "#shared/domain/time.ts";

/** A file in a ZIP, as its manifest tells of it. */
export interface Packed {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What is packed already gains nothing by being packed again. */
const isPacked = (path: string): boolean => path.endsWith(".xlsx");

/** A ZIP that is written bit by bit. Of what has been written only the packed bytes are held. */
export const openZip = (at: Instant) => {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  let written = 0;
  const open = (path: string) => {
    const file = isPacked(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    file.mtime = at.epochMilliseconds;
    zip.add(file);
    const hash = createHash("sha256");
    let bytes = 0;
    return {
      push: (piece: Uint8Array): void => {
        hash.update(piece);
        bytes += piece.length;
        written += piece.length;
        file.push(piece);
      },
      end: (): Packed => {
        file.push(new Uint8Array(), true);
        return { path, bytes, sha256: hash.digest("hex") };
      },
    };
  };
  return {
    open,
    /** Bytes of all files so far, before they were packed. */
    bytes: () => written,
    close: (): Uint8Array => {
      zip.end();
      return Buffer.concat(chunks);
    },
  };
};
export type OpenZip = ReturnType<typeof openZip>;
