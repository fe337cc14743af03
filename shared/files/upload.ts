import { createHash } from "node:crypto";
import { once } from "node:events";
import { PassThrough } from "node:stream";
import { Upload } from "@aws-sdk/lib-storage";
import type { Bucket, ObjectVersion } from "./bucket.ts";

/** Bytes of one part. S3 takes no less, but for the last, and 10,000 of them at most. */
const partSize = 8 * 1024 * 1024;

export interface Uploaded extends ObjectVersion {
  readonly bytes: number;
  readonly sha256: string;
}

/** A file that is kept bit by bit, and of which no more than a few parts are held. Nothing of it is there until it is closed. */
export const openUpload = (
  { client, name }: Bucket,
  { key, type }: { readonly key: string; readonly type: string },
) => {
  const body = new PassThrough({ highWaterMark: partSize });
  const params = { Bucket: name, Key: key, ContentType: type, Body: body };
  const done = new Upload({ client, params, partSize, queueSize: 1 }).done();
  // Whoever writes or closes hears of it.
  done.catch(() => {});
  body.on("error", () => {});
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    /** Waits until there is room for more. */
    write: async (chunk: Uint8Array): Promise<void> => {
      hash.update(chunk);
      bytes += chunk.length;
      const hasRoom = body.write(chunk);
      // An upload that breaks closes the stream, and only the upload itself says why.
      if (!hasRoom) await Promise.race([once(body, "drain"), done]).catch(() => done);
    },
    close: async (): Promise<Uploaded> => {
      body.end();
      const { VersionId } = await done;
      if (!VersionId) throw new Error(`${name} keeps no versions`);
      return { key, version: VersionId, bytes, sha256: hash.digest("hex") };
    },
    /** Leaves nothing in S3. */
    giveUp: async (): Promise<void> => {
      body.destroy(new Error("given up"));
      await done.catch(() => {});
    },
  };
};
