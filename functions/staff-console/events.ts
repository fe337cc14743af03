import * as z from "zod";
import { calls } from "#shared/calls/index.ts";
import { eventHolds } from "#shared/domain/choosing.ts";
import { Event } from "#shared/domain/event.ts";
import { EventQuery } from "#shared/domain/listing.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { pageOfEvents } from "#shared/records/list-by-time.ts";
import type { Table } from "#shared/records/table.ts";
import { staffEventsPage } from "#web/staff/staff-events-page.tsx";
import { given, sidesOf } from "./lists.ts";

/** What staff have done and looked at, the last first. */
export const listEvents = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const query = EventQuery.parse(asked.query);
  const ids = calls.map(({ call }) => call.id);
  const page = await pageOfEvents(table, ids, { holds: eventHolds(query), turn: query });
  return {
    page: () => staffEventsPage(asked, { page, filters: given(query) }),
    json: () => ({
      items: page.items.map((event) => z.encode(Event, event)),
      ...sidesOf(asked, page),
    }),
  };
};
