import { type Asked, arnOf, ensureMay, type S3Answer } from "./asked.ts";
import { readBody } from "./body.ts";
import { accessDenied, s3Fault } from "./fault.ts";
import { findVersion } from "./read-object.ts";

const kept = /^(content-type|content-disposition|content-language|cache-control|x-amz-meta-.*)$/;

/** What is told of an object again whenever it is read. */
export const headersToKeep = (told: ReadonlyMap<string, string>): Record<string, string> => ({
  "content-type": "binary/octet-stream",
  ...Object.fromEntries([...told].filter(([name]) => kept.test(name))),
});

const ensureExpected = ({ objects, bucket, key, request }: Asked): void => {
  const now = objects.find(bucket.name, key);
  const etag = now && !now.isMarker ? now.etag : undefined;
  const { "if-none-match": ifNone, "if-match": ifMatch } = request.headers;
  if ((ifNone === "*" && etag !== undefined) || (ifMatch !== undefined && ifMatch !== etag))
    throw s3Fault(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
};

export const putObject = (asked: Asked): S3Answer => {
  const { objects, bucket, key, now } = asked;
  ensureMay(asked, "PutObject", arnOf(asked));
  ensureExpected(asked);
  const { bytes, told } = readBody(asked.body, asked.bodyHash, asked.request.headers);
  const sha256 = told.get("x-amz-checksum-sha256");
  const upload = { bucket: bucket.name, key, bytes, headers: headersToKeep(told), sha256 };
  const { etag, id } = objects.put(upload, now());
  return { status: 200, headers: { etag, "x-amz-version-id": id } };
};

/** Removes the named version for good; without one, only hides the object behind a delete marker. */
export const deleteObject = (asked: Asked): S3Answer => {
  const { objects, bucket, key, query, now } = asked;
  const versionId = query.get("versionId") ?? undefined;
  ensureMay(asked, versionId === undefined ? "DeleteObject" : "DeleteObjectVersion", arnOf(asked));
  if (versionId === undefined) {
    const { id } = objects.hide(bucket.name, key, now());
    return { status: 204, headers: { "x-amz-delete-marker": "true", "x-amz-version-id": id } };
  }
  const version = objects.find(bucket.name, key, versionId);
  if (version?.held) throw accessDenied("Access Denied because object protected by object lock.");
  if (version) objects.remove(version);
  return { status: 204, headers: { "x-amz-version-id": versionId } };
};

const ensureCanLock = ({ bucket }: Asked): void => {
  if (!bucket.canLock) throw s3Fault(400, "InvalidRequest", "Bucket is missing Object Lock Configuration");
};

/** Locks a version, or opens it again. */
export const putLegalHold = (asked: Asked): S3Answer => {
  ensureMay(asked, "PutObjectLegalHold", arnOf(asked));
  ensureCanLock(asked);
  const [, status] = /<Status>(ON|OFF)<\/Status>/.exec(asked.body.toString()) ?? [];
  if (status === undefined) throw s3Fault(400, "MalformedXML", "The XML you provided was not well-formed");
  asked.objects.change(findVersion(asked), { held: status === "ON" });
  return { status: 200 };
};

export const getLegalHold = (asked: Asked): S3Answer => {
  ensureMay(asked, "GetObjectLegalHold", arnOf(asked));
  ensureCanLock(asked);
  const status = findVersion(asked).held ? "ON" : "OFF";
  return { status: 200, document: `<LegalHold><Status>${status}</Status></LegalHold>` };
};
