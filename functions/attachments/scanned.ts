import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { findCall } from "#shared/calls/index.ts";
import type { Application } from "#shared/domain/application.ts";
import { type AttachedFiles, findFile, withFile } from "#shared/domain/attached-files.ts";
import { type Content, judge, type ScanResult, whatToDo } from "#shared/domain/file-judgement.ts";
import { accept } from "#shared/domain/result.ts";
import type { StoredFile } from "#shared/domain/stored-file.ts";
import type { Instant } from "#shared/domain/time.ts";
import { type Bucket, type ObjectVersion, readVersion } from "#shared/files/bucket.ts";
import { type KeyParts, readKey } from "#shared/files/keys.ts";
import { fileFieldsOf, fileSectionsOf } from "#shared/form/file-section.ts";
import type { Section } from "#shared/form/form.ts";
import { log } from "#shared/http/log.ts";
import { findApplication } from "#shared/records/applications.ts";
import { changeFiles, readFiles } from "#shared/records/attached-files.ts";
import type { Table } from "#shared/records/table.ts";
import { forgetUnsent } from "./sent.ts";

export interface Attachments {
  readonly table: Table;
  readonly bucket: Bucket;
}

export interface Scanned extends ObjectVersion {
  readonly result: ScanResult;
  readonly at: Instant;
}

/** What the bytes say, whatever the file is called. */
const contentOf = async (bucket: Bucket, object: ObjectVersion): Promise<Content | undefined> => {
  const bytes = await readVersion(bucket, object);
  if (!bytes) return undefined;
  const type = await fileTypeFromBuffer(bytes);
  return {
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    ...(type && { type: type.mime, ending: `.${type.ext}` }),
  };
};

interface Place {
  readonly application: Application;
  readonly key: string;
  readonly section: Section;
  readonly field: string;
  readonly file: StoredFile;
}

/** Where in the draft the file is, if it still is. */
const placeOf = async (
  table: Table,
  { application: id, file: fileId }: KeyParts,
): Promise<Place | undefined> => {
  const application = await findApplication(table, id);
  const definition = application && findCall(application.callId);
  if (!definition) return undefined;
  // Of every level: a file that the level does not ask for is kept for one that does.
  for (const [key, section] of fileSectionsOf(definition.application)) {
    const found = findFile((await readFiles(table, application, key)).files, fileId);
    if (found) return { application, key, section, ...found };
  }
  return undefined;
};

/** Keeps the judgement, unless the file has been removed or another version judged meanwhile. */
const keepJudgement = async (
  { table }: Attachments,
  { application, key, file, by }: Place & { readonly by: string },
  judged: StoredFile,
  at: Instant,
) => {
  const decide = (files: AttachedFiles) => {
    const now = findFile(files, file.id)?.file;
    const stands = now !== undefined && now.version === undefined;
    return accept(stands ? withFile(files, file.id, () => [judged]) : files);
  };
  return changeFiles(table, { application, section: key, at, by, decide });
};

const judgeAt = async (around: Attachments, place: Place, scanned: Scanned, name: string): Promise<void> => {
  const rule = fileFieldsOf(place.section)[place.field];
  if (!rule) return;
  const { result: scan, key, version, at } = scanned;
  const content = scan === "NO_THREATS_FOUND" ? await contentOf(around.bucket, { key, version }) : undefined;
  const judged = judge(place.file, { scan, content, rule, name, key, version });
  const by = place.file.addedBy ?? "";
  const kept = await keepJudgement(around, { ...place, by }, judged, at);
  // Throwing asks to be told again.
  if (kept === "access-changed") throw new Error("The application has got another owner meanwhile");
  log("file.judged", {
    fileId: judged.id,
    state: judged.state,
    why: judged.why ?? "",
    kept: kept !== "not-editable",
  });
};

/**
 * Hears what a scan found. Hearing it again changes nothing; a version that is of no use is removed at once. Where the file is
 * looked up again after it was judged, so that what happened meanwhile counts.
 */
export const fileScanned = async (around: Attachments, scanned: Scanned): Promise<void> => {
  const parts = readKey(scanned.key);
  if (!parts) return;
  const place = await placeOf(around.table, parts);
  if (place && whatToDo(place.file, scanned.version) === "judge")
    await judgeAt(around, place, scanned, parts.name);
  const after = await placeOf(around.table, parts);
  if (whatToDo(after?.file, scanned.version) === "forget")
    await forgetUnsent(around, parts.application, [scanned]);
};
