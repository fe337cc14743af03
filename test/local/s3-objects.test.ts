import { Readable } from "node:stream";
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectLegalHoldCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
} from "@aws-sdk/client-s3";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "./hand-made.ts";
import { Bucket, type Client, june, refusalOf, serveS3 } from "./s3-setup.ts";

const put = (client: Client, Key: string, Body: string, rest: object = {}) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body, ...rest }));
const get = (client: Client, Key: string, rest: object = {}) =>
  client.send(new GetObjectCommand({ Bucket, Key, ...rest }));
const read = async (client: Client, Key: string, rest: object = {}) =>
  (await get(client, Key, rest)).Body?.transformToString();
const hold = (client: Client, Key: string, VersionId: string | undefined, Status: "ON" | "OFF") =>
  client.send(new PutObjectLegalHoldCommand({ Bucket, Key, VersionId, LegalHold: { Status } }));
const remove = (client: Client, Key: string, VersionId?: string) =>
  client.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));

describe("an object", () => {
  test("comes back as it was put, with its type and what was said of it", async () => {
    const { client } = await serveS3();
    const told = { ContentType: "text/plain", Metadata: { from: "somebody" } };
    const { ETag, VersionId } = await put(client, "a/æ b+c.txt", "hei", told);
    const found = await get(client, "a/æ b+c.txt");
    expect(await found.Body?.transformToString()).toBe("hei");
    expect(found).toMatchObject({ ...told, ETag, VersionId, LastModified: new Date(june), ContentLength: 3 });
  });

  test("can be put as a stream, which comes in frames with its sum behind", async () => {
    const { client } = await serveS3();
    const Body = Readable.from([Buffer.from("abc"), Buffer.from("def")]);
    await client.send(new PutObjectCommand({ Bucket, Key: "s", Body, ContentLength: 6 }));
    expect(await read(client, "s")).toBe("abcdef");
  });

  test("that was put with its SHA-256 is told with it again", async () => {
    const { client } = await serveS3();
    const ChecksumSHA256 = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
    await put(client, "s", "abc", { ChecksumSHA256 });
    expect(await get(client, "s", { ChecksumMode: "ENABLED" })).toMatchObject({ ChecksumSHA256 });
  });

  test.for(["ChecksumSHA256", "ChecksumCRC32"])("that is not what its %s says is refused", async (sum) => {
    const { client, objects } = await serveS3();
    const wrong = { [sum]: Buffer.alloc(sum === "ChecksumCRC32" ? 4 : 32).toString("base64") };
    expect(await refusalOf(put(client, "s", "abc", wrong))).toBe("BadDigest");
    expect(objects.all()).toEqual([]);
  });

  test("can be read in part", async () => {
    const { client } = await serveS3();
    await put(client, "s", "abcdef");
    expect(await read(client, "s", { Range: "bytes=1-3" })).toBe("bcd");
    expect(await read(client, "s", { Range: "bytes=-2" })).toBe("ef");
    expect(await refusalOf(get(client, "s", { Range: "bytes=9-" }))).toBe("InvalidRange");
  });

  test("that is not there is not found", async () => {
    const { client } = await serveS3();
    expect(await refusalOf(get(client, "none"))).toBe("NoSuchKey");
    expect(await refusalOf(get(client, "none", { VersionId: "none" }))).toBe("NoSuchVersion");
    expect(await refusalOf(client.send(new HeadObjectCommand({ Bucket, Key: "none" })))).toBe("NotFound");
    expect(await refusalOf(client.send(new GetObjectCommand({ Bucket: "logs", Key: "s" })))).toBe(
      "NoSuchBucket",
    );
  });

  test("is not put over another by who says so", async () => {
    const { client } = await serveS3();
    await put(client, "s", "first", { IfNoneMatch: "*" });
    expect(await refusalOf(put(client, "s", "second", { IfNoneMatch: "*" }))).toBe("PreconditionFailed");
    expect(await read(client, "s")).toBe("first");
  });
});

