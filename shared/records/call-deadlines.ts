import * as z from "zod";
import type { CallId } from "#shared/domain/call.ts";
import { CallDeadlines, neverMoved } from "#shared/domain/call-deadlines.ts";
import type { Event } from "#shared/domain/event.ts";
import { callEventPut } from "./events.ts";
import { readItem } from "./reads.ts";
import { type Table, transact } from "./table.ts";
import { keys } from "./table-keys.ts";
import { put, stillAt } from "./writes.ts";

export const readCallDeadlines = async (table: Table, callId: CallId): Promise<CallDeadlines> => {
  const item = await readItem(table, keys.callDeadlines(callId));
  return item ? CallDeadlines.parse(item) : neverMoved(callId);
};

/** Keeps what was decided on the revision before it, with the event that tells of it; neither when there has been another since. */
export const keepCallDeadlines = async (
  table: Table,
  deadlines: CallDeadlines,
  event: Event,
): Promise<"kept" | "changed"> => {
  const { callId, revision } = deadlines;
  const item = { ...z.encode(CallDeadlines, deadlines), ...keys.callDeadlines(callId), item: "deadlines" };
  const written = await transact(table, [
    { Put: put(table, item, stillAt(revision - 1)) },
    { Put: callEventPut(table, callId, event) },
  ]);
  return written === "done" ? "kept" : "changed";
};
