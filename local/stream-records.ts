import * as z from "zod";
import { callDynamoDb } from "./dynamodb-protocol.ts";

/** A change as DynamoDB Streams tells of it, which is also how a function is told. */
export const StreamRecord = z.looseObject({
  eventID: z.string(),
  eventName: z.string(),
  dynamodb: z.looseObject({ SequenceNumber: z.string(), ApproximateCreationDateTime: z.number() }),
});
export type StreamRecord = z.infer<typeof StreamRecord>;

const Shard = z.object({ ShardId: z.string(), ParentShardId: z.string().optional() });
export type Shard = z.infer<typeof Shard>;

const Described = z.object({
  StreamDescription: z.object({ Shards: z.array(Shard), LastEvaluatedShardId: z.string().optional() }),
});
const Read = z.object({ Records: z.array(StreamRecord), NextShardIterator: z.string().optional() });

/** Where to begin in a shard. */
export type Beginning =
  | { readonly ShardIteratorType: "TRIM_HORIZON" | "LATEST" }
  | { readonly ShardIteratorType: "AT_SEQUENCE_NUMBER"; readonly SequenceNumber: string };

export const latestStreamOf = async (endpoint: string, tableName: string): Promise<string> => {
  const Table = z.object({ Table: z.object({ LatestStreamArn: z.string() }) });
  const input = { TableName: tableName };
  return (await callDynamoDb(endpoint, ["tables", "DescribeTable"], input, Table)).Table.LatestStreamArn;
};

export const shardsOf = async (endpoint: string, streamArn: string, after?: string): Promise<Shard[]> => {
  const input = { StreamArn: streamArn, ...(after !== undefined && { ExclusiveStartShardId: after }) };
  const { StreamDescription: description } = await callDynamoDb(
    endpoint,
    ["streams", "DescribeStream"],
    input,
    Described,
  );
  const { Shards, LastEvaluatedShardId: last } = description;
  return last === undefined ? Shards : [...Shards, ...(await shardsOf(endpoint, streamArn, last))];
};

export const iteratorAt = async (
  endpoint: string,
  streamArn: string,
  shardId: string,
  beginning: Beginning,
): Promise<string> => {
  const Iterator = z.object({ ShardIterator: z.string() });
  const input = { StreamArn: streamArn, ShardId: shardId, ...beginning };
  return (await callDynamoDb(endpoint, ["streams", "GetShardIterator"], input, Iterator)).ShardIterator;
};

export const readFrom = (endpoint: string, iterator: string) =>
  callDynamoDb(endpoint, ["streams", "GetRecords"], { ShardIterator: iterator, Limit: 1000 }, Read);
