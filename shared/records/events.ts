import { randomUUID } from "node:crypto";
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { CallId } from "#shared/domain/call.ts";
import { Event } from "#shared/domain/event.ts";
import type { Instant } from "#shared/domain/time.ts";
import { callKeyOf } from "./index-keys.ts";
import { readAll, readListing } from "./reads.ts";
import { sortPrefixes, timeSort } from "./sort-keys.ts";
import { ifItHolds, type Table } from "./table.ts";
import { keys, ofCall } from "./table-keys.ts";
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

/** What staff did with a call and with no single application. */
export const callEventPut = (table: Table, callId: CallId, event: Event) =>
  put(
    table,
    {
      ...z.encode(Event, event),
      ...keys.callEvent(callId, event.at, event.id),
      item: "event",
      callKey: callKeyOf(callId, "EVENTS", event.id),
      callSort: timeSort(event.at, event.id),
    },
    absent,
  );

export const recordEvent = async (table: Table, callId: CallId, event: Event): Promise<void> => {
  // That it is there already means that the answer to an earlier try was lost.
  await ifItHolds(() => table.client.send(new PutItemCommand(callEventPut(table, callId, event))));
};

/** What staff did with a call and its applications, the last first. */
export const staffEvents = async (table: Table, callId: CallId, limit?: number): Promise<Event[]> => {
  const items = await readListing(table, callId, "EVENTS", {
    newestFirst: true,
    ...(limit !== undefined && { limit }),
  });
  return items.map((item) => Event.parse(item));
};

/** What was done with the call itself and with no single application, the first first. */
export const eventsOfCall = async (table: Table, callId: CallId): Promise<Event[]> => {
  const items = await readAll(table, { key: ofCall(callId), sort: { beginsWith: sortPrefixes.event } });
  return items.map((item) => Event.parse(item));
};
