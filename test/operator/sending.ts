import { randomUUID } from "node:crypto";
import type { Application } from "#shared/domain/application.ts";
import { sha256 } from "#shared/domain/digest.ts";
import { MessageId } from "#shared/domain/message.ts";
import { SentFile } from "#shared/domain/stored-file.ts";
import { instant } from "#shared/domain/time.ts";
import { submit, withdraw } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { kept } from "../support/begun.ts";
import type { localBucket } from "../support/bucket.ts";
import { aMessage, anEvent, aSubmission, sentEvent } from "../support/builders.ts";
import { aFile } from "../support/files.ts";

type S3 = Awaited<ReturnType<typeof localBucket>>;

/** A file that lies in S3. Another content than the one that was sent may be told. */
export const attached = (s3: S3, name: string, content: string, found = content): SentFile => {
  const [id, version] = [randomUUID(), randomUUID()];
  const key = `drafts/a/${id}/${name}`;
  s3.put(key, version, Buffer.from(found));
  const of = { id, key, version, name, bytes: Buffer.byteLength(content), sha256: sha256(content) };
  return SentFile.parse(aFile(of));
};

/** Sends an application once more, and gives it as it is then. */
export const send = async (
  table: Table,
  application: Application,
  { at, answers }: { readonly at: string; readonly answers?: Readonly<Record<string, unknown>> },
): Promise<Application> => {
  const receivedAt = instant(at);
  const submission = aSubmission(application, { receivedAt, revisions: {}, ...(answers && { answers }) });
  const [event, message] = [sentEvent(application, receivedAt), aMessage(application)];
  await submit(table, { application, submission, reviewed: {}, event, message });
  return kept(table, application);
};

export const takeBack = async (table: Table, application: Application, at: string): Promise<Application> => {
  const event = anEvent({ what: "application-withdrawn", at: instant(at) });
  const message = aMessage(application, { id: MessageId.parse(`withdrawn.${randomUUID()}`) });
  await withdraw(table, { application, event, message, at: instant(at) });
  return kept(table, application);
};
