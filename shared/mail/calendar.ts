import { findCall } from "#shared/calls/index.ts";
import type { Webinar } from "#shared/domain/call.ts";
import type { Message } from "#shared/domain/message.ts";
import type { RegistrationId } from "#shared/domain/registration.ts";
import type { Language } from "#shared/domain/text.ts";
import { type Instant, onTheWall } from "#shared/domain/time.ts";

/** Rules from 1970 on rather than a list of dates: Outlook reads nothing else right. */
const oslo = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/Oslo",
  "BEGIN:DAYLIGHT",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "DTSTART:19700329T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "DTSTART:19701025T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
];

const escaped = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
/** A parameter in quotes may hold anything but quotes and control characters (RFC 5545 § 3.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const quoted = (text: string): string => `"${text.replace(/["\u0000-\u001f]/g, "")}"`;

/** Lines of at most 75 octets, never cut inside a character (RFC 5545 § 3.1). */
export const fold = (line: string): string => {
  const lines: string[] = [];
  let current = "";
  for (const character of line) {
    const room = lines.length === 0 ? 75 : 74;
    if (Buffer.byteLength(current + character) > room) {
      lines.push(current);
      current = "";
    }
    current += character;
  }
  return [...lines, current].join("\r\n ");
};

const onWall = (at: Instant, zone: string): string =>
  onTheWall(at, zone).toPlainDateTime().toString({ smallestUnit: "second" }).replace(/[-:]/g, "");
const inUtc = (at: Instant): string => `${onWall(at, "UTC")}Z`;

/** A webinar's event in somebody's calendar. */
interface CalendarEvent {
  readonly webinar: Pick<Webinar, "id" | "title" | "where" | "startsAt" | "endsAt" | "joinLink">;
  readonly registrationId: RegistrationId;
  readonly language: Language;
  readonly sequence: number;
  /** When this was said. */
  readonly at: Instant;
  readonly siteUrl: string;
  readonly organiser: string;
}

type Method = "REQUEST" | "CANCEL" | "PUBLISH";

const whereTo = ({ webinar: { where, joinLink }, language }: CalendarEvent): readonly string[] =>
  joinLink
    ? [`LOCATION:${escaped(joinLink)}`, `DESCRIPTION:${escaped(joinLink)}`]
    : [`LOCATION:${escaped(where[language])}`];

/** A whole calendar of one event. The same UID for good, whatever is said of it. */
const calendarOf = (method: Method, event: CalendarEvent, attendee: readonly string[]): string => {
  const { webinar, registrationId, language, sequence, at, siteUrl, organiser } = event;
  const lines = [
    "BEGIN:VCALENDAR",
    "PRODID:-//Opptak//Webinar 1.0//NO",
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    ...oslo,
    "BEGIN:VEVENT",
    `UID:${webinar.id}-${registrationId}@${new URL(siteUrl).hostname}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${inUtc(at)}`,
    `DTSTART;TZID=Europe/Oslo:${onWall(webinar.startsAt, "Europe/Oslo")}`,
    `DTEND;TZID=Europe/Oslo:${onWall(webinar.endsAt, "Europe/Oslo")}`,
    `SUMMARY:${escaped(webinar.title[language])}`,
    ...whereTo(event),
    `ORGANIZER;CN=Opptak:mailto:${organiser}`,
    ...attendee,
    `STATUS:${method === "CANCEL" ? "CANCELLED" : "CONFIRMED"}`,
    "TRANSP:OPAQUE",
    "CLASS:PUBLIC",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(fold).join("\r\n")}\r\n`;
};

export interface Invitation {
  readonly method: "REQUEST" | "CANCEL";
  readonly text: string;
}

/** To whom a mail brings an invitation or takes one back; a mail to somebody who waits, or only waited, does neither. */
const methodOf = (content: Message["content"]) => {
  switch (content.kind) {
    case "registration":
      return { method: "REQUEST", content } as const;
    case "webinar-changed":
      return content.hasPlace ? ({ method: "REQUEST", content } as const) : undefined;
    case "registration-cancelled":
      return content.hadPlace ? ({ method: "CANCEL", content } as const) : undefined;
    case "webinar-called-off":
      return content.hasPlace ? ({ method: "CANCEL", content } as const) : undefined;
    default:
      return undefined;
  }
};

/** The calendar part of a registration's mail (RFC 5545, RFC 5546): one event, one attendee, a rising SEQUENCE. */
export const invitationOf = (
  { content: told, language, owedAt: at }: Pick<Message, "content" | "language" | "owedAt">,
  { siteUrl, replyTo: organiser }: { readonly siteUrl: string; readonly replyTo: string },
): Invitation | undefined => {
  const found = methodOf(told);
  const webinar = findCall(told.callId)?.call.webinar;
  if (!found || !webinar) return undefined;
  const { method, content } = found;
  const { registrationId, sequence, name, email } = content;
  const attendee = `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN=${quoted(name)}:mailto:${email}`;
  const event = { webinar: { ...webinar, ...content.webinar }, registrationId, language, sequence };
  return { method, text: calendarOf(method, { ...event, at, siteUrl, organiser }, [attendee]) };
};

/** The same event as a file to open: published, so that it asks nobody anything and has no attendee (RFC 5546 § 3.2.1). */
export const publishedEvent = (event: CalendarEvent): string => calendarOf("PUBLISH", event, []);
