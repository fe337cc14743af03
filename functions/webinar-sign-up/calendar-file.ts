import { invitationSequence } from "#shared/domain/registration.ts";
import type { Asked, Site } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { publishedEvent } from "#shared/mail/calendar.ts";
import type { Table } from "#shared/records/table.ts";
import { findOwn } from "./own.ts";

/** The webinar for the calendar of somebody who has a place; whoever waits has nothing to put there. */
export const calendarFile = async (asked: Asked, table: Table, site: Site): Promise<Answer> => {
  const own = await findOwn(asked, table);
  const [contact] = own?.definition.call.contacts ?? [];
  if (!own || !contact || own.registration.state !== "registered") return { reason: "not-found" };
  const { webinar } = own.definition.call;
  if (webinar.cancelledAt) return { reason: "webinar-cancelled" };
  const { registration } = own;
  const text = publishedEvent({
    webinar,
    registrationId: registration.id,
    language: registration.language,
    sequence: invitationSequence(registration, webinar),
    at: asked.at,
    siteUrl: site.url,
    organiser: contact.email,
  });
  return {
    bytes: new TextEncoder().encode(text),
    type: "text/calendar; charset=utf-8; method=PUBLISH",
    name: "webinar.ics",
  };
};
