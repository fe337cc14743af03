import { randomUUID } from "node:crypto";
import { type Asked, arnOf, ensureMay, type S3Answer } from "./asked.ts";
import { readBody } from "./body.ts";
import { s3Fault } from "./fault.ts";
import { headersToKeep } from "./write-object.ts";

/** An upload that comes in parts, and has not been completed. */
export interface Begun {
  readonly of: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly parts: Map<number, { readonly etag: string; readonly bytes: Buffer }>;
}

const findBegun = (asked: Asked) => {
  const id = asked.query.get("uploadId") ?? "";
  const found = asked.uploads.get(id);
  if (found?.of === arnOf(asked)) return { id, ...found };
  throw s3Fault(404, "NoSuchUpload", "The specified multipart upload does not exist.");
};

export const createUpload = (asked: Asked): S3Answer => {
  ensureMay(asked, "PutObject", arnOf(asked));
  const { told } = readBody(asked.body, asked.bodyHash, asked.request.headers);
  const id = randomUUID();
  asked.uploads.set(id, { of: arnOf(asked), headers: headersToKeep(told), parts: new Map() });
  const document = `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`;
  return { status: 200, document };
};

export const uploadPart = (asked: Asked): S3Answer => {
  ensureMay(asked, "PutObject", arnOf(asked));
  const { parts } = findBegun(asked);
  const { bytes, told } = readBody(asked.body, asked.bodyHash, asked.request.headers);
  const etag = `"${randomUUID().replaceAll("-", "")}"`;
  parts.set(Number(asked.query.get("partNumber")), { etag, bytes });
  const sum = told.get("x-amz-checksum-crc32");
  return { status: 200, headers: { etag, ...(sum !== undefined && { "x-amz-checksum-crc32": sum }) } };
};

/** All parts but the last are of 5 MB or more. */
const smallestPart = 5 * 1024 * 1024;

const partsNamed = (body: string) =>
  [...body.matchAll(/<Part>.*?<\/Part>/gs)].map(([part]) => ({
    number: Number(/<PartNumber>(\d+)<\/PartNumber>/.exec(part)?.[1]),
    etag: /<ETag>(.*?)<\/ETag>/.exec(part)?.[1]?.replaceAll("&quot;", '"'),
  }));

export const completeUpload = (asked: Asked): S3Answer => {
  const { objects, bucket, key, now } = asked;
  ensureMay(asked, "PutObject", arnOf(asked));
  const { id, headers, parts } = findBegun(asked);
  const chosen = partsNamed(asked.body.toString()).map(({ number, etag }, i, all) => {
    const part = parts.get(number);
    if (!part || part.etag !== etag)
      throw s3Fault(400, "InvalidPart", "One or more of the parts is not there.");
    if (i > 0 && number <= (all[i - 1]?.number ?? 0))
      throw s3Fault(400, "InvalidPartOrder", "The list of parts was not in ascending order.");
    if (i < all.length - 1 && part.bytes.length < smallestPart)
      throw s3Fault(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
    return part.bytes;
  });
  if (chosen.length === 0) throw s3Fault(400, "MalformedXML", "The XML you provided was not well-formed");
  const version = objects.put({ bucket: bucket.name, key, bytes: Buffer.concat(chosen), headers }, now());
  asked.uploads.delete(id);
  const document = `<CompleteMultipartUploadResult><ETag>${version.etag.replaceAll('"', "&quot;")}</ETag></CompleteMultipartUploadResult>`;
  return { status: 200, headers: { "x-amz-version-id": version.id }, document };
};

export const abortUpload = (asked: Asked): S3Answer => {
  ensureMay(asked, "AbortMultipartUpload", arnOf(asked));
  asked.uploads.delete(findBegun(asked).id);
  return { status: 204 };
};
