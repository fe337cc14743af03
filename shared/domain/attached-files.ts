// The files of a section, and what is done to them.
import * as z from "zod";
import { accept, type Result, refuse } from "./result.ts";
import { bytesIn, type Declared, type FileId, type FileRule, mediaTypes, StoredFile } from "./stored-file.ts";
import { type Instant, InstantText } from "./time.ts";

/** The answers of a section of files: lists by field. */
export const AttachedFiles = z.record(z.string(), z.array(StoredFile));
export type AttachedFiles = z.infer<typeof AttachedFiles>;

type Weighed = Pick<StoredFile, "bytes"> & Partial<Pick<StoredFile, "state">>;

/** Those that are refused will never be sent. */
export const totalBytes = (files: Readonly<Record<string, readonly Weighed[]>>): number =>
  Object.values(files)
    .flat()
    .filter(({ state }) => state !== "refused")
    .reduce((sum, { bytes }) => sum + bytes, 0);

/** Why no file can be added: a problem's code and what its words need. */
export interface NoRoom {
  readonly code: "tooMany" | "tooLargeFile" | "notTheType" | "tooLargeInAll";
  readonly params: { readonly max?: number; readonly name?: string };
}

/** One more file to wait for, if there is room and what is said of it can be right. */
export const decideAdding = (
  files: AttachedFiles,
  add: {
    readonly id: FileId;
    readonly field: string;
    readonly rule: FileRule;
    readonly maxMegabytesInAll: number;
    readonly declared?: Declared | undefined;
    readonly at: Instant;
    readonly by: string;
  },
): Result<AttachedFiles, NoRoom> => {
  const { field, rule, maxMegabytesInAll, declared } = add;
  const there = files[field] ?? [];
  const no = (code: NoRoom["code"], max?: number) =>
    refuse({ code, params: { ...(max !== undefined && { max }), name: declared?.name ?? "" } });
  if (there.length >= rule.max) return no("tooMany", rule.max);
  if (declared && declared.bytes > bytesIn(rule.maxMegabytes)) return no("tooLargeFile", rule.maxMegabytes);
  if (declared?.type && !rule.accept.some((ending) => mediaTypes[ending] === declared.type))
    return no("notTheType");
  if (totalBytes(files) + (declared?.bytes ?? 0) > bytesIn(maxMegabytesInAll))
    return no("tooLargeInAll", maxMegabytesInAll);
  const { name = "", type = "", bytes = 0, sha256 } = declared ?? {};
  const file: StoredFile = {
    id: add.id,
    name,
    type,
    bytes,
    state: "awaited",
    ...(sha256 && { sha256 }),
    addedAt: InstantText.encode(add.at),
    addedBy: add.by,
  };
  return accept({ ...files, [field]: [...there, file] });
};

/** The file and the field it was added to. */
export const findFile = (files: AttachedFiles, id: FileId) =>
  Object.entries(files)
    .flatMap(([field, list]) => list.map((file) => ({ field, file })))
    .find(({ file }) => file.id === id);

/** The same files with one of them changed, or left out. */
export const withFile = (
  files: AttachedFiles,
  id: FileId,
  change: (file: StoredFile) => readonly StoredFile[],
) =>
  Object.fromEntries(
    Object.entries(files).map(([field, list]) => [
      field,
      list.flatMap((file) => (file.id === id ? change(file) : [file])),
    ]),
  );

export const withoutFile = (files: AttachedFiles, id: FileId): AttachedFiles => withFile(files, id, () => []);

/** The browser has been told that the file came through; whether it can be used is for the scan to say. */
export const arrived = (files: AttachedFiles, id: FileId): AttachedFiles =>
  findFile(files, id)?.file.state === "awaited"
    ? withFile(files, id, (file) => [{ ...file, state: "checking" }])
    : files;
