import { type ApplicationId, decideEditing } from "#shared/domain/application.ts";
import { type AttachedFiles, findFile, withoutFile } from "#shared/domain/attached-files.ts";
import type { Deed } from "#shared/domain/colleague.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { accept, type Result, refuse } from "#shared/domain/result.ts";
import { FileId, SentFile, type StoredFile } from "#shared/domain/stored-file.ts";
import { type Bucket, downloadLink, forget } from "#shared/files/bucket.ts";
import { fileSectionsOf, sentFilesIn } from "#shared/form/file-section.ts";
import { errorFields, log } from "#shared/http/log.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { changeFiles, readFiles } from "#shared/records/attached-files.ts";
import { type OwnApplication, openApplication } from "#shared/records/own-application.ts";
import { submissionsOf } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import type { FilesAround } from "./add-file.ts";
import { changeBy } from "./change-files.ts";

const ownAndFile = async (
  asked: SignedIn,
  table: Table,
  deed: Deed,
): Promise<Result<{ readonly own: OwnApplication; readonly id: FileId }, Refusal>> => {
  const opened = await openApplication(table, asked.params["id"], asked.person.id, deed);
  if (!opened.ok) return opened;
  const file = FileId.safeParse(asked.params["file"]);
  return file.success ? accept({ own: opened.value, id: file.data }) : refuse({ reason: "not-found" });
};

/** Every file that was ever sent with the application. */
const sentFiles = async (table: Table, application: ApplicationId): Promise<readonly SentFile[]> =>
  (await submissionsOf(table, application)).flatMap(({ answers }) => sentFilesIn(answers));

/** Removes the object of a file that is in the draft no more, unless it has been sent. Left behind it does no harm. */
const forgetUnsent = async (table: Table, bucket: Bucket, own: OwnApplication, file: StoredFile) => {
  const { key, version } = file;
  if (!key || !version) return;
  try {
    const sent = await sentFiles(table, own.application.id);
    if (!sent.some((one) => one.version === version)) await forget(bucket, { key, version });
  } catch (error) {
    log("file.left-behind", { level: "WARN", fileId: file.id, ...errorFields(error) });
  }
};

/** Takes a file out of its section, and gives it; nothing when it is not there, as after pressing twice. */
const takeOut = async (asked: SignedIn, table: Table, own: OwnApplication, section: string, id: FileId) => {
  let found: ReturnType<typeof findFile>;
  const decide = (files: AttachedFiles) => {
    found = findFile(files, id);
    return accept(found ? withoutFile(files, id) : files);
  };
  const changed = await changeFiles(table, { ...changeBy(asked, own, section), decide });
  return changed === "not-editable" || changed === "access-changed" ? changed : found;
};

const attempt = async (asked: SignedIn, { table, bucket }: FilesAround): Promise<Answer | "changed"> => {
  const asks = await ownAndFile(asked, table, "write");
  if (!asks.ok) return asks.refusal;
  const { own, id } = asks.value;
  const editing = decideEditing(own.definition.call, own.application, asked.at);
  if (!editing.ok) return editing.refusal;
  const here = `/${asked.language}/applications/${own.application.id}`;
  const done = { status: 200, body: { id } };
  for (const [key] of fileSectionsOf(own.form)) {
    const taken = await takeOut(asked, table, own, key, id);
    if (taken === "access-changed") return "changed";
    if (taken === "not-editable") return { reason: "already-submitted" };
    if (!taken) continue;
    await forgetUnsent(table, bucket, own, taken.file);
    return { to: `${here}/sections/${key}?focus=${taken.field}`, json: done };
  }
  const [first] = fileSectionsOf(own.form);
  return { to: first ? `${here}/sections/${first[0]}` : here, json: done };
};

/** Removes a file from the draft. What has been sent keeps it. */
export const removeFile = (asked: SignedIn, around: FilesAround): Promise<Answer> =>
  untilSettled(() => attempt(asked, around));

const cleanInDraft = async (table: Table, own: OwnApplication, id: FileId): Promise<SentFile | undefined> => {
  for (const [key] of fileSectionsOf(own.form)) {
    const found = findFile((await readFiles(table, own.application, key)).files, id)?.file;
    if (found?.state === "clean") return SentFile.parse(found);
  }
  return undefined;
};

/** A file one has attached or sent. Only what was found clean is handed out. */
export const downloadFile = async (asked: SignedIn, { table, bucket }: FilesAround): Promise<Answer> => {
  const asks = await ownAndFile(asked, table, "see");
  if (!asks.ok) return asks.refusal;
  const { own, id } = asks.value;
  const file =
    (await cleanInDraft(table, own, id)) ??
    (await sentFiles(table, own.application.id)).find((one) => one.id === id);
  return file ? { to: await downloadLink(bucket, file) } : { reason: "not-found" };
};
