import { simpleParser } from "mailparser";
import nodeIcal from "node-ical";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { RegistrationId } from "#shared/domain/registration.ts";
import { languages } from "#shared/domain/text.ts";
import { instant } from "#shared/domain/time.ts";
import { invitationOf, publishedEvent } from "#shared/mail/calendar.ts";
import { mimeOf } from "#shared/mail/mime.ts";
import { eventIn } from "./calendars.ts";
import { contents, messageOf, registrationId, sender } from "./sample-messages.ts";

/** What twelve o'clock in Oslo on 2 May is where the machine stands; vitest.config.ts has the zones. */
const theirs: Readonly<Record<string, string>> = {
  UTC: "2 10:00",
  "Europe/Oslo": "2 12:00",
  "America/New_York": "2 6:00",
  "Asia/Tokyo": "2 19:00",
  "Pacific/Kiritimati": "3 0:00",
};
const clockOf = (at: Date): string =>
  `${at.getDate()} ${at.getHours()}:${String(at.getMinutes()).padStart(2, "0")}`;

describe("the invitation", () => {
  const withCalendar = contents.flatMap((content) =>
    languages.flatMap((language) => {
      const message = messageOf(content, language);
      const invitation = invitationOf(message, sender);
      return invitation ? [[content.kind, language, message, invitation] as const] : [];
    }),
  );

  test("goes with each kind that it is to go with", () => {
    expect(new Set(withCalendar.map(([kind]) => kind))).toEqual(
      new Set(["registration", "registration-cancelled", "webinar-changed", "webinar-called-off"]),
    );
  });

  test.for(withCalendar)(
    "of %s in %s is read alike by two calendar programs, wherever they stand",
    ([, , , { text, method }]) => {
      const { calendar, event } = eventIn(text);
      const [other, ...more] = Object.values(nodeIcal.sync.parseICS(text)).filter(
        (one) => one?.type === "VEVENT",
      );
      if (!other) throw new Error("node-ical finds no event");
      expect(more).toEqual([]);
      const startsAt = "2024-05-02T10:00:00.000Z";
      expect([event.startDate.toJSDate().toISOString(), other.start.toISOString()]).toEqual([
        startsAt,
        startsAt,
      ]);
      // Twelve in Oslo, on the clock of whoever reads.
      const onTheirClock = theirs[process.env["TZ"] ?? "UTC"];
      expect([event.startDate.toJSDate(), other.start].map(clockOf)).toEqual([onTheirClock, onTheirClock]);
      expect(other.end?.toISOString()).toBe(event.endDate.toJSDate().toISOString());
      expect(other.start.tz).toBe("Europe/Oslo");
      expect([other.uid, other.summary, other.location, other.method, Number(other.sequence)]).toEqual([
        ...[event.uid, event.summary, event.location],
        ...[calendar.getFirstPropertyValue("method"), event.sequence],
      ]);
      expect(other.method).toBe(method);
      expect(other.status).toBe(method === "CANCEL" ? "CANCELLED" : "CONFIRMED");
    },
  );

  test("has no text that is not escaped: each line is a name and a value, and what is said is whole", () => {
    const text = publishedEvent({
      webinar: {
        ...nic2024.call.webinar,
        title: { ...nic2024.call.webinar.title, nn: "Spør; svar\\ her, og\nEND:VEVENT" },
        where: { ...nic2024.call.webinar.where, nn: "Rom 1, 2; «Øst»\nATTENDEE:mailto:annan@prove.example" },
        joinLink: undefined,
      },
      registrationId: RegistrationId.parse(registrationId),
      language: "nn",
      sequence: 0,
      at: instant("2024-04-15T08:00:00Z"),
      siteUrl: sender.siteUrl,
      organiser: "nic@opptak.example",
    });
    const lines = text.replaceAll("\r\n ", "").trimEnd().split("\r\n");
    for (const line of lines) expect(line).toMatch(/^[A-Z-]+(;[A-Z]+=[^:;]+)*:.+$/);
    const said = lines.filter((line) => /^(SUMMARY|LOCATION|DESCRIPTION):/.test(line));
    expect(said).toHaveLength(2);
    for (const line of said) expect(line.replace(/\\[\\;,n]/g, "")).not.toMatch(/[\\;,]/);
    const { event } = eventIn(text);
    expect(event.summary).toBe("Spør; svar\\ her, og\nEND:VEVENT");
    expect(event.location).toBe("Rom 1, 2; «Øst»\nATTENDEE:mailto:annan@prove.example");
    expect(event.attendees).toEqual([]);
    const [other] = Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one?.type === "VEVENT");
    expect([other?.summary, other?.location]).toEqual([event.summary, event.location]);
  });

  test.for(withCalendar)(
    "of %s in %s goes both as a part with its method and as a file, to two readers of MIME",
    async ([, , message, { text, method }]) => {
      const raw = await mimeOf(message, sender);
      const { attachments } = await PostalMime.parse(raw);
      const part = attachments.filter(({ mimeType }) => mimeType === "text/calendar");
      const file = attachments.filter(({ filename }) => filename === "invite.ics");
      expect(part.map((one) => one.method)).toEqual([method]);
      expect(file).toHaveLength(1);
      const other = (await simpleParser(raw)).attachments;
      const plain = (content: string | Uint8Array | ArrayBuffer) =>
        (typeof content === "string" ? content : new TextDecoder().decode(content)).replaceAll("\r\n", "\n");
      const all = [...part, ...file, ...other].map(({ content }) => plain(content));
      expect(all).toHaveLength(4);
      expect(new Set(all)).toEqual(new Set([plain(text)]));
    },
  );
});
