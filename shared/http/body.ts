import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Refusal } from "#shared/domain/refusal.ts";
import { accept, type Result, refuse } from "#shared/domain/result.ts";
import { nest } from "#shared/form/names.ts";

/** Bytes. Far more than a section of a form can hold, far less than the gateway lets through. */
const largestBody = 2_000_000;

/** Bytes of a post with a file: as much as Lambda takes, so that the page can say itself that a file is too large. */
const largestWithFile = 4_000_000;

/** A file that came with a form. */
export interface PostedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Body {
  readonly body: Readonly<Record<string, unknown>>;
  readonly posted: readonly (readonly [string, string])[];
  readonly file?: PostedFile;
}

/** What an address takes. */
export interface Takes {
  /** Whether a file may come with a form; elsewhere a post with a file is refused. */
  readonly takesFile?: boolean;
  /** Bytes, where fewer than usual are taken. */
  readonly largest?: number;
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

/** Both kinds of form post, read by the platform's own parser. A browser sends a nameless, empty file where none was chosen. */
const readForm = async (
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  takesFile: boolean,
): Promise<Result<Body, Refusal>> => {
  const form = await new Response(bytes, { headers: { "content-type": contentType } })
    .formData()
    .catch(() => undefined);
  if (!form) return refuse({ reason: "malformed-request" });
  const entries = [...form.entries()];
  const posted = entries.flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  const files = entries.flatMap(([, value]) => (typeof value === "string" ? [] : [value]));
  if (files.length > (takesFile ? 1 : 0)) return refuse({ reason: "unsupported-content-type" });
  const nested = nest(posted);
  if (!nested.ok) return refuse({ reason: "malformed-request" });
  const [file] = files.filter(({ name, size }) => name !== "" || size > 0);
  return accept({ body: nested.value, posted, ...(file && { file: await readPosted(file) }) });
};

const readPosted = async (file: File): Promise<PostedFile> => ({
  name: file.name,
  type: file.type,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** A form post or JSON, in one shape: the names of a form's fields spell the path in the JSON. One file may come with a form where it is asked for. */
export const readBody = async (
  event: APIGatewayProxyEventV2,
  { takesFile = false, largest = takesFile ? largestWithFile : largestBody }: Takes = {},
): Promise<Result<Body, Refusal>> => {
  const bytes = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (bytes.length > largest) return refuse({ reason: "too-large", limit: largest });
  const contentType = event.headers["content-type"] ?? "";
  const mediaType = contentType.split(";", 1)[0]?.trim().toLowerCase();
  if (mediaType === "application/json") return readJson(bytes.toString("utf8"));
  if (mediaType === "application/x-www-form-urlencoded" || mediaType === "multipart/form-data")
    return readForm(new Uint8Array(bytes), contentType, takesFile);
  return bytes.length === 0
    ? accept({ body: {}, posted: [] })
    : refuse({ reason: "unsupported-content-type" });
};
