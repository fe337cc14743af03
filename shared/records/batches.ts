import { BatchWriteItemCommand, type WriteRequest } from "@aws-sdk/client-dynamodb";
import { encode, type Item, mostTries, pause, type Table, TooBusy, untilFree } from "./table.ts";
import type { Key } from "./table-keys.ts";

/** DynamoDB's own limit. */
const mostAtOnce = 25;

const writeAll = async (table: Table, all: readonly WriteRequest[]): Promise<void> => {
  let left = all;
  let triesInVain = 0;
  while (left.length > 0) {
    const asked = left.slice(0, mostAtOnce);
    const command = new BatchWriteItemCommand({ RequestItems: { [table.name]: asked } });
    const { UnprocessedItems } = await untilFree(() => table.client.send(command));
    const undone = UnprocessedItems?.[table.name] ?? [];
    left = [...undone, ...left.slice(mostAtOnce)];
    triesInVain = undone.length === asked.length ? triesInVain + 1 : 0;
    if (triesInVain === mostTries) throw new TooBusy();
    if (triesInVain > 0) await pause(triesInVain);
  }
};

/** Puts all of these over whatever is there. No key may occur twice. */
export const putAll = (table: Table, all: readonly Item[]): Promise<void> =>
  writeAll(
    table,
    all.map((item) => ({ PutRequest: { Item: encode(item) } })),
  );

/** Removes all of these, in this order as far as batches have one. */
export const removeAll = (table: Table, all: readonly Key[]): Promise<void> =>
  writeAll(
    table,
    all.map(({ pk, sk }) => ({ DeleteRequest: { Key: encode({ pk, sk }) } })),
  );
