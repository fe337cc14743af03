import { type Asked, arnOf, ensureMay, may, type S3Answer } from "./asked.ts";
import { accessDenied, s3Fault } from "./fault.ts";
import type { Version } from "./version.ts";

const marker = { "x-amz-delete-marker": "true" };

/** Who may not list a bucket is not told what is missing from it either. */
export const missing = (asked: Asked, versionId: string | undefined, headers = {}) => {
  if (!may(asked, "ListBucket", asked.bucket.arn)) return accessDenied();
  return versionId === undefined
    ? s3Fault(404, "NoSuchKey", "The specified key does not exist.", headers)
    : s3Fault(404, "NoSuchVersion", "The specified version does not exist.", headers);
};

/** The version that is meant; refuses a delete marker, and what is not there. */
export const findVersion = (asked: Asked): Version => {
  const versionId = asked.query.get("versionId") ?? undefined;
  const found = asked.objects.find(asked.bucket.name, asked.key, versionId);
  if (!found) throw missing(asked, versionId);
  if (!found.isMarker) return found;
  if (versionId === undefined) throw missing(asked, versionId, marker);
  throw s3Fault(
    405,
    "MethodNotAllowed",
    "The specified method is not allowed against this resource.",
    marker,
  );
};

const rangeIn = (header: string | undefined, size: number): readonly [number, number] | undefined => {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (start <= end) return [start, end];
  throw s3Fault(416, "InvalidRange", "The requested range is not satisfiable");
};

/** What the address itself asks to be told, such as `response-content-disposition`. */
const askedFor = (query: URLSearchParams) =>
  [...query]
    .filter(([name]) => name.startsWith("response-"))
    .map(([name, value]) => [name.slice("response-".length), value]);

const headersOf = (version: Version, { query, request }: Asked): Record<string, string> => ({
  ...version.headers,
  etag: version.etag,
  "last-modified": new Date(version.storedAt).toUTCString(),
  "accept-ranges": "bytes",
  "x-amz-version-id": version.id,
  ...(version.held && { "x-amz-object-lock-legal-hold": "ON" }),
  ...(version.sha256 !== undefined &&
    request.headers["x-amz-checksum-mode"] === "ENABLED" && { "x-amz-checksum-sha256": version.sha256 }),
  ...Object.fromEntries(askedFor(query)),
});

/** GET and HEAD, whole or in part, of the latest version or of the one that is named. */
export const readObject = (asked: Asked): S3Answer => {
  const action = asked.query.has("versionId") ? "GetObjectVersion" : "GetObject";
  ensureMay(asked, action, arnOf(asked));
  const version = findVersion(asked);
  const headers = headersOf(version, asked);
  if (asked.request.headers["if-none-match"] === version.etag) return { status: 304, headers };
  const bytes = asked.objects.bytesOf(version);
  const range = rangeIn(asked.request.headers.range, bytes.length);
  if (!range) return { status: 200, headers, bytes };
  const [start, end] = range;
  const { "x-amz-checksum-sha256": _, ...ofPart } = headers;
  const place = { "content-range": `bytes ${start}-${end}/${bytes.length}` };
  return { status: 206, headers: { ...ofPart, ...place }, bytes: bytes.subarray(start, end + 1) };
};
