import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";

export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
}

export type Item = Readonly<Record<string, unknown>>;

/** One write of a cancelled transaction: whether its condition failed, and the item as it was then, if there was one. */
export interface CancelledItem {
  readonly failed: boolean;
  readonly item?: Item;
}

/** Others were in the way for as long as we tried. Nothing has been written; the same request may succeed later. */
export class TooBusy extends Error {
  override readonly name = "TooBusy";
}

export const mostTries = 8;

/** The named table, over connections that are kept open. A request that hangs is given up and sent again, three times in all. */
export const openTable = (name: string): Table => ({
  name,
  client: new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 2000, requestTimeout: 5000, throwOnRequestTimeout: true },
  }),
});

export const encode = (item: Item): Record<string, AttributeValue> =>
  marshall(item, { removeUndefinedValues: true });

export const decode = (item: Record<string, AttributeValue>): Item => unmarshall(item);

/** Waits longer each time, up to 0.4 s, and for a random part of it, so that those who met do not meet again. */
export const pause = async (tries: number): Promise<void> => {
  await wait(Math.random() * Math.min(400, 25 * 2 ** tries));
};

/** What DynamoDB says when another transaction holds an item, or there is too much to do at once, on one item of a transaction. */
const inTheWay: ReadonlySet<string> = new Set([
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
  "RequestLimitExceeded",
]);

/** The same of a whole request, after the client has tried as often as it may. */
const tooMuch: ReadonlySet<string> = new Set([
  "ThrottlingException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "TransactionInProgressException",
]);

const codesOf = (error: TransactionCanceledException): string[] =>
  (error.CancellationReasons ?? []).map(({ Code }) => Code ?? "None");

const isInTheWay = (error: unknown): boolean =>
  error instanceof TransactionCanceledException
    ? codesOf(error).some((code) => inTheWay.has(code))
    : error instanceof Error && error.name === "TransactionConflictException";

/** Asks DynamoDB, and asks again while others are in the way; TooBusy when that goes on. */
export const untilFree = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof Error && tooMuch.has(error.name)) throw new TooBusy();
      if (!isInTheWay(error)) throw error;
      if (tries === mostTries) throw new TooBusy();
      await pause(tries);
    }
  }
};

/** The answer to a single write, or undefined when its condition failed. */
export const ifItHolds = async <Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await untilFree(ask);
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
};

const cancelledItems = (error: TransactionCanceledException): readonly CancelledItem[] => {
  const reasons = error.CancellationReasons ?? [];
  const unforeseen = codesOf(error).filter((code) => code !== "None" && code !== "ConditionalCheckFailed");
  // Not the error itself: it holds the items, and so what people wrote.
  if (reasons.length === 0 || unforeseen.length > 0)
    throw new Error(`The transaction was cancelled: ${unforeseen.join(", ") || error.name}`);
  return reasons.map(({ Code, Item }) => ({
    failed: Code === "ConditionalCheckFailed",
    ...(Item && { item: decode(Item) }),
  }));
};

/** Writes all the items, or none and says which conditions failed. */
export const transact = async (
  table: Table,
  items: readonly TransactWriteItem[],
): Promise<"done" | readonly CancelledItem[]> => {
  // One token for all tries: a try whose answer was lost is recognised, and not done twice.
  const command = new TransactWriteItemsCommand({
    TransactItems: [...items],
    ClientRequestToken: randomUUID(),
  });
  try {
    await untilFree(() => table.client.send(command));
    return "done";
  } catch (error) {
    if (error instanceof TransactionCanceledException) return cancelledItems(error);
    throw error;
  }
};
