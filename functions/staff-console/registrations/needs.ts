import { findCall } from "#shared/calls/index.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import { needsOfWebinar } from "#shared/records/needs.ts";
import { registrationsOfCall } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { type Need, staffNeedsPage } from "#web/staff/staff-needs-page.tsx";

/** By name. What somebody needs is deleted when they cancel. */
const needsIn = async (table: Table, call: Parameters<typeof registrationsOfCall>[1], webinarId: string) => {
  const [registrations, needs] = await Promise.all([
    registrationsOfCall(table, call),
    needsOfWebinar(table, webinarId),
  ]);
  const byId = new Map(needs.map((one) => [one.registrationId, one.needs]));
  return registrations
    .flatMap((registration): Need[] => {
      const asked = byId.get(registration.id);
      return asked === undefined ? [] : [{ registration, needs: asked }];
    })
    .toSorted((a, b) => a.registration.name.localeCompare(b.registration.name, "nb"));
};

/** What all participants need, for those who arrange the webinar. Who looks is noted first. */
export const listNeeds = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const call = findCall(asked.params["call"] ?? "")?.call;
  if (!call) return { reason: "not-found" };
  await recordEvent(table, call.id, eventBy(asked, "needs-listed"));
  const all = await needsIn(table, call.id, call.webinar.id);
  return {
    page: () => staffNeedsPage(asked, { call, all }),
    json: () => ({
      items: all.map(({ registration: { id, name, state }, needs }) => ({ id, name, state, needs })),
    }),
  };
};
