import middy from "@middy/core";
import type { DynamoDBBatchResponse } from "aws-lambda";
import * as z from "zod";
import { MessageId } from "#shared/domain/message.ts";
import { type Instant, instant } from "#shared/domain/time.ts";
import { errorFields, log } from "#shared/http/log.ts";
import { messagesDue } from "#shared/records/messages.ts";
import { type Delivery, deliver } from "./deliver.ts";

const Due = z.object({ at: z.iso.datetime() });

/** What the stream says of a new message. Its time is in seconds since 1970. */
const Owed = z.object({
  dynamodb: z.object({
    SequenceNumber: z.string(),
    ApproximateCreationDateTime: z.number(),
    NewImage: z.object({ id: z.object({ S: z.string() }) }),
  }),
});
const Stream = z.object({ Records: z.array(Owed) });

/** Whether it could be dealt with; that SES did not take the message is dealt with too. */
const tryToDeliver = async (
  delivery: Delivery,
  { id, attempts }: { readonly id: string; readonly attempts: number },
  at: Instant,
): Promise<boolean> => {
  try {
    await deliver(delivery, { id: MessageId.parse(id), attempts }, at);
    return true;
  } catch (error) {
    log("message.failed", { level: "ERROR", messageId: id, ...errorFields(error) });
    return false;
  }
};

/** New messages, one by one. Those that break are named and come again; the others do not wait for them. */
const deliverNew = async (
  delivery: Delivery,
  { Records }: z.infer<typeof Stream>,
): Promise<DynamoDBBatchResponse> => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { dynamodb: record } of Records) {
    const message = { id: record.NewImage.id.S, attempts: 0 };
    const at = instant(Math.round(record.ApproximateCreationDateTime * 1000));
    if (!(await tryToDeliver(delivery, message, at)))
      batchItemFailures.push({ itemIdentifier: record.SequenceNumber });
  }
  return { batchItemFailures };
};

const mostPerRun = 100;

/** Everything that should have gone by now and has not. A message that breaks does not stop the others. */
const deliverDue = async (delivery: Delivery, at: Instant): Promise<void> => {
  const tellUnreadable = (key: string) => log("message.unreadable", { level: "ERROR", key });
  for (const message of await messagesDue(delivery.table, at, mostPerRun, tellUnreadable))
    await tryToDeliver(delivery, message, at);
};

/** Started by the table's stream for new messages, and each minute for those that the stream could not get sent. */
export const createHandler = (delivery: Delivery) =>
  middy<unknown, DynamoDBBatchResponse | undefined>().handler(async (event) => {
    const stream = Stream.safeParse(event);
    if (stream.success) return deliverNew(delivery, stream.data);
    await deliverDue(delivery, instant(Due.parse(event).at));
    return undefined;
  });
