import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Refusal } from "#shared/domain/refusal.ts";
import { accept, type Result, refuse } from "#shared/domain/result.ts";
import { nest } from "#shared/form/names.ts";

/** Bytes. Far more than a section of a form can hold, far less than the gateway lets through. */
const largestBody = 2_000_000;

export interface Body {
  readonly body: Readonly<Record<string, unknown>>;
  readonly posted: readonly (readonly [string, string])[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const readJson = (text: string): Result<Body, Refusal> => {
  try {
    const body: unknown = JSON.parse(text);
    return isRecord(body) ? accept({ body, posted: [] }) : refuse({ reason: "malformed-request" });
  } catch {
    return refuse({ reason: "malformed-request" });
  }
};

/** Both kinds of form post, read by the platform's own parser. Files are not taken here. */
const readForm = async (
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<Result<Body, Refusal>> => {
  const form = await new Response(bytes, { headers: { "content-type": contentType } })
    .formData()
    .catch(() => undefined);
  if (!form) return refuse({ reason: "malformed-request" });
  const posted: [string, string][] = [];
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string") return refuse({ reason: "unsupported-content-type" });
    posted.push([name, value]);
  }
  const nested = nest(posted);
  return nested.ok ? accept({ body: nested.value, posted }) : refuse({ reason: "malformed-request" });
};

/** A form post or JSON, in one shape: the names of a form's fields spell the path in the JSON. */
export const readBody = async (event: APIGatewayProxyEventV2): Promise<Result<Body, Refusal>> => {
  const bytes = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (bytes.length > largestBody) return refuse({ reason: "too-large", limit: largestBody });
  const contentType = event.headers["content-type"] ?? "";
  const mediaType = contentType.split(";", 1)[0]?.trim().toLowerCase();
  if (mediaType === "application/json") return readJson(bytes.toString("utf8"));
  if (mediaType === "application/x-www-form-urlencoded" || mediaType === "multipart/form-data")
    return readForm(new Uint8Array(bytes), contentType);
  return bytes.length === 0
    ? accept({ body: {}, posted: [] })
    : refuse({ reason: "unsupported-content-type" });
};
