import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { createPresignedPost, type PresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { bytesIn } from "#shared/domain/stored-file.ts";
import { duration } from "#shared/domain/time.ts";

export interface Bucket {
  readonly client: S3Client;
  readonly name: string;
}

/** An object in the one version that is meant. */
export interface ObjectVersion {
  readonly key: string;
  readonly version: string;
}

export const openBucket = (name: string): Bucket => ({
  name,
  client: new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 2000, requestTimeout: 15_000, throwOnRequestTimeout: true },
  }),
});

const timeToUpload = duration({ minutes: 15 });

export interface Upload {
  /** `…/${filename}` at its end takes the name that the browser gives. */
  readonly key: string;
  readonly maxMegabytes: number;
  /** What the object must be; without it anything that is not too large. */
  readonly exactly?: { readonly type: string; readonly sha256: string } | undefined;
  /** Where S3 sends a browser without script afterwards. */
  readonly goesTo?: string | undefined;
}

/** The form a browser posts a file straight to S3 with. S3 itself refuses what is too large or not as it was declared. */
export const uploadForm = (
  { client, name }: Bucket,
  { key, maxMegabytes, exactly, goesTo }: Upload,
): Promise<PresignedPost> =>
  createPresignedPost(client, {
    Bucket: name,
    Key: key,
    Expires: timeToUpload.total("seconds"),
    Conditions: [["content-length-range", 1, bytesIn(maxMegabytes)]],
    Fields: {
      ...(exactly?.type && { "Content-Type": exactly.type }),
      ...(exactly && {
        "x-amz-checksum-algorithm": "SHA256",
        "x-amz-checksum-sha256": Buffer.from(exactly.sha256, "hex").toString("base64"),
      }),
      ...(goesTo && { success_action_redirect: goesTo }),
    },
  });

const secondsToDownload = 60;

/** `filename*` as RFC 6266 has it, with an ASCII stand-in for who cannot read it. */
const asAttachment = (name: string): string => {
  const plain = name.normalize("NFKD").replace(/[^\x20-\x7e]|["\\%]/g, "");
  const spelt = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain || "file"}"; filename*=UTF-8''${spelt}`;
};

/** An address that gives this version to whoever has it, for a minute, and always as something to save. */
export const downloadLink = (
  { client, name: bucket }: Bucket,
  { key, version, name, type }: ObjectVersion & { readonly name: string; readonly type: string },
): Promise<string> =>
  getSignedUrl(
    client,
    new GetObjectCommand({
      Bucket: bucket,
      Key: key,
      VersionId: version,
      ResponseContentDisposition: asAttachment(name),
      ResponseContentType: type,
    }),
    { expiresIn: secondsToDownload },
  );

const gone: ReadonlySet<string> = new Set(["NoSuchKey", "NoSuchVersion", "MethodNotAllowed"]);

/** The bytes of a version, if it is still there. */
export const readVersion = async (
  { client, name }: Bucket,
  { key, version }: ObjectVersion,
): Promise<Uint8Array | undefined> => {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: key, VersionId: version }));
    return await Body?.transformToByteArray();
  } catch (error) {
    if (error instanceof Error && gone.has(error.name)) return undefined;
    throw error;
  }
};

/** Keeps a file that is made here, and says in which version. S3 checks that it arrived as it was sent. */
export const keepFile = async (
  { client, name }: Bucket,
  { key, bytes, type }: { readonly key: string; readonly bytes: Uint8Array; readonly type: string },
): Promise<ObjectVersion> => {
  const file = { Bucket: name, Key: key, Body: bytes, ContentType: type };
  const { VersionId } = await client.send(new PutObjectCommand(file));
  if (!VersionId) throw new Error(`${name} keeps no versions`);
  return { key, version: VersionId };
};

const putHold = async (
  { client, name }: Bucket,
  { key, version }: ObjectVersion,
  Status: "ON" | "OFF",
): Promise<void> => {
  const object = { Bucket: name, Key: key, VersionId: version };
  await client.send(new PutObjectLegalHoldCommand({ ...object, LegalHold: { Status } }));
};

/** From now on nobody can remove this version. */
export const hold = (bucket: Bucket, object: ObjectVersion): Promise<void> => putHold(bucket, object, "ON");

/** From now on it can be removed again. */
export const release = (bucket: Bucket, object: ObjectVersion): Promise<void> =>
  putHold(bucket, object, "OFF");

/** Removes a version for good; one that is gone already stays gone. */
export const forget = async ({ client, name }: Bucket, { key, version }: ObjectVersion): Promise<void> => {
  await client.send(new DeleteObjectCommand({ Bucket: name, Key: key, VersionId: version }));
};

/** What S3 keeps under a key: a version with content, or a marker that says that it was deleted. */
export interface KeptVersion extends ObjectVersion {
  readonly isMarker: boolean;
}

/** Every version of every object whose key begins so. */
export const versionsUnder = async (
  { client, name }: Bucket,
  prefix: string,
): Promise<readonly KeptVersion[]> => {
  const found: KeptVersion[] = [];
  let from: { readonly KeyMarker?: string | undefined; readonly VersionIdMarker?: string | undefined } = {};
  for (;;) {
    const page = await client.send(new ListObjectVersionsCommand({ Bucket: name, Prefix: prefix, ...from }));
    for (const [list, isMarker] of [
      [page.Versions ?? [], false] as const,
      [page.DeleteMarkers ?? [], true] as const,
    ])
      for (const { Key, VersionId } of list)
        if (Key && VersionId) found.push({ key: Key, version: VersionId, isMarker });
    if (!page.IsTruncated) return found;
    from = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
  }
};
