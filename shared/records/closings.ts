import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { CallId, Level } from "#shared/domain/call.ts";
import { Closing } from "#shared/domain/closing.ts";
import type { Instant } from "#shared/domain/time.ts";
import { readAll, readItem } from "./reads.ts";
import { closingPrefix } from "./sort-keys.ts";
import { ifItHolds, type Table } from "./table.ts";
import { keys } from "./table-keys.ts";
import { absent, put } from "./writes.ts";

/** Keeps how a level closed, once: what is there already is never written over. */
export const keepClosing = async (
  table: Table,
  call: CallId,
  {
    level,
    deadline,
    closing,
  }: { readonly level: Level; readonly deadline: Instant; readonly closing: Closing },
): Promise<void> => {
  const item = { ...z.encode(Closing, closing), ...keys.closing(call, level, deadline), item: "closing" };
  await ifItHolds(() => table.client.send(new PutItemCommand(put(table, item, absent))));
};

export const findClosing = async (
  table: Table,
  call: CallId,
  level: Level,
  deadline: Instant,
): Promise<Closing | undefined> => {
  const item = await readItem(table, keys.closing(call, level, deadline));
  return item && Closing.parse(item);
};

/** How the levels of a call have closed, level by level, each as often as its deadline has passed. */
export const closingsOf = async (table: Table, call: CallId): Promise<Closing[]> => {
  const items = await readAll(table, {
    key: keys.done(call, "").pk,
    sort: { beginsWith: closingPrefix },
  });
  return items.map((item) => Closing.parse(item));
};
