import { ApplicationId } from "#shared/domain/application.ts";
import { type Bucket, downloadLink } from "#shared/files/bucket.ts";
import { sentFilesIn } from "#shared/form/file-section.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { findApplication } from "#shared/records/applications.ts";
import { eventBy } from "#shared/records/events.ts";
import { recordLook } from "#shared/records/looks.ts";
import { submissionsOf } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";

/** A file that was sent. Who took it out is noted first. */
export const downloadSent = async (asked: SignedIn, table: Table, bucket: Bucket): Promise<Answer> => {
  const id = ApplicationId.safeParse(asked.params["id"]);
  const application = id.success ? await findApplication(table, id.data) : undefined;
  if (!application) return { reason: "not-found" };
  const sent = (await submissionsOf(table, application.id)).flatMap(({ answers }) => sentFilesIn(answers));
  const file = sent.find((one) => one.id === asked.params["file"]);
  if (!file) return { reason: "not-found" };
  await recordLook(table, application, eventBy(asked, "file-downloaded", file.id));
  return { to: await downloadLink(bucket, file) };
};
