import { sign as signBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import * as z from "zod";
import { accessKeyIn, type Permissions } from "../permissions.ts";
import { serviceError, toldOf } from "../service-error.ts";
import type { LocalKey } from "./keys.ts";

export interface KmsOptions {
  readonly region: string;
  readonly account: string;
  readonly keys: readonly LocalKey[];
  readonly permissions: Permissions;
  /** Whether KMS is down just now. */
  readonly outage: () => boolean;
}

const algorithm = "ECDSA_SHA_256";
const mostBytes = 4096;

const GetPublicKey = z.strictObject({ KeyId: z.string() });
const Sign = GetPublicKey.extend({
  Message: z.base64(),
  MessageType: z.string().default("RAW"),
  SigningAlgorithm: z.string(),
});

const invalid = (message: string): Error => serviceError("ValidationException", message);

const readBody = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> => {
  const { data, error } = schema.safeParse(body);
  if (error) throw invalid(`The local runtime's KMS cannot read this: ${z.prettifyError(error)}`);
  return data;
};

const sign = ({ arn, privateKey }: LocalKey, body: z.infer<typeof Sign>) => {
  const { MessageType, SigningAlgorithm } = body;
  if (SigningAlgorithm !== algorithm)
    throw serviceError(
      "InvalidKeyUsageException",
      `Algorithm ${SigningAlgorithm} is incompatible with key spec ECC_NIST_P256.`,
    );
  // Node cannot sign a digest that somebody else has made: it digests whatever it is given.
  if (MessageType !== "RAW")
    throw invalid(`The local runtime's KMS signs messages alone: MessageType is ${MessageType}, not RAW.`);
  const message = Buffer.from(body.Message, "base64");
  if (message.length === 0 || message.length > mostBytes)
    throw invalid(`A message has 1 to ${mostBytes} bytes, and this one ${message.length}.`);
  const Signature = signBytes("sha256", message, privateKey).toString("base64");
  return { KeyId: arn, Signature, SigningAlgorithm };
};

const publicKeyOf = ({ arn, publicKey }: LocalKey) => ({
  KeyId: arn,
  PublicKey: publicKey.export({ format: "der", type: "spki" }).toString("base64"),
  KeySpec: "ECC_NIST_P256",
  KeyUsage: "SIGN_VERIFY",
  SigningAlgorithms: [algorithm],
});

const parseJson = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    throw serviceError("SerializationException", "The body is not JSON.");
  }
};

const sendJson = (response: ServerResponse, status: number, content: object): void => {
  response.writeHead(status, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify(content));
};

/** A small KMS (AWS JSON 1.1): signs messages with the template's keys, for those whose roles allow it. */
export const kmsServer = ({ region, account, keys, permissions, outage }: KmsOptions): Server => {
  const keyFor = (accessKey: string, operation: string, keyId: string): LocalKey => {
    const arn = keyId.startsWith("arn:") ? keyId : `arn:aws:kms:${region}:${account}:key/${keyId}`;
    const key = keys.find((one) => one.arn === arn);
    if (!key) throw serviceError("NotFoundException", `Key '${arn}' does not exist`);
    const refusal = permissions.refusal(accessKey, `kms:${operation}`, arn);
    if (refusal !== undefined) throw serviceError("AccessDeniedException", refusal);
    return key;
  };

  const answer = (accessKey: string, target: string, body: unknown): object => {
    if (target === "TrentService.Sign") {
      const asked = readBody(Sign, body);
      return sign(keyFor(accessKey, "Sign", asked.KeyId), asked);
    }
    if (target === "TrentService.GetPublicKey")
      return publicKeyOf(keyFor(accessKey, "GetPublicKey", readBody(GetPublicKey, body).KeyId));
    throw serviceError(
      "UnknownOperationException",
      `The local runtime's KMS does not know ${target || "this"}.`,
    );
  };

  const serve = async ({ headers }: IncomingMessage, body: string): Promise<object> => {
    const accessKey = accessKeyIn(headers.authorization);
    if (outage())
      throw serviceError("KMSInternalException", "The local runtime's KMS is down, as was asked for.", 500);
    if (!permissions.knows(accessKey))
      throw serviceError(
        "UnrecognizedClientException",
        "The security token included in the request is invalid.",
      );
    return answer(accessKey, String(headers["x-amz-target"]), parseJson(body));
  };

  return createServer((request, response) => {
    text(request)
      .then((body) => serve(request, body))
      .then((content) => sendJson(response, 200, content))
      .catch((error: unknown) => {
        const { name, message, status } = toldOf(error);
        sendJson(response, status, { __type: name, message });
      });
  });
};
