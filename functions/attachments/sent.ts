import type { ApplicationId } from "#shared/domain/application.ts";
import { type Bucket, forget, hold, type ObjectVersion, versionsUnder } from "#shared/files/bucket.ts";
import { folderOf } from "#shared/files/keys.ts";
import { sentFilesIn } from "#shared/form/file-section.ts";
import { log } from "#shared/http/log.ts";
import { findSubmission, submissionsOf } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";

interface Around {
  readonly table: Table;
  readonly bucket: Bucket;
}

/** Removes versions that no submission has. */
export const forgetUnsent = async (
  { table, bucket }: Around,
  application: ApplicationId,
  versions: readonly ObjectVersion[],
): Promise<void> => {
  const submissions = await submissionsOf(table, application);
  const sent = new Set(
    submissions.flatMap(({ answers }) => sentFilesIn(answers)).map(({ version }) => version),
  );
  const unsent = versions.filter(({ version }) => !sent.has(version));
  for (const version of unsent) await forget(bucket, version);
  log("file.forgotten", { applicationId: application, versions: unsent.length });
};

/** Locks every file of a submission in the version that was sent. */
export const holdSent = async (
  { table, bucket }: Around,
  { application, number }: { readonly application: ApplicationId; readonly number: number },
): Promise<void> => {
  const submission = await findSubmission(table, application, number);
  for (const file of sentFilesIn(submission?.answers ?? {})) await hold(bucket, file);
};

/** A draft that is no more leaves no files behind but those that were sent. */
export const forgetDraft = async (around: Around, application: ApplicationId): Promise<void> =>
  forgetUnsent(around, application, await versionsUnder(around.bucket, folderOf(application)));
