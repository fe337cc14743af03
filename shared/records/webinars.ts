import * as z from "zod";
import type { Call } from "#shared/domain/call.ts";
import type { Event } from "#shared/domain/event.ts";
import { neverChanged, WebinarRecord } from "#shared/domain/webinar.ts";
import { callEventPut } from "./events.ts";
import { readItem } from "./reads.ts";
import { type Table, transact } from "./table.ts";
import { keys } from "./table-keys.ts";
import { put, stillAt } from "./writes.ts";

export const readWebinar = async (
  table: Table,
  call: Pick<Call, "id" | "webinar">,
): Promise<WebinarRecord> => {
  const item = await readItem(table, keys.webinar(call.webinar.id));
  return item ? WebinarRecord.parse(item) : neverChanged(call);
};

/** Keeps what was decided on the revision before it, with the event that tells of it; neither when there has been another since. */
export const keepWebinar = async (
  table: Table,
  record: WebinarRecord,
  event: Event,
): Promise<"kept" | "changed"> => {
  const item = { ...z.encode(WebinarRecord, record), ...keys.webinar(record.webinarId), item: "webinar" };
  const written = await transact(table, [
    { Put: put(table, item, stillAt(record.revision - 1)) },
    { Put: callEventPut(table, record.callId, event) },
  ]);
  return written === "done" ? "kept" : "changed";
};
