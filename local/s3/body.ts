import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { crc32 } from "node:zlib";
import { s3Fault } from "./fault.ts";

/** A body as it was meant, and what was said about it in headers or behind it. */
interface Body {
  readonly bytes: Buffer;
  readonly told: ReadonlyMap<string, string>;
}

const end = "\r\n";

/** `name:value` lines behind the last chunk. */
const trailersIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split(end)
      .filter((line) => line.includes(":"))
      .map((line) => [
        line.slice(0, line.indexOf(":")).toLowerCase(),
        line.slice(line.indexOf(":") + 1).trim(),
      ]),
  );

/** Takes a stream's frames away, as the SDK sends what it does not know the end of. */
const unframed = (framed: Buffer): Body => {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = framed.indexOf(end, at);
    const size = Number.parseInt(framed.toString("latin1", at, lineEnd), 16);
    const start = lineEnd + end.length;
    if (!(size > 0))
      return { bytes: Buffer.concat(chunks), told: trailersIn(framed.toString("latin1", start)) };
    chunks.push(framed.subarray(start, start + size));
    at = start + size + end.length;
  }
};

const crc32Of = (bytes: Buffer): string => {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(bytes));
  return sum.toString("base64");
};

export const sha256Of = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest();

const sums: Readonly<Record<string, (bytes: Buffer) => string>> = {
  "x-amz-checksum-sha256": (bytes) => sha256Of(bytes).toString("base64"),
  "x-amz-checksum-crc32": crc32Of,
};

/** Refuses a body that is not what its sums say. */
export const ensureSums = (bytes: Buffer, told: ReadonlyMap<string, string>): void => {
  for (const [name, sumOf] of Object.entries(sums)) {
    const given = told.get(name);
    if (given === undefined || given === sumOf(bytes)) continue;
    const algorithm = name.slice("x-amz-checksum-".length).toUpperCase();
    const words = `The ${algorithm} you specified did not match the calculated checksum.`;
    throw s3Fault(400, "BadDigest", words);
  }
};

/** Reads what was put, and refuses what did not arrive as it was sent. */
export const readBody = (raw: Buffer, bodyHash: string, headers: IncomingHttpHeaders): Body => {
  const told = new Map(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  if (/^[0-9a-f]{64}$/.test(bodyHash) && sha256Of(raw).toString("hex") !== bodyHash)
    throw s3Fault(
      400,
      "XAmzContentSHA256Mismatch",
      "The provided 'x-amz-content-sha256' header does not match.",
    );
  const body = bodyHash.startsWith("STREAMING-")
    ? unframed(raw)
    : { bytes: raw, told: new Map<string, string>() };
  const all = new Map([...told, ...body.told]);
  ensureSums(body.bytes, all);
  return { bytes: body.bytes, told: all };
};
