import { Attempt } from "#shared/domain/attempt.ts";
import type { CallId } from "#shared/domain/call.ts";
import { first, last } from "#shared/domain/choosing.ts";
import { Event } from "#shared/domain/event.ts";
import type { Page, Turn } from "#shared/domain/paging.ts";
import type { Listing } from "./index-keys.ts";
import { type Read, readPage } from "./pages.ts";
import { inOrderOfTime, placeOf, readListing } from "./reads.ts";
import type { Item, Table } from "./table.ts";

const pageSize = 50;

/** What is listed with these calls by time. Reads no more of each partition than there may be on a page. */
const byTime =
  <One>(
    table: Table,
    callIds: readonly CallId[],
    { listing, parse }: { readonly listing: Listing; readonly parse: (item: Item) => One },
  ): Read<One> =>
  async (range, newestFirst, limit) => {
    const order = { sort: { between: range }, newestFirst, limit };
    const lists = await Promise.all(callIds.map((callId) => readListing(table, callId, listing, order)));
    return inOrderOfTime(lists.flat(), newestFirst)
      .slice(0, limit)
      .map((item) => ({ place: placeOf(item), one: parse(item) }));
  };

interface Asked<One> {
  readonly holds: (one: One) => boolean;
  readonly turn: Turn;
}

const lastFirst = { range: [first, last], newestFirst: true, size: pageSize } as const;

/** One page of what staff have done with these calls, the last first. */
export const pageOfEvents = (
  table: Table,
  callIds: readonly CallId[],
  asked: Asked<Event>,
): Promise<Page<Event>> =>
  readPage(byTime(table, callIds, { listing: "EVENTS", parse: (item) => Event.parse(item) }), {
    ...lastFirst,
    ...asked,
  });

/** One page of the attempts to send to a call, the last first. */
export const pageOfAttempts = (table: Table, callId: CallId, asked: Asked<Attempt>): Promise<Page<Attempt>> =>
  readPage(byTime(table, [callId], { listing: "ATTEMPTS", parse: (item) => Attempt.parse(item) }), {
    ...lastFirst,
    ...asked,
  });
