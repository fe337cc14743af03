import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { CallId } from "#shared/domain/call.ts";
import { Reconciliation } from "#shared/domain/undelivered.ts";
import { readItem } from "./reads.ts";
import { type Table, untilFree } from "./table.ts";
import { keys } from "./table-keys.ts";
import { put } from "./writes.ts";

/** Keeps what the last look found, over what the one before it did. */
export const keepReconciliation = async (
  table: Table,
  call: CallId,
  reconciliation: Reconciliation,
): Promise<void> => {
  const item = {
    ...z.encode(Reconciliation, reconciliation),
    ...keys.reconciliation(call),
    item: "reconciliation",
  };
  await untilFree(() => table.client.send(new PutItemCommand(put(table, item))));
};

export const lastReconciliation = async (table: Table, call: CallId): Promise<Reconciliation | undefined> => {
  const item = await readItem(table, keys.reconciliation(call));
  return item && Reconciliation.parse(item);
};
