import * as z from "zod";
import type { Clock } from "./clock.ts";
import { callDynamoDb } from "./dynamodb-protocol.ts";
import type { LocalTable } from "./tables.ts";

export interface TimeToLive {
  /** Deletes what is over by now. */
  readonly sweep: () => Promise<void>;
  readonly stop: () => void;
}

const Item = z.record(z.string(), z.unknown());
const Scanned = z.object({ Items: z.array(Item), LastEvaluatedKey: Item.optional() });

const betweenSweeps = 60_000;

/**
 * Deletes items when their time to live is over on the runtime's clock, within a minute. DynamoDB Local would go by
 * real time, to which everything of another year is over.
 */
export const keepTimeToLive = (
  endpoint: string,
  tables: readonly LocalTable[],
  clock: Clock,
  log: (line: string) => void,
): TimeToLive => {
  const sweepTable = async (name: string, keys: readonly string[], attribute: string, from?: object) => {
    const condition = {
      TableName: name,
      ExpressionAttributeNames: { "#over": attribute },
      ExpressionAttributeValues: { ":now": { N: String(Math.floor(clock.now() / 1000)) } },
    };
    const scan = { ...condition, FilterExpression: "#over < :now", ...(from && { ExclusiveStartKey: from }) };
    const { Items, LastEvaluatedKey } = await callDynamoDb(endpoint, ["tables", "Scan"], scan, Scanned);
    for (const item of Items) {
      const Key = Object.fromEntries(keys.map((key) => [key, item[key]]));
      const input = { ...condition, Key, ConditionExpression: "#over < :now" };
      await callDynamoDb(endpoint, ["tables", "DeleteItem"], input, z.unknown()).catch((error: unknown) => {
        const wasChanged = error instanceof Error && error.name === "ConditionalCheckFailedException";
        if (!wasChanged) throw error;
      });
    }
    if (LastEvaluatedKey) await sweepTable(name, keys, attribute, LastEvaluatedKey);
  };

  const sweep = async (): Promise<void> => {
    for (const { name, keys, timeToLive } of tables)
      if (timeToLive !== undefined) await sweepTable(name, keys, timeToLive);
  };

  const timer = setInterval(() => {
    sweep().catch((error: unknown) => log(`time to live: ${error}`));
  }, betweenSweeps).unref();

  return { sweep, stop: () => clearInterval(timer) };
};
