import ICAL from "ical.js";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { type Message, MessageContent, MessageId } from "#shared/domain/message.ts";
import { languages } from "#shared/domain/text.ts";
import { instant } from "#shared/domain/time.ts";
import { invitationOf } from "#shared/mail/calendar.ts";
import { mimeOf } from "#shared/mail/mime.ts";
import { letterOf } from "#shared/mail/words.ts";

const applicationId = "3b6f4d52-9c1c-4f0e-9d53-6a0d1f6a1b11";
const registrationId = "0123456789abcdef0123456789abcdef";
const about = { callId: "nic-2024", applicationId, reference: "NIC24-0000-0000", level: "connect" };
const at = "2024-06-21T13:59:59.123Z";
const typed = "Kåre <b>www.felle.example</b> & Øst";

const contents = [
  {
    kind: "receipt",
    ...about,
    number: 1,
    organisation: typed,
    cluster: "Klynge",
    receivedAt: at,
    digest: "a".repeat(64),
  },
  { kind: "withdrawal", ...about, withdrawnAt: at },
  { kind: "draft-expired", ...about, deadline: "2024-06-21T14:00:00.000Z" },
  {
    kind: "registration",
    callId: "nic-2024",
    registrationId,
    name: typed,
    email: "kare@prove.example",
    sequence: 0,
    key: "k_-1",
  },
  {
    kind: "registration-cancelled",
    callId: "nic-2024",
    registrationId,
    name: typed,
    email: "kare@prove.example",
    sequence: 1,
  },
].map((content) => MessageContent.parse(content));

const messageOf = (content: MessageContent, language: Message["language"]): Message => ({
  id: MessageId.parse("receipt.0"),
  to: "kare@prove.example",
  language,
  content,
  state: "owed",
  attempts: 0,
  owedAt: instant("2024-04-15T08:00:00Z"),
});
const sender = {
  from: "Opptak <noreply@opptak.example>",
  replyTo: "svar@opptak.example",
  siteUrl: "https://opptak.example",
};
const cases = contents.flatMap((content) =>
  languages.map((language) => [content.kind, language, messageOf(content, language)] as const),
);

describe("a mail", () => {
  test.for(cases)(
    "of %s in %s says the same in text and HTML, to two readers of MIME",
    async ([, language, message]) => {
      const raw = await mimeOf(message, sender);
      const [one, other] = await Promise.all([simpleParser(raw), PostalMime.parse(raw)]);
      const letter = letterOf(message, sender.siteUrl);
      for (const read of [one, other]) {
        expect(read.subject).toBe(letter.subject);
        expect(read.text).toContain(letter.paragraphs[0]);
        expect(`${read.html}`).toContain(`<html lang="${language}">`);
        expect(`${read.text}${read.html}`).not.toMatch(/undefined|\[object/);
      }
      expect(one.headers.get("auto-submitted")).toBe("auto-generated");
      expect(one.date?.toISOString()).toBe("2024-04-15T08:00:00.000Z");
    },
  );

  test.for(cases)(
    "of %s in %s has nothing typed in it that is markup or becomes a link",
    async ([, , message]) => {
      const { html } = await simpleParser(await mimeOf(message, sender));
      expect(`${html}`).not.toContain("<b>");
      expect(`${html}`).not.toContain("www.felle.example");
    },
  );

  test("that is a receipt tells the arrival to the second and has no answers", () => {
    const [receipt] = contents;
    const letter = receipt && letterOf(messageOf(receipt, "nb"), sender.siteUrl);
    expect(JSON.stringify(letter)).toContain("21. juni 2024 kl. 15.59.59 (norsk tid)");
    expect(letter?.link?.href).toBe(`https://opptak.example/nb/applications/${applicationId}/receipt`);
  });
});

describe("the invitation", () => {
  const invitations = contents.slice(3).map((content) => invitationOf(messageOf(content, "nn"), sender));
  const eventIn = (text = "") => {
    const calendar = new ICAL.Component(ICAL.parse(text));
    const zone = calendar.getFirstSubcomponent("vtimezone");
    if (zone) ICAL.TimezoneService.register(zone);
    return { calendar, event: new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined) };
  };

  test("is at noon in Oslo, with one attendee and its method in the calendar", () => {
    const { calendar, event } = eventIn(invitations[0]?.text);
    expect(event.startDate.toJSDate().toISOString()).toBe("2024-04-30T10:00:00.000Z");
    expect(event.endDate.toJSDate().toISOString()).toBe("2024-04-30T11:00:00.000Z");
    expect(event.attendees).toHaveLength(1);
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
  });

  test("is taken back under the same UID with a higher sequence", () => {
    const [asked, cancelled] = invitations.map((invitation) => eventIn(invitation?.text));
    expect(cancelled?.event.uid).toBe(asked?.event.uid);
    expect(cancelled?.event.sequence).toBeGreaterThan(asked?.event.sequence ?? 9);
    expect(cancelled?.calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(cancelled?.event.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  });

  test("has no line over 75 octets and every line end is CRLF", () => {
    for (const invitation of invitations) {
      const lines = invitation?.text.split("\r\n") ?? [];
      expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
      expect(lines.join("")).not.toMatch(/[\r\n]/);
    }
  });

  test("goes both as a part with its method and as a file", async () => {
    const registration = contents[3];
    const { attachments } = await PostalMime.parse(
      registration ? await mimeOf(messageOf(registration, "en"), sender) : "",
    );
    expect(attachments.map(({ mimeType, filename, method }) => ({ mimeType, filename, method }))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ mimeType: "text/calendar", method: "REQUEST" }),
        expect.objectContaining({ filename: "invite.ics" }),
      ]),
    );
  });
});
