import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Asked, S3Answer, S3Around } from "./asked.ts";
import type { BucketDefinition } from "./buckets.ts";
import { followCors } from "./cors.ts";
import { faultAnswer, s3Fault } from "./fault.ts";
import { listObjects, listVersions } from "./list-objects.ts";
import { abortUpload, completeUpload, createUpload, uploadPart } from "./multipart.ts";
import { postObject } from "./post-object.ts";
import { readObject } from "./read-object.ts";
import { verifyRequest } from "./signature.ts";
import { deleteObject, getLegalHold, putLegalHold, putObject } from "./write-object.ts";

export interface S3Options extends S3Around {
  readonly buckets: readonly BucketDefinition[];
}

type Operation = (asked: Asked) => S3Answer;

/** What of S3 there is here, by method and by the word in the query that tells operations apart. */
const onObject: Readonly<Record<string, Operation>> = {
  "GET ": readObject,
  "HEAD ": readObject,
  "PUT ": putObject,
  "DELETE ": deleteObject,
  "PUT legal-hold": putLegalHold,
  "GET legal-hold": getLegalHold,
  "POST uploads": createUpload,
  "PUT uploadId": uploadPart,
  "POST uploadId": completeUpload,
  "DELETE uploadId": abortUpload,
};
const onBucket: Readonly<Record<string, Operation>> = {
  "GET list-type": listObjects,
  "GET versions": listVersions,
};

/** Words of operations; other parameters of a query only say how. */
const operationWords =
  /^(legal-hold|list-type|versions|uploads|uploadId|delete|tagging|acl|cors|retention|attributes)$/;

const operationOf = (
  { method = "", headers }: IncomingMessage,
  { searchParams }: URL,
  key: string,
): Operation => {
  const asked = [...searchParams.keys()].find((name) => operationWords.test(name)) ?? "";
  const word = headers["x-amz-copy-source"] === undefined ? asked : "copy";
  const found = (key === "" ? onBucket : onObject)[`${method} ${word}`];
  if (found) return found;
  const what = [method, key === "" ? "bucket" : "object", word].join(" ").trim();
  throw s3Fault(501, "NotImplemented", `The local runtime's S3 does not know ${what}.`);
};

/** `/bucket/key`, as the SDK writes it for an address that is a number. */
const splitPath = ({ pathname }: URL) => {
  const [bucket = "", ...key] = pathname.slice(1).split("/").map(decodeURIComponent);
  return { bucket, key: key.join("/") };
};

const isForm = ({ method, headers }: IncomingMessage): boolean =>
  method === "POST" && (headers["content-type"]?.startsWith("multipart/form-data") ?? false);

const send = (request: IncomingMessage, response: ServerResponse, answer: S3Answer): void => {
  const { status, headers = {}, document } = answer;
  const xml = document === undefined ? undefined : `<?xml version="1.0" encoding="UTF-8"?>\n${document}`;
  const type = xml === undefined ? {} : { "content-type": "application/xml" };
  const bytes = answer.bytes ?? Buffer.from(xml ?? "");
  const size = status === 204 || status === 304 ? {} : { "content-length": String(bytes.length) };
  response.writeHead(status, { ...headers, ...type, ...size });
  response.end(request.method === "HEAD" ? undefined : bytes);
};

/** A small S3: signatures, policies, versions and legal holds as on AWS, for the buckets of the template. */
export const s3Server = (options: S3Options): Server => {
  const { buckets, permissions } = options;
  const uploads: Asked["uploads"] = new Map();

  const answer = async (request: IncomingMessage, address: URL, body: Buffer): Promise<S3Answer> => {
    const { bucket: name, key } = splitPath(address);
    const bucket = buckets.find((one) => one.name === name);
    if (!bucket) throw s3Fault(404, "NoSuchBucket", "The specified bucket does not exist");
    const contentType = request.headers["content-type"] ?? "";
    if (isForm(request)) return postObject({ ...options, bucket, body, contentType });
    const signed = verifyRequest(request, address, permissions.secretOf);
    const query = address.searchParams;
    const operation = operationOf(request, address, key);
    return operation({ ...options, ...signed, uploads, request, query, bucket, key, body });
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const address = new URL(request.url ?? "/", "http://localhost");
    const bucket = buckets.find(({ name }) => name === splitPath(address).bucket);
    response.setHeader("x-amz-request-id", randomUUID());
    if (followCors(request, response, bucket?.cors ?? []) === "answered") return;
    const body = await buffer(request);
    send(request, response, await answer(request, address, body).catch(faultAnswer));
  };

  return createServer((request, response) => {
    serve(request, response).catch((error: unknown) => send(request, response, faultAnswer(error)));
  });
};
