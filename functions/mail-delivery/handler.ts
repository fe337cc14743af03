import middy from "@middy/core";
import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";
import * as z from "zod";
import { MessageId } from "#shared/domain/message.ts";
import { type Instant, instant } from "#shared/domain/time.ts";
import { errorFields, log } from "#shared/http/log.ts";
import { messagesDue } from "#shared/records/messages.ts";
import { type Delivery, deliver } from "./deliver.ts";

const Due = z.object({ at: z.iso.datetime() });
const Stream = z.object({
  Records: z.array(z.custom<DynamoDBRecord>((record) => typeof record === "object")),
});

/** A record's own time; the stream tells it in seconds. */
const timeOf = (record: DynamoDBRecord): Instant =>
  instant((record.dynamodb?.ApproximateCreationDateTime ?? 0) * 1000);

/** New messages, one by one. One that breaks is named, so that only it and what follows come again. */
const deliverNew = async (
  delivery: Delivery,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchResponse> => {
  for (const record of records) {
    const id = MessageId.safeParse(record.dynamodb?.NewImage?.["id"]?.S);
    if (!id.success) continue;
    try {
      await deliver(delivery, { id: id.data, attempts: 0 }, timeOf(record));
    } catch (error) {
      log("message.failed", { level: "ERROR", messageId: id.data, ...errorFields(error) });
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? "" }] };
    }
  }
  return { batchItemFailures: [] };
};

const mostPerRun = 100;

/** Everything that should have gone by now and has not. A message that breaks does not stop the others. */
const deliverDue = async (delivery: Delivery, at: Instant): Promise<void> => {
  const due = await messagesDue(delivery.table, at, mostPerRun);
  for (const message of due)
    await deliver(delivery, message, at).catch((error: unknown) =>
      log("message.failed", { level: "ERROR", messageId: message.id, ...errorFields(error) }),
    );
};

/** Started by the table's stream for new messages, and each minute for those that the stream could not get sent. */
export const createHandler = (delivery: Delivery) =>
  middy<unknown, DynamoDBBatchResponse | undefined>().handler(async (event) => {
    const stream = Stream.safeParse(event);
    if (stream.success) return deliverNew(delivery, stream.data.Records);
    await deliverDue(delivery, instant(Due.parse(event).at));
    return undefined;
  });
