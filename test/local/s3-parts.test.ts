import { randomBytes } from "node:crypto";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { Bucket, type Client, june, refusalOf, serveS3 } from "./s3-setup.ts";

const Key = "exports/a.zip";
const large = randomBytes(5 * 1024 * 1024);
const small = Buffer.from("the end");

const begin = async (client: Client) => {
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ Bucket, Key, ContentType: "application/zip" }),
  );
  const upload = { Bucket, Key, UploadId };
  const put = async (PartNumber: number, Body: Buffer) => {
    const { ETag } = await client.send(new UploadPartCommand({ ...upload, PartNumber, Body }));
    return { PartNumber, ETag };
  };
  const complete = (...Parts: readonly { PartNumber: number; ETag: string | undefined }[]) =>
    client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: [...Parts] } }));
  return { upload, put, complete };
};

test("what comes in parts is there when they are put together, and not before", async () => {
  const { client, objects } = await serveS3();
  const { put, complete } = await begin(client);
  const [second, first] = [await put(2, small), await put(1, large)];
  expect(objects.all()).toEqual([]);
  const { VersionId } = await complete(first, second);
  const found = await client.send(new GetObjectCommand({ Bucket, Key, VersionId }));
  expect(found).toMatchObject({ ContentType: "application/zip", LastModified: new Date(june), VersionId });
  const bytes = await found.Body?.transformToByteArray();
  expect(Buffer.from(bytes ?? []).equals(Buffer.concat([large, small]))).toBe(true);
});

test("parts that are missing, in disorder or too small are refused as on AWS", async () => {
  const { client, objects } = await serveS3();
  const { put, complete } = await begin(client);
  const [first, second] = [await put(1, small), await put(2, large)];
  expect(await refusalOf(complete(first, second))).toBe("EntityTooSmall");
  expect(await refusalOf(complete(second, first))).toBe("InvalidPartOrder");
  expect(await refusalOf(complete({ ...second, ETag: '"other"' }))).toBe("InvalidPart");
  expect(objects.all()).toEqual([]);
});

test("what is given up is gone, and takes nothing more", async () => {
  const { client } = await serveS3();
  const { upload, put, complete } = await begin(client);
  const part = await put(1, small);
  await client.send(new AbortMultipartUploadCommand(upload));
  expect(await refusalOf(put(1, small))).toBe("NoSuchUpload");
  expect(await refusalOf(complete(part))).toBe("NoSuchUpload");
});

test("whoever may not put an object may not begin one in parts, and giving up takes its own right", async () => {
  const reads = await serveS3({ actions: ["GetObject"] });
  expect(await refusalOf(begin(reads.client))).toBe("AccessDenied");
  const { client } = await serveS3({ actions: ["PutObject"] });
  const { upload } = await begin(client);
  expect(await refusalOf(client.send(new AbortMultipartUploadCommand(upload)))).toBe("AccessDenied");
});
