import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { CallId } from "#shared/domain/call.ts";
import { readItem } from "./reads.ts";
import { type Table, untilFree } from "./table.ts";
import { keys } from "./table-keys.ts";
import { put } from "./writes.ts";

/** Notes that something has been done once and for all for a call. */
export const markDone = async (table: Table, callId: CallId, action: string): Promise<void> => {
  const item = { ...keys.done(callId, action), item: "done", action };
  await untilFree(() => table.client.send(new PutItemCommand(put(table, item))));
};

export const isDone = async (table: Table, callId: CallId, action: string): Promise<boolean> =>
  (await readItem(table, keys.done(callId, action))) !== undefined;
