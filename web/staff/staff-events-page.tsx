import type { Event } from "#shared/domain/event.ts";
import type { EventQuery } from "#shared/domain/listing.ts";
import type { Page } from "#shared/domain/paging.ts";
import type { Html } from "../document.ts";
import type { View } from "../view.ts";
import { eventNames } from "../words/event-names.ts";
import { historyWords } from "../words/history.ts";
import { staffWords } from "../words/staff.ts";
import { Choice } from "./choice.tsx";
import { EventTable } from "./event-table.tsx";
import { Pages, Total } from "./list.tsx";
import { FilterField, Search } from "./search.tsx";
import { StaffPage } from "./staff-frame.tsx";

interface EventsProps {
  readonly page: Page<Event>;
  readonly filters: EventQuery;
}

/** What staff have done and looked at: by whom, of which kind, or with which application. */
export const staffEventsPage = (view: View, { page, filters }: EventsProps): Html => {
  const words = staffWords[view.language];
  const history = historyWords[view.language];
  return (
    <StaffPage view={view} title={words.events}>
      <Search view={view}>
        <FilterField label={words.searchEvents} name="text" value={filters.text} />
        <Choice
          label={history.what}
          id="filter-what"
          name="what"
          none={words.all}
          options={eventNames[view.language]}
          chosen={filters.what}
        />
      </Search>
      <Total view={view} page={page} />
      <EventTable view={view} events={page.items} label={words.events} />
      <Pages view={view} page={page} />
    </StaffPage>
  );
};
