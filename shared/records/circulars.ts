import * as z from "zod";
import type { CallId, Webinar } from "#shared/domain/call.ts";
import { Circular, type CircularId, type Progress, progressOf } from "#shared/domain/circular.ts";
import { circularMessageId, circularNotice } from "#shared/domain/circular-notices.ts";
import type { Event } from "#shared/domain/event.ts";
import { Message } from "#shared/domain/message.ts";
import type { Instant } from "#shared/domain/time.ts";
import { removeAll } from "./batches.ts";
import { callEventPut } from "./events.ts";
import { ownerKeys } from "./index-keys.ts";
import { readAll, readItem, readMany } from "./reads.ts";
import { findRegistrations } from "./registrations.ts";
import { sortPrefixes } from "./sort-keys.ts";
import { type Table, transact } from "./table.ts";
import { Keyed, keys, ofCall } from "./table-keys.ts";
import { oweToEach } from "./webinar-notices.ts";
import { absent, put } from "./writes.ts";

/** Keeps a circular, from then on owed to each of its receivers, and who sent it. One that is kept already stays as it is. */
export const keepCircular = async (
  table: Table,
  circular: Circular,
  event: Event,
): Promise<"kept" | "already-kept"> => {
  const { callId, id } = circular;
  const item = { ...z.encode(Circular, circular), ...keys.circular(callId, id), item: "circular" };
  const written = await transact(table, [
    { Put: put(table, item, absent) },
    { Put: callEventPut(table, callId, event) },
  ]);
  return written === "done" ? "kept" : "already-kept";
};

export const findCircular = async (
  table: Table,
  callId: CallId,
  id: CircularId,
): Promise<Circular | undefined> => {
  const item = await readItem(table, keys.circular(callId, id));
  return item && Circular.parse(item);
};

/** A call's circulars, the last first. */
export const circularsOf = async (table: Table, callId: CallId): Promise<Circular[]> => {
  const items = await readAll(table, { key: ofCall(callId), sort: { beginsWith: sortPrefixes.circular } });
  return items
    .map((item) => Circular.parse(item))
    .toSorted((one, other) => other.sentAt.epochMilliseconds - one.sentAt.epochMilliseconds);
};

/** Owes the receivers of a circular a mail of it, the first so many of them or all. Does what is left to do however often it runs. */
export const tellOfCircular = async (
  table: Table,
  webinar: Webinar,
  circular: Circular,
  { at, most }: { readonly at: Instant; readonly most?: number },
): Promise<void> => {
  const receivers = circular.receivers.slice(0, most);
  const registrations = await findRegistrations(table, circular.webinarId, receivers);
  await oweToEach(table, registrations, (registration) =>
    circularNotice(circular, { registration, webinar, at }),
  );
};

/** How far it has come, by what has become of each receiver's message. */
export const progressIn = async (table: Table, circular: Circular): Promise<Progress> => {
  const items = await readMany(
    table,
    circular.receivers.map((receiver) => keys.message(circularMessageId(circular, receiver))),
  );
  return progressOf(
    circular,
    items.map((item) => Message.parse(item).state),
  );
};

/** Deletes a call's circulars and what staff have tried of them. The messages go with the registrations. */
export const deleteCirculars = async (table: Table, callId: CallId): Promise<number> => {
  const circulars = await readAll(table, {
    key: ofCall(callId),
    sort: { beginsWith: sortPrefixes.circular },
  });
  const trials = await readAll(table, { index: "byOwner", key: ownerKeys.circularTrials(callId) });
  await removeAll(
    table,
    [...trials, ...circulars].map((item) => Keyed.parse(item)),
  );
  return circulars.length;
};
