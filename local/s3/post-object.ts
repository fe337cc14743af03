import { arnOf, ensureMay, type S3Answer, type S3Around } from "./asked.ts";
import { ensureSums } from "./body.ts";
import type { BucketDefinition } from "./buckets.ts";
import { accessDenied, escapeXml, s3Fault } from "./fault.ts";
import { type PostForm, readPostForm } from "./post-form.ts";
import { ensureKeepsPolicy } from "./post-policy.ts";
import { verifyPolicy } from "./signature.ts";
import type { Version } from "./version.ts";
import { headersToKeep } from "./write-object.ts";

interface Posted extends S3Around {
  readonly bucket: BucketDefinition;
  readonly body: Buffer;
  readonly contentType: string;
}

const redirectTo = (address: string, { bucket, key, etag }: Version): string | undefined => {
  if (!URL.canParse(address)) return undefined;
  const to = new URL(address);
  for (const [name, value] of Object.entries({ bucket, key, etag })) to.searchParams.append(name, value);
  return to.href;
};

const createdDocument = ({ bucket, key, etag }: Version): string =>
  `<PostResponse><Bucket>${bucket}</Bucket><Key>${escapeXml(key)}</Key><ETag>${escapeXml(etag)}</ETag></PostResponse>`;

/** As the form wants it: on to an address of its own, or a status, by default 204. */
const answerTo = (fields: ReadonlyMap<string, string>, version: Version): S3Answer => {
  const headers = { etag: version.etag, "x-amz-version-id": version.id };
  const location = redirectTo(fields.get("success_action_redirect") ?? "", version);
  if (location !== undefined) return { status: 303, headers: { ...headers, location } };
  const status = fields.get("success_action_status");
  if (status === "201") return { status: 201, headers, document: createdDocument(version) };
  return { status: status === "200" ? 200 : 204, headers };
};

const keyIn = ({ fields }: PostForm): string => {
  const key = fields.get("key");
  if (key) return key;
  throw s3Fault(400, "InvalidArgument", "Bucket POST must contain a field named 'key'.");
};

/** Takes a file from a browser's form, if its policy is signed, is kept, and its signer may put objects there. */
export const postObject = async (posted: Posted): Promise<S3Answer> => {
  const { bucket, permissions, objects } = posted;
  const form = await readPostForm(posted.body, posted.contentType);
  const { fields, bytes } = form;
  if (!fields.has("policy")) throw accessDenied();
  const accessKey = verifyPolicy(fields, permissions.secretOf);
  ensureKeepsPolicy({ fields: new Map([...fields, ["bucket", bucket.name]]), size: bytes.length });
  const key = keyIn(form);
  ensureMay({ permissions, accessKey }, "PutObject", arnOf({ bucket, key }));
  ensureSums(bytes, fields);
  const sha256 = fields.get("x-amz-checksum-sha256");
  const upload = { bucket: bucket.name, key, bytes, headers: headersToKeep(fields), sha256 };
  return answerTo(fields, objects.put(upload, posted.now()));
};
