import { createHash } from "node:crypto";
import * as z from "zod";

/** A digest as 64 lower-case hexadecimal digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** JSON with the keys of every object in order and nothing between: equal data, equal text (RFC 8785 for the values we keep). */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
};

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const sha256 = (of: string | Uint8Array): string => createHash("sha256").update(of).digest("hex");
