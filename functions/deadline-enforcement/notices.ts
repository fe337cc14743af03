import type { Application } from "#shared/domain/application.ts";
import { noColleagues } from "#shared/domain/colleague.ts";
import { type Deadline, lastInstantOf } from "#shared/domain/deadline.ts";
import { noticeId } from "#shared/domain/deadline-messages.ts";
import { type Message, type MessageContent, owe } from "#shared/domain/message.ts";
import type { Instant } from "#shared/domain/time.ts";
import { type Writer, writersOf } from "#shared/domain/writers.ts";
import { readColleagues } from "#shared/records/colleagues.ts";
import { ownerKeys } from "#shared/records/index-keys.ts";
import { oweOnce } from "#shared/records/messages.ts";
import type { Table } from "#shared/records/table.ts";

/** Who did what nobody asked for. */
export const system = { id: "system", name: "system" };

/** What every message around a deadline is about. */
const idsOf = ({ id, callId }: Application, { id: reader }: Writer, deadline: Deadline) => ({
  callId,
  applicationId: id,
  reader,
  deadline: lastInstantOf(deadline),
});

export interface Occasion {
  /** The words that the message's id begins with. */
  readonly words: string;
  readonly deadline: Deadline;
  readonly at: Instant;
}

/** The same message to everybody who may write in an application. */
export const noticesTo = async (
  table: Table,
  application: Application,
  { words, deadline, at }: Occasion,
  contentOf: (ids: ReturnType<typeof idsOf>) => MessageContent,
): Promise<readonly Message[]> => {
  const list = application.colleagues ? await readColleagues(table, application.id) : noColleagues;
  return writersOf(application, list).map((writer) => {
    const ids = idsOf(application, writer, deadline);
    const { email: to, language } = writer;
    return owe({ id: noticeId(words, ids), to, language, content: contentOf(ids) }, at);
  });
};

/** Owes them all, each once. */
export const oweAll = async (
  table: Table,
  { id }: Application,
  messages: readonly Message[],
): Promise<void> => {
  for (const message of messages) await oweOnce(table, message, ownerKeys.application(id));
};
