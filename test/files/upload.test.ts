import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { sha256 } from "#shared/domain/digest.ts";
import { readVersion } from "#shared/files/bucket.ts";
import { openUpload } from "#shared/files/upload.ts";
import { localBucket } from "../support/bucket.ts";

const megabyte = 1024 * 1024;
const file = { key: "exports/a.zip", type: "application/zip" };

test.for([0, 1, 3, 40])(
  "a file of %i MB that is written bit by bit is there as it was written",
  async (count) => {
    const { bucket, versions } = await localBucket();
    const upload = openUpload(bucket, file);
    const bits = Array.from({ length: count }, () => randomBytes(megabyte));
    for (const bit of bits) await upload.write(bit);
    expect(versions()).toEqual([]);
    const kept = await upload.close();
    const all = Buffer.concat(bits);
    expect(kept).toMatchObject({ key: file.key, bytes: count * megabyte, sha256: sha256(all) });
    expect(sha256((await readVersion(bucket, kept)) ?? "")).toBe(kept.sha256);
  },
);

test.for([1, 40])("one of %i MB that is given up leaves nothing", async (count) => {
  const { bucket, versions } = await localBucket();
  const upload = openUpload(bucket, file);
  for (let i = 0; i < count; i += 1) await upload.write(randomBytes(megabyte));
  await upload.giveUp();
  expect(versions()).toEqual([]);
});

test("when S3 takes no more, whoever writes hears of it, and of nothing else", async () => {
  const { bucket, versions } = await localBucket();
  bucket.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === "UploadPartCommand") throw new Error("out of order");
        return next(args);
      },
    { step: "initialize" },
  );
  const upload = openUpload(bucket, file);
  const writing = async () => {
    for (let i = 0; i < 100; i += 1) await upload.write(randomBytes(megabyte));
  };
  await expect(writing()).rejects.toThrow("out of order");
  await upload.giveUp();
  expect(versions()).toEqual([]);
});
