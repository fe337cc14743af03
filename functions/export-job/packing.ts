import { createHash } from "node:crypto";
import { Zip, ZipDeflate } from "fflate";
import type { Instant } from "#shared/domain/time.ts";

/** A file in a ZIP, as its manifest tells of it. */
export interface Packed {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What is packed already gains nothing by being packed again. A file that is only stored would not say where it ends to who reads the ZIP from its beginning. */
const levelOf = (path: string) => (/\.(?:json|jsonl|csv)$/.test(path) ? 6 : 0);

/** A ZIP that is written bit by bit. What has been written is held until it is passed on. */
export const openZip = (at: Instant, write: (chunk: Uint8Array) => Promise<void>) => {
  let chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  let written = 0;
  const open = (path: string) => {
    const file = new ZipDeflate(path, { level: levelOf(path) });
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
  const passOn = async (): Promise<void> => {
    const all = chunks;
    chunks = [];
    for (const chunk of all) await write(chunk);
  };
  return {
    open,
    passOn,
    /** Bytes of all files so far, before they were packed. */
    bytes: () => written,
    end: async (): Promise<void> => {
      zip.end();
      await passOn();
    },
  };
};
export type OpenZip = ReturnType<typeof openZip>;
