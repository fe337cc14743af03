import type { ApplicationId } from "#shared/domain/application.ts";
import {
  type Bucket,
  forget,
  hold,
  type ObjectVersion,
  release,
  versionsUnder,
} from "#shared/files/bucket.ts";
import { folderOf } from "#shared/files/keys.ts";
import { sentFilesIn } from "#shared/form/file-section.ts";
import { log } from "#shared/http/log.ts";
import { findSubmission, submissionsOf } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";

interface Around {
  readonly table: Table;
  readonly bucket: Bucket;
}

/** Those of the versions that no submission has. */
const unsentOf = async <One extends ObjectVersion>(
  table: Table,
  application: ApplicationId,
  versions: readonly One[],
): Promise<readonly One[]> => {
  const submissions = await submissionsOf(table, application);
  const sent = new Set(
    submissions.flatMap(({ answers }) => sentFilesIn(answers)).map(({ version }) => version),
  );
  return versions.filter(({ version }) => !sent.has(version));
};

/** Removes versions that no submission has. */
export const forgetUnsent = async (
  { table, bucket }: Around,
  application: ApplicationId,
  versions: readonly ObjectVersion[],
): Promise<void> => {
  const unsent = await unsentOf(table, application, versions);
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

/**
 * An application that is no more leaves no files behind. Its submissions are deleted before it is, so that their files are
 * no longer anybody's and their locks can be taken off; as long as one of them is there, its files stay locked.
 */
export const forgetApplication = async (
  { table, bucket }: Around,
  application: ApplicationId,
): Promise<void> => {
  const kept = await versionsUnder(bucket, folderOf(application));
  const left = await unsentOf(table, application, kept);
  for (const version of left) {
    if (!version.isMarker) await release(bucket, version);
    await forget(bucket, version);
  }
  log("files.forgotten", { applicationId: application, versions: left.length });
};
