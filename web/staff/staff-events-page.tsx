import type { Event } from "#shared/domain/event.ts";
import type { Html } from "../document.ts";
import type { View } from "../view.ts";
import { staffWords } from "../words/staff.ts";
import { EventTable } from "./event-table.tsx";
import { StaffPage } from "./staff-frame.tsx";

export const staffEventsPage = (view: View, { events }: { readonly events: readonly Event[] }): Html => {
  const { events: title } = staffWords[view.language];
  return (
    <StaffPage view={view} title={title}>
      <EventTable view={view} events={events} label={title} />
    </StaffPage>
  );
};
