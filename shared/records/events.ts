import { randomUUID } from "node:crypto";
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { ApplicationId } from "#shared/domain/application.ts";
import type { CallId } from "#shared/domain/call.ts";
import { Event } from "#shared/domain/event.ts";
import type { Instant } from "#shared/domain/time.ts";
import { readAll, readListing } from "./reads.ts";
import { type Item, ifItHolds, type Table } from "./table.ts";
import { callKeyOf, keys, sortPrefixes, timeSort } from "./table-keys.ts";
import { absent, put } from "./writes.ts";

/** Who did it and when, as a request and a schedule both know. */
interface Doing {
  readonly at: Instant;
  readonly person: { readonly id: string; readonly name: string };
}

/** Something done, with an id of its own. An empty detail is none. */
export const eventBy = ({ at, person }: Doing, what: Event["what"], detail?: string): Event => ({
  id: randomUUID(),
  at,
  what,
  who: person.id,
  name: person.name,
  ...(detail && { detail }),
});

/** A line of an application's history, written together with what it tells of. */
export const eventPut = (table: Table, applicationId: ApplicationId, event: Event) =>
  put(
    table,
    { ...z.encode(Event, event), ...keys.event(applicationId, event.at, event.id), item: "event" },
    absent,
  );

/** What happened to an application, the first first. */
export const historyOf = async (table: Table, applicationId: ApplicationId): Promise<Event[]> => {
  const items = await readAll(table, {
    key: keys.application(applicationId).pk,
    sort: { beginsWith: sortPrefixes.event },
  });
  return items.map((item) => Event.parse(item));
};

interface StaffEvent {
  readonly callId: CallId;
  readonly applicationId?: ApplicationId | undefined;
  readonly event: Event;
}

const staffEventItem = ({ callId, applicationId, event }: StaffEvent): Item => ({
  ...z.encode(Event, event),
  ...(applicationId
    ? keys.event(applicationId, event.at, event.id)
    : keys.callEvent(callId, event.at, event.id)),
  item: "event",
  callKey: callKeyOf(callId, "EVENTS", event.id),
  callSort: timeSort(event.at, event.id),
});

/** Keeps what staff did; if it was to one application it is in that one's history too. */
export const recordEvent = async (table: Table, done: StaffEvent): Promise<void> => {
  const command = new PutItemCommand(put(table, staffEventItem(done), absent));
  // That it is there already means that the answer to an earlier try was lost.
  await ifItHolds(() => table.client.send(command));
};

/** What staff did with a call, the last first. */
export const staffEvents = async (table: Table, callId: CallId, limit: number): Promise<Event[]> => {
  const items = await readListing(table, callId, "EVENTS", { newestFirst: true, limit });
  return items.map((item) => Event.parse(item));
};
