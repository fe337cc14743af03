import * as z from "zod";
import { calls } from "#shared/calls/index.ts";
import { Event } from "#shared/domain/event.ts";
import { chooseEvents, EventQuery, pageOf } from "#shared/domain/listing.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { staffEvents } from "#shared/records/events.ts";
import type { Table } from "#shared/records/table.ts";
import { staffEventsPage } from "#web/staff/staff-events-page.tsx";
import { given, nextOf } from "./lists.ts";

/** What staff have done and looked at, the last first. */
export const listEvents = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const lists = await Promise.all(calls.map(({ call }) => staffEvents(table, call.id)));
  const all = lists.flat().toSorted((a, b) => b.at.epochMilliseconds - a.at.epochMilliseconds);
  const query = EventQuery.parse(asked.query);
  const { items, page, pages, total } = pageOf(chooseEvents(all, query), query.page);
  const filters = { ...given({ ...query, page: "" }), page };
  return {
    page: () => staffEventsPage(asked, { events: items, total, pages, filters }),
    json: () => ({
      items: items.map((event) => z.encode(Event, event)),
      total,
      next: nextOf(asked, page, pages),
    }),
  };
};
