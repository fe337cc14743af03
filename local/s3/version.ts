import * as z from "zod";

/** One version of an object, or a delete marker in its place. */
export const Version = z.object({
  bucket: z.string(),
  key: z.string(),
  id: z.string(),
  /** Later versions have higher ones. */
  order: z.number(),
  /** Milliseconds since 1970 on the runtime's clock. */
  storedAt: z.number(),
  isMarker: z.boolean(),
  size: z.number(),
  /** With its quotation marks. */
  etag: z.string(),
  /** What is told of it again: its type and the like. */
  headers: z.record(z.string(), z.string()),
  /** The SHA-256 that it was sent with, in base64. */
  sha256: z.string().optional(),
  /** Whether a legal hold keeps it from being removed. */
  held: z.boolean(),
  /** What a scan found, as GuardDuty's tag says it. */
  scanResult: z.string().optional(),
});
export type Version = z.infer<typeof Version>;
