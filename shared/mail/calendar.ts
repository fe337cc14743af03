import { findCall } from "#shared/calls/index.ts";
import type { Message } from "#shared/domain/message.ts";
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

export interface Invitation {
  readonly method: "REQUEST" | "CANCEL";
  readonly text: string;
}

/** The calendar part of a registration's mail (RFC 5545, RFC 5546): one event, one attendee, the same UID for good, a rising SEQUENCE. */
export const invitationOf = (
  { content, language, owedAt }: Pick<Message, "content" | "language" | "owedAt">,
  { siteUrl, replyTo }: { readonly siteUrl: string; readonly replyTo: string },
): Invitation | undefined => {
  if (content.kind !== "registration" && content.kind !== "registration-cancelled") return undefined;
  const webinar = findCall(content.callId)?.call.webinar;
  if (!webinar) return undefined;
  const method = content.kind === "registration" ? "REQUEST" : "CANCEL";
  const lines = [
    "BEGIN:VCALENDAR",
    "PRODID:-//Opptak//Webinar 1.0//NO",
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    ...oslo,
    "BEGIN:VEVENT",
    `UID:${webinar.id}-${content.registrationId}@${new URL(siteUrl).hostname}`,
    `SEQUENCE:${content.sequence}`,
    `DTSTAMP:${inUtc(owedAt)}`,
    `DTSTART;TZID=Europe/Oslo:${onWall(webinar.startsAt, "Europe/Oslo")}`,
    `DTEND;TZID=Europe/Oslo:${onWall(webinar.endsAt, "Europe/Oslo")}`,
    `SUMMARY:${escaped(webinar.title[language])}`,
    `LOCATION:${escaped(webinar.where[language])}`,
    `ORGANIZER;CN=Opptak:mailto:${replyTo}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN=${quoted(content.name)}:mailto:${content.email}`,
    `STATUS:${method === "REQUEST" ? "CONFIRMED" : "CANCELLED"}`,
    "TRANSP:OPAQUE",
    "CLASS:PUBLIC",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return { method, text: `${lines.map(fold).join("\r\n")}\r\n` };
};