describe("versions", () => {
  test("are all kept and read one by one; the latest is what is meant without a name", async () => {
    const { client } = await serveS3();
    const first = await put(client, "s", "first");
    const second = await put(client, "s", "second");
    expect(await read(client, "s")).toBe("second");
    expect(await read(client, "s", { VersionId: first.VersionId })).toBe("first");
    expect(second.VersionId).not.toBe(first.VersionId);
  });

  test("are behind a delete marker when the object is deleted, and there again when it is removed", async () => {
    const { client } = await serveS3();
    const { VersionId } = await put(client, "s", "first");
    const marker = await remove(client, "s");
    expect(marker.DeleteMarker).toBe(true);
    expect(await refusalOf(get(client, "s"))).toBe("NoSuchKey");
    expect(await read(client, "s", { VersionId })).toBe("first");
    expect(await refusalOf(get(client, "s", { VersionId: marker.VersionId }))).toBe("MethodNotAllowed");
    await remove(client, "s", marker.VersionId);
    expect(await read(client, "s")).toBe("first");
  });

  test("are gone for good when they are deleted by name, be it twice", async () => {
    const { client } = await serveS3();
    const { VersionId } = await put(client, "s", "first");
    await remove(client, "s", VersionId);
    await remove(client, "s", VersionId);
    expect(await refusalOf(get(client, "s", { VersionId }))).toBe("NoSuchVersion");
  });

  test("under a legal hold cannot be removed until it is taken away", async () => {
    const { client } = await serveS3();
    const { VersionId } = await put(client, "s", "sent");
    await hold(client, "s", VersionId, "ON");
    const asked = new GetObjectLegalHoldCommand({ Bucket, Key: "s", VersionId });
    expect((await client.send(asked)).LegalHold).toEqual({ Status: "ON" });
    expect(await refusalOf(remove(client, "s", VersionId))).toBe("AccessDenied");
    await remove(client, "s");
    expect(await read(client, "s", { VersionId })).toBe("sent");
    await hold(client, "s", VersionId, "OFF");
    await remove(client, "s", VersionId);
    expect(await refusalOf(get(client, "s", { VersionId }))).toBe("NoSuchVersion");
  });

  test("cannot be held in a bucket without Object Lock", async () => {
    const { client } = await serveS3({ canLock: false });
    const { VersionId } = await put(client, "s", "sent");
    expect(await refusalOf(hold(client, "s", VersionId, "ON"))).toBe("InvalidRequest");
  });

  test("lie in the data folder, holds and all, for the next start", async () => {
    const folder = temporaryFolder();
    const { client } = await serveS3({ folder });
    const { VersionId } = await put(client, "s", "sent");
    await put(client, "s", "later");
    await hold(client, "s", VersionId, "ON");
    const { client: again } = await serveS3({ folder });
    expect(await read(again, "s")).toBe("later");
    expect(await read(again, "s", { VersionId })).toBe("sent");
    expect(await refusalOf(remove(again, "s", VersionId))).toBe("AccessDenied");
    expect(await put(again, "s", "last").then(() => read(again, "s"))).toBe("last");
  });
});

describe("lists", () => {
  test("show what begins as asked, page by page, without what is deleted", async () => {
    const { client } = await serveS3();
    for (const key of ["a/1", "a/2", "a/æ b", "b/1"]) await put(client, key, key);
    await remove(client, "a/1");
    const ask = { Bucket, Prefix: "a/", MaxKeys: 1 };
    const first = await client.send(new ListObjectsV2Command(ask));
    expect(first.Contents?.map(({ Key }) => Key)).toEqual(["a/2"]);
    const next = { ...ask, ContinuationToken: first.NextContinuationToken };
    const { Contents, IsTruncated } = await client.send(new ListObjectsV2Command(next));
    expect(Contents).toMatchObject([{ Key: "a/æ b", Size: 6 }]);
    expect(IsTruncated).toBe(false);
  });

  test("show every version and delete marker, page by page", async () => {
    const { client } = await serveS3();
    const first = await put(client, "a/æ", "1");
    const second = await put(client, "a/æ", "2");
    const marker = await remove(client, "a/æ");
    await put(client, "b", "3");
    const found: unknown[] = [];
    let from: object = {};
    for (let more = true; more; ) {
      const page = await client.send(
        new ListObjectVersionsCommand({ Bucket, Prefix: "a/", MaxKeys: 2, ...from }),
      );
      for (const one of [...(page.DeleteMarkers ?? []), ...(page.Versions ?? [])])
        found.push([one.Key, one.VersionId, one.IsLatest]);
      more = page.IsTruncated ?? false;
      from = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
    }
    expect(found).toEqual([
      ["a/æ", marker.VersionId, true],
      ["a/æ", second.VersionId, false],
      ["a/æ", first.VersionId, false],
    ]);
  });
});

describe("what a function may not", () => {
  const calls = {
    GetObject: (client: Client) => get(client, "s"),
    GetObjectVersion: (client: Client) => get(client, "s", { VersionId: "1" }),
    PutObject: (client: Client) => put(client, "s", "abc"),
    DeleteObject: (client: Client) => remove(client, "s"),
    DeleteObjectVersion: (client: Client) => remove(client, "s", "1"),
    PutObjectLegalHold: (client: Client) => hold(client, "s", "1", "ON"),
    ListBucket: (client: Client) => client.send(new ListObjectsV2Command({ Bucket })),
    ListBucketVersions: (client: Client) => client.send(new ListObjectVersionsCommand({ Bucket })),
  };
  const actions = Object.keys(calls);

  test.for(Object.entries(calls))(
    "%s is refused by its name, and nothing else is",
    async ([action, call]) => {
      const without = await serveS3({ actions: actions.filter((one) => one !== action) });
      const reason = `no identity-based policy allows the s3:${action} action`;
      await expect(call(without.client)).rejects.toThrow(reason);
      const only = await serveS3({ actions: [action] });
      const error = await call(only.client).catch((refusal: unknown) => refusal);
      expect(String(error)).not.toContain("no identity-based policy");
    },
  );

  test("who may not list is not told what is missing", async () => {
    const { client } = await serveS3({ actions: ["GetObject"] });
    expect(await refusalOf(get(client, "none"))).toBe("AccessDenied");
  });

  test("somebody that the template does not know is refused", async () => {
    const { client } = await serveS3({ caller: "Stranger" });
    expect(await refusalOf(get(client, "s"))).toBe("InvalidAccessKeyId");
  });

  test("what this S3 does not know is refused by name", async () => {
    const { client } = await serveS3();
    const copy = new CopyObjectCommand({ Bucket, Key: "c", CopySource: `${Bucket}/s` });
    await expect(client.send(copy)).rejects.toThrow("does not know PUT object copy");
  });
});
