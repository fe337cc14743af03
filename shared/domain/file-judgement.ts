// What becomes of a file when the scan for malware has spoken.
import * as z from "zod";
import { bytesIn, type FileFault, type FileRule, type StoredFile } from "./stored-file.ts";

/** What GuardDuty says of an object. */
export const ScanResult = z.enum([
  "NO_THREATS_FOUND",
  "THREATS_FOUND",
  "UNSUPPORTED",
  "ACCESS_DENIED",
  "FAILED",
]);
export type ScanResult = z.infer<typeof ScanResult>;

/** What the bytes themselves say. `ending` is as `.pdf`; none for content of no known type. */
export interface Content {
  readonly bytes: number;
  readonly sha256: string;
  readonly type?: string;
  readonly ending?: string;
}

/**
 * What to do when a version has been scanned. A removed file's version, a second one and a refused one are forgotten;
 * the version that was judged first stays, and hearing of it again changes nothing.
 */
export const whatToDo = (file: StoredFile | undefined, version: string): "judge" | "forget" | "nothing" => {
  if (!file) return "forget";
  if (file.version === undefined) return "judge";
  return file.version === version && file.state === "clean" ? "nothing" : "forget";
};

const faultOf = (
  scan: ScanResult,
  content: Content | undefined,
  { declared, rule }: { readonly declared: string | undefined; readonly rule: FileRule },
): FileFault | undefined => {
  if (scan === "THREATS_FOUND") return "malware";
  if (scan !== "NO_THREATS_FOUND") return "unscanned";
  if (!content || content.bytes === 0) return "unreadable";
  if (content.bytes > bytesIn(rule.maxMegabytes)) return "too-large";
  if (declared !== undefined && declared !== content.sha256) return "wrong-digest";
  return content.ending && rule.accept.includes(content.ending) ? undefined : "not-the-type";
};

/** The file as it is from now on: clean, or refused with a reason. The name is the one it was uploaded under. */
export const judge = (
  file: StoredFile,
  found: {
    readonly scan: ScanResult;
    readonly content: Content | undefined;
    readonly rule: FileRule;
    readonly name: string;
    readonly key: string;
    readonly version: string;
  },
): StoredFile => {
  const { scan, content, rule, name, key, version } = found;
  const why = faultOf(scan, content, { declared: file.sha256, rule });
  const lies = { name: file.name || name, key, version };
  if (why || !content) return { ...file, ...lies, state: "refused", why: why ?? "unreadable" };
  const { bytes, sha256, type = file.type } = content;
  return { ...file, ...lies, bytes, sha256, type, state: "clean" };
};
