import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { accessDenied, s3Fault } from "./fault.ts";

/** Whose signature a request carries, and the SHA-256 of the body that was signed along. */
export interface Signed {
  readonly accessKey: string;
  readonly bodyHash: string;
}

/** The secret of an access key, when there is such a key. */
export type SecretOf = (accessKey: string) => string | undefined;

interface Parts extends Signed {
  readonly scope: string;
  readonly signedHeaders: string;
  readonly signature: string;
  readonly date: string;
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** As AWS's fourth way of signing encodes: everything but the unreserved signs. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const ensureSignature = (text: string, given: string, scope: string, secret: string): void => {
  const [date = "", region = "", service = ""] = scope.split("/");
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), "aws4_request");
  if (isSame(hmac(key, text).toString("hex"), given)) return;
  const words = "The request signature we calculated does not match the signature you provided.";
  throw s3Fault(403, "SignatureDoesNotMatch", words);
};

const secretFor = (accessKey: string, secretOf: SecretOf): string => {
  const secret = secretOf(accessKey);
  if (secret !== undefined) return secret;
  throw s3Fault(
    403,
    "InvalidAccessKeyId",
    "The AWS Access Key Id you provided does not exist in our records.",
  );
};

const splitCredential = (credential: string) => {
  const [accessKey = "", ...scope] = credential.split("/");
  return { accessKey, scope: scope.join("/") };
};

/** `20240621T140000Z` as milliseconds since 1970. */
const timeOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));

/** A link that carries its signature: good until it expires. */
const partsOfLink = (query: URLSearchParams, now: number): Parts => {
  const date = query.get("X-Amz-Date") ?? "";
  const until = timeOf(date) + Number(query.get("X-Amz-Expires")) * 1000;
  if (!(now <= until)) throw accessDenied("Request has expired");
  return {
    ...splitCredential(query.get("X-Amz-Credential") ?? ""),
    signedHeaders: query.get("X-Amz-SignedHeaders") ?? "",
    signature: query.get("X-Amz-Signature") ?? "",
    date,
    bodyHash: query.get("X-Amz-Content-Sha256") ?? "UNSIGNED-PAYLOAD",
  };
};

const mostSkew = 15 * 60_000;

/** A request that was signed just now. */
const partsOfHeaders = ({ headers }: IncomingMessage, now: number): Parts => {
  const pattern = /Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=(\w+)/;
  const [, credential = "", signedHeaders = "", signature = ""] =
    pattern.exec(headers.authorization ?? "") ?? [];
  if (credential === "") throw accessDenied();
  const date = String(headers["x-amz-date"]);
  if (!(Math.abs(now - timeOf(date)) <= mostSkew))
    throw s3Fault(
      403,
      "RequestTimeTooSkewed",
      "The difference between the request time and ours is too large.",
    );
  const bodyHash = String(headers["x-amz-content-sha256"]);
  return { ...splitCredential(credential), signedHeaders, signature, date, bodyHash };
};

const canonicalQuery = (query: URLSearchParams): string =>
  [...query]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encode(name)}\0${encode(value)}`)
    .sort()
    .join("&")
    .replaceAll("\0", "=");

const canonicalHeader = ({ headers }: IncomingMessage, name: string): string =>
  `${name}:${String(headers[name] ?? "")
    .trim()
    .replace(/\s+/g, " ")}`;

/** Finds out who signed a request, in its headers or in its address. Signatures go by real time, as the SDK that makes them does. */
export const verifyRequest = (
  request: IncomingMessage,
  address: URL,
  secretOf: SecretOf,
  now = Date.now(),
): Signed => {
  const query = address.searchParams;
  const isLink = query.has("X-Amz-Signature");
  const parts = isLink ? partsOfLink(query, now) : partsOfHeaders(request, now);
  const canonical = [
    request.method,
    address.pathname.split("/").map(decodeURIComponent).map(encode).join("/"),
    canonicalQuery(query),
    ...parts.signedHeaders.split(";").map((name) => canonicalHeader(request, name)),
    "",
    parts.signedHeaders,
    parts.bodyHash,
  ].join("\n");
  const text = ["AWS4-HMAC-SHA256", parts.date, parts.scope, sha256(canonical)].join("\n");
  ensureSignature(text, parts.signature, parts.scope, secretFor(parts.accessKey, secretOf));
  return parts;
};

/** Finds out who signed a form's policy. */
export const verifyPolicy = (fields: ReadonlyMap<string, string>, secretOf: SecretOf): string => {
  const { accessKey, scope } = splitCredential(fields.get("x-amz-credential") ?? "");
  const signature = fields.get("x-amz-signature") ?? "";
  ensureSignature(fields.get("policy") ?? "", signature, scope, secretFor(accessKey, secretOf));
  return accessKey;
};
