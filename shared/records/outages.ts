import * as z from "zod";
import type { CallId } from "#shared/domain/call.ts";
import type { Event } from "#shared/domain/event.ts";
import { Outage } from "#shared/domain/outage.ts";
import { callEventPut } from "./events.ts";
import { readAll } from "./reads.ts";
import { sortPrefixes } from "./sort-keys.ts";
import { type Table, transact } from "./table.ts";
import { keys, ofCall } from "./table-keys.ts";
import { absent, put } from "./writes.ts";

/** Keeps an outage and who recorded it. One that is kept already stays as it is. */
export const keepOutage = async (
  table: Table,
  outage: Outage,
  event: Event,
): Promise<"kept" | "already-kept"> => {
  const { callId, from, id } = outage;
  const item = { ...z.encode(Outage, outage), ...keys.outage(callId, from, id), item: "outage" };
  const written = await transact(table, [
    { Put: put(table, item, absent) },
    { Put: callEventPut(table, callId, event) },
  ]);
  return written === "done" ? "kept" : "already-kept";
};

/** The outages recorded for a call, the last first. */
export const outagesOf = async (table: Table, callId: CallId): Promise<Outage[]> => {
  const items = await readAll(table, {
    key: ofCall(callId),
    sort: { beginsWith: sortPrefixes.outage },
    newestFirst: true,
  });
  return items.map((item) => Outage.parse(item));
};
