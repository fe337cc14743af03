import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { RegistrationId } from "#shared/domain/registration.ts";
import { instant } from "#shared/domain/time.ts";
import { fold, invitationOf, publishedEvent } from "#shared/mail/calendar.ts";
import { eventIn } from "./calendars.ts";
import { contents, messageOf, registrationId, sender } from "./sample-messages.ts";

describe("the invitation", () => {
  const invitations = contents.flatMap((content) => invitationOf(messageOf(content, "nn"), sender) ?? []);
  test("is when the message says, with one attendee and its method in the calendar", () => {
    const { calendar, event } = eventIn(invitations[0]?.text);
    expect(event.startDate.toJSDate().toISOString()).toBe("2024-05-02T10:00:00.000Z");
    expect(event.endDate.toJSDate().toISOString()).toBe("2024-05-02T11:00:00.000Z");
    expect(event.attendees).toHaveLength(1);
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
  });

  test("is taken back under the same UID with a higher sequence", () => {
    const [, asked, cancelled] = invitations.map((invitation) => eventIn(invitation?.text));
    expect(cancelled?.event.uid).toBe(asked?.event.uid);
    expect(cancelled?.event.sequence).toBeGreaterThan(asked?.event.sequence ?? 9);
    expect(cancelled?.calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(cancelled?.event.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  });

  test("is another time, and is taken back for all, under the same UID with ever higher sequences", () => {
    const told = invitations.map((invitation) => eventIn(invitation?.text));
    expect(told.map(({ calendar }) => calendar.getFirstPropertyValue("method"))).toEqual([
      ...["REQUEST", "REQUEST", "CANCEL", "REQUEST", "REQUEST", "CANCEL"],
    ]);
    expect(new Set(told.map(({ event }) => event.uid)).size).toBe(1);
    expect(told.map(({ event }) => event.sequence)).toEqual([0, 3, 4, 6, 7, 8]);
    expect(told.at(-1)?.event.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(told[3]?.event.startDate.toJSDate().toISOString()).toBe("2024-05-02T10:00:00.000Z");
  });

  test.for(["webinar-changed", "webinar-called-off"])("goes with no %s to who waits", (kind) => {
    const content = contents.find((one) => one.kind === kind && "hasPlace" in one && !one.hasPlace);
    expect(content).toBeDefined();
    expect(content && invitationOf(messageOf(content, "nb"), sender)).toBeUndefined();
  });

  test("says where to join when there is a link, and otherwise that it comes", () => {
    const [without, with_] = invitations.map((invitation) => eventIn(invitation?.text).event);
    expect(without?.location).toContain("På nett");
    expect(with_?.location).toBe("https://mote.prove.example/nic?a=1,2;b");
    expect(with_?.description).toBe("https://mote.prove.example/nic?a=1,2;b");
  });

  test.for(["registration-waiting", "registration-link"])("does not go with a %s", (kind) => {
    const content = contents.find((one) => one.kind === kind);
    expect(content && invitationOf(messageOf(content, "nb"), sender)).toBeUndefined();
  });

  test("does not go with a cancellation of who only waited", () => {
    const content = contents.find((one) => one.kind === "registration-cancelled" && !one.hadPlace);
    expect(content).toBeDefined();
    expect(content && invitationOf(messageOf(content, "nb"), sender)).toBeUndefined();
  });

  test("as a file is published, asks nobody and is the same event", () => {
    const text = publishedEvent({
      webinar: nic2024.call.webinar,
      registrationId: RegistrationId.parse(registrationId),
      language: "nn",
      sequence: 7,
      at: instant("2024-04-15T08:00:00Z"),
      siteUrl: sender.siteUrl,
      organiser: "nic@opptak.example",
    });
    const { calendar, event } = eventIn(text);
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(event.attendees).toEqual([]);
    expect([event.uid, event.sequence]).toEqual([`nic-2024-webinar-${registrationId}@opptak.example`, 7]);
    expect(event.startDate.toJSDate().toISOString()).toBe("2024-04-30T10:00:00.000Z");
  });

  test("has no line over 75 octets, also with æ, ø and å where it breaks, and every line end is CRLF", () => {
    const [registration] = contents.filter(({ kind }) => kind === "registration");
    if (registration?.kind !== "registration") throw new Error("There is no sample");
    for (let length = 0; length < 80; length += 1) {
      const name = `${"x".repeat(length)}${"æøå".repeat(20)}`;
      const { text } = invitationOf(messageOf({ ...registration, name }, "nn"), sender) ?? {};
      expect(eventIn(text).event.attendees[0]?.getParameter("cn")).toBe(name);
      for (const line of text?.split("\r\n") ?? []) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
    for (const invitation of invitations) {
      const lines = invitation?.text.split("\r\n") ?? [];
      expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
      expect(lines.join("")).not.toMatch(/[\r\n]/);
    }
  });

  test("loses nothing to folding, and no character is cut", async () => {
    const characters = fc.string({
      unit: fc.constantFrom("a", "ø", "–", "\u{1f600}", ";", " "),
      maxLength: 400,
      size: "max",
    });
    await fc.assert(
      fc.property(characters, (line) => {
        const folded = fold(line);
        expect(folded.replaceAll("\r\n ", "")).toBe(line);
        for (const part of folded.split("\r\n")) {
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
          expect(Buffer.from(part).toString()).toBe(part);
        }
      }),
    );
  });

  test("names its one attendee as typed, quotes left out, and no name adds a line of its own", () => {
    const registration = contents.find(({ kind }) => kind === "registration");
    if (registration?.kind !== "registration") throw new Error("There is no sample");
    const name = 'Kåre; "Ås":x,\r\nATTENDEE:mailto:annen@prove.example';
    const { event } = eventIn(invitationOf(messageOf({ ...registration, name }, "nb"), sender)?.text);
    expect(event.attendees.map((attendee) => attendee.getFirstValue())).toEqual([
      "mailto:kare@prove.example",
    ]);
    expect(event.attendees[0]?.getParameter("cn")).toContain("Kåre; Ås:x,");
    expect(event.attendees[0]?.getParameter("partstat")).toBe("ACCEPTED");
    expect(event.organizer).toBe("mailto:svar@opptak.example");
    expect(event.uid).toBe(`nic-2024-webinar-${registrationId}@opptak.example`);
    expect(event.component.getFirstPropertyValue("dtstamp")?.toString()).toBe("2024-04-15T08:00:00Z");
  });
});
