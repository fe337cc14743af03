// Files that people attach: what is kept of each, and what a field takes.
import * as z from "zod";

export const FileId = z.uuid().brand<"FileId">();
export type FileId = z.infer<typeof FileId>;

const longestName = 100;
/** Controls, and signs that turn the direction of writing: «avtale\u202efdp.exe» looks like a PDF. */
const misleading = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** The name a person gave a file: composed, on one line, without folders and at most 100 characters, its ending kept. */
export const fileNameOf = (given: string): string => {
  const [last = ""] = given.toWellFormed().split(/[\\/]/).slice(-1);
  const name = last.replace(misleading, "").normalize("NFC").trim();
  const [ending = ""] = /\.[^.]{1,10}$/u.exec(name) ?? [];
  const body = [...name.slice(0, name.length - ending.length)];
  return (
    body
      .slice(0, longestName - [...ending].length)
      .join("")
      .trimEnd() + ending || "file"
  );
};

/** Empty while nobody knows it: a page without script learns it from what was uploaded. */
const FileName = z.string().refine((name) => name === "" || fileNameOf(name) === name);

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Expected from the browser, waiting for what the scan for malware says, fit to be sent, or not. */
export const FileState = z.enum(["awaited", "checking", "clean", "refused"]);
export type FileState = z.infer<typeof FileState>;

/** Why a file cannot be used. */
export const FileFault = z.enum([
  "malware",
  "unscanned",
  "unreadable",
  "too-large",
  "wrong-digest",
  "not-the-type",
]);
export type FileFault = z.infer<typeof FileFault>;

/** One file of a draft. `key` and `version` say where it lies once it has been judged. */
export const StoredFile = z.object({
  id: FileId,
  name: FileName,
  /** Media type: as declared, and in the end as found in the content. */
  type: z.string().max(100),
  bytes: z.int().min(0),
  state: FileState,
  why: z.optional(FileFault),
  /** As declared, and in the end as found. */
  sha256: z.optional(Sha256),
  key: z.optional(z.string()),
  version: z.optional(z.string()),
  addedAt: z.optional(z.iso.datetime()),
  addedBy: z.optional(z.string()),
});
export type StoredFile = z.infer<typeof StoredFile>;

/** A file as it was sent: found clean, and held in this very version. */
export const SentFile = z.object({
  id: FileId,
  name: FileName,
  type: z.string(),
  bytes: z.int(),
  sha256: Sha256,
  key: z.string(),
  version: z.string(),
});
export type SentFile = z.infer<typeof SentFile>;

/** What a field takes. */
export interface FileRule {
  /** Endings of file names: `.pdf`. */
  readonly accept: readonly string[];
  readonly maxMegabytes: number;
  readonly max: number;
}

export const bytesIn = (megabytes: number): number => megabytes * 1024 * 1024;

export const mediaTypes: Readonly<Record<string, string>> = {
  ".pdf": "application/pdf",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** What a script knows of a file before it is sent. */
export const Declared = z.object({
  name: z.string().min(1).max(1000).transform(fileNameOf),
  /** Empty where the device does not know it. */
  type: z.string().max(100),
  bytes: z.int().min(1),
  sha256: Sha256,
});
export type Declared = z.infer<typeof Declared>;
