import middy from "@middy/core";
import type { DynamoDBBatchResponse } from "aws-lambda";
import * as z from "zod";
import { type Message, MessageId } from "#shared/domain/message.ts";
import { duration, type Instant, instant } from "#shared/domain/time.ts";
import { log } from "#shared/http/log.ts";
import { messagesDue, putOffUnread } from "#shared/records/messages.ts";
import { type Sending, startRun } from "./run.ts";

const Due = z.object({ at: z.iso.datetime() });

/** What the stream says of a new message. Its time is in seconds since 1970. */
const Owed = z.object({
  dynamodb: z.object({
    SequenceNumber: z.string(),
    ApproximateCreationDateTime: z.number(),
    NewImage: z.object({ id: z.object({ S: MessageId }) }),
  }),
});
const Stream = z.object({ Records: z.array(Owed) });

const timeOf = ({ dynamodb }: z.infer<typeof Owed>): Instant =>
  instant(Math.round(dynamodb.ApproximateCreationDateTime * 1000));

/** New messages, one by one. Those that break are named and come again; the others do not wait for them. What has no place waits for the minutely run. */
const deliverNew = async (
  sending: Sending,
  { Records }: z.infer<typeof Stream>,
): Promise<DynamoDBBatchResponse> => {
  const [first] = Records;
  if (!first) return { batchItemFailures: [] };
  const run = await startRun(sending, Records.length, timeOf(first));
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of Records) {
    const { SequenceNumber, NewImage } = record.dynamodb;
    const message = { id: NewImage.id.S, state: "owed", attempts: 0 } as const;
    if (!(await run.take(message, timeOf(record))))
      batchItemFailures.push({ itemIdentifier: SequenceNumber });
  }
  return { batchItemFailures };
};

const mostPerRun = 200;

/** One that cannot be read is looked at again this long after; by then somebody may have mended what stops it. */
const untilReadable = duration({ hours: 1 });

/** How long the oldest has been owed, for the alarm. One that came back and is tried once more has not waited for us. */
const tellWaiting = (due: readonly Message[], at: Instant): void => {
  const waited = due
    .filter(({ feedback }) => !feedback)
    .map(({ owedAt }) => Math.round(at.since(owedAt).total("seconds")));
  log("messages.waiting", { count: due.length, oldestSeconds: Math.max(0, ...waited) });
};

/** Everything that should have gone by now and has not. A message that breaks does not stop the others. */
const deliverDue = async (sending: Sending, at: Instant): Promise<void> => {
  const due = await messagesDue(sending.table, at, mostPerRun, async (key) => {
    log("message.unreadable", { level: "ERROR", key: key.pk });
    await putOffUnread(sending.table, key, { at, until: at.add(untilReadable) });
  });
  tellWaiting(due, at);
  const run = await startRun(sending, due.length, at);
  for (const message of due) await run.take(message, at);
};

/** Started by the table's stream for new messages, and each minute for those that the stream could not get sent. */
export const createHandler = (sending: Sending) =>
  middy<unknown, DynamoDBBatchResponse | undefined>().handler(async (event) => {
    const stream = Stream.safeParse(event);
    if (stream.success) return deliverNew(sending, stream.data);
    await deliverDue(sending, instant(Due.parse(event).at));
    return undefined;
  });
