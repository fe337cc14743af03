import { type Asked, ensureMay, type S3Answer } from "./asked.ts";
import { escapeXml } from "./fault.ts";
import type { Version } from "./version.ts";

const element = (name: string, content: string | number | boolean): string =>
  `<${name}>${escapeXml(String(content))}</${name}>`;

/** Names with signs that XML cannot hold are told as an address tells them, when that is asked for. */
const nameIn = ({ query }: Asked, key: string): string =>
  query.get("encoding-type") === "url" ? encodeURIComponent(key).replaceAll("%2F", "/") : key;

const about = (asked: Asked, { key, storedAt, etag, size, isMarker }: Version): string =>
  element("Key", nameIn(asked, key)) +
  element("LastModified", new Date(storedAt).toISOString()) +
  (isMarker ? "" : element("ETag", etag) + element("Size", size) + element("StorageClass", "STANDARD"));

/** As many as were asked for, and whether there are more. */
const pageOf = ({ query }: Asked, all: readonly Version[]) => {
  const page = all.slice(0, Number(query.get("max-keys") ?? 1000));
  return { page, last: page.at(-1), isTruncated: page.length < all.length };
};

const isLatest = ({ objects }: Asked, { bucket, key, id }: Version): boolean =>
  objects.find(bucket, key)?.id === id;

/** The latest version of each object that is not deleted. */
export const listObjects = (asked: Asked): S3Answer => {
  const { objects, bucket, query } = asked;
  ensureMay(asked, "ListBucket", bucket.arn);
  const after = query.get("continuation-token") ?? query.get("start-after") ?? "";
  const all = objects
    .under(bucket.name, query.get("prefix") ?? "")
    .filter((version) => !version.isMarker && isLatest(asked, version) && version.key > after);
  const { page, last, isTruncated } = pageOf(asked, all);
  const contents = page.map((version) => `<Contents>${about(asked, version)}</Contents>`).join("");
  const more = isTruncated && last ? element("NextContinuationToken", last.key) : "";
  const head = element("KeyCount", page.length) + element("IsTruncated", isTruncated) + more;
  return { status: 200, document: `<ListBucketResult>${head}${contents}</ListBucketResult>` };
};

const versionElement = (asked: Asked, version: Version): string => {
  const name = version.isMarker ? "DeleteMarker" : "Version";
  const which = element("VersionId", version.id) + element("IsLatest", isLatest(asked, version));
  return `<${name}>${about(asked, version)}${which}</${name}>`;
};

/** Every version, and every delete marker. */
export const listVersions = (asked: Asked): S3Answer => {
  const { objects, bucket, query } = asked;
  ensureMay(asked, "ListBucketVersions", bucket.arn);
  const all = objects.under(bucket.name, query.get("prefix") ?? "");
  const place = all.findIndex(
    ({ key, id }) => key === query.get("key-marker") && id === query.get("version-id-marker"),
  );
  const { page, last, isTruncated } = pageOf(asked, all.slice(place + 1));
  const more =
    isTruncated && last
      ? element("NextKeyMarker", nameIn(asked, last.key)) + element("NextVersionIdMarker", last.id)
      : "";
  const versions = page.map((version) => versionElement(asked, version)).join("");
  const document = `<ListVersionsResult>${element("IsTruncated", isTruncated)}${more}${versions}</ListVersionsResult>`;
  return { status: 200, document };
};
