import * as z from "zod";
import { callDynamoDb } from "../dynamodb-protocol.ts";
import type { LocalTable } from "../tables.ts";

const Item = z.record(z.string(), z.unknown());
const Scanned = z.object({ Items: z.array(Item) });

/**
 * Removes the notes of what was done at the deadlines, and what was fixed and told of when levels closed. The clock has
 * only been there and come back; without this, nothing would be done when it gets there again.
 */
export const forgetDone = async (endpoint: string, tables: readonly LocalTable[]): Promise<void> => {
  for (const { name: TableName, keys } of tables) {
    const filter = {
      FilterExpression: "#item IN (:done, :closing) OR #content.#kind = :summary",
      ExpressionAttributeNames: { "#item": "item", "#content": "content", "#kind": "kind" },
      ExpressionAttributeValues: {
        ":done": { S: "done" },
        ":closing": { S: "closing" },
        ":summary": { S: "closing-summary" },
      },
    };
    const { Items } = await callDynamoDb(endpoint, ["tables", "Scan"], { TableName, ...filter }, Scanned);
    for (const item of Items) {
      const Key = Object.fromEntries(keys.map((key) => [key, item[key]]));
      await callDynamoDb(endpoint, ["tables", "DeleteItem"], { TableName, Key }, z.unknown());
    }
  }
};
