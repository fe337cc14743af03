import type { GivenUp } from "./stream-delivery.ts";

interface Place {
  readonly shardId: string;
  readonly streamArn: string;
  readonly functionArn: string;
  /** Milliseconds since 1970 on the runtime's clock. */
  readonly now: number;
}

const time = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** What Lambda sends to the on-failure destination: where the changes are in the stream, not what they say. */
export const failureDocument = (what: GivenUp, { shardId, streamArn, functionArn, now }: Place) => {
  const [first, last] = [what.changes.at(0), what.changes.at(-1)];
  return {
    requestContext: {
      requestId: what.last?.requestId,
      functionArn,
      condition: what.condition,
      approximateInvokeCount: what.invokeCount,
    },
    responseContext: {
      statusCode: 200,
      executedVersion: "$LATEST",
      functionError: what.last?.functionError,
    },
    version: "1.0",
    timestamp: time(now),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: first?.record.dynamodb.SequenceNumber,
      endSequenceNumber: last?.record.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: first && time(first.writtenAt),
      approximateArrivalOfLastRecord: last && time(last.writtenAt),
      batchSize: what.changes.length,
      streamArn,
    },
  };
};
