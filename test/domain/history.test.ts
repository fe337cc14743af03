import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Event } from "#shared/domain/event.ts";
import { beginningOf, digestOf, type Link, nextLink, withLinks } from "#shared/domain/history.ts";
import { anApplication, anEvent } from "../support/builders.ts";

const events = fc.array(
  fc.record({ detail: fc.string({ minLength: 1 }), name: fc.string() }).map((given) => anEvent(given)),
  { minLength: 1, maxLength: 8 },
);

const linked = (happened: readonly Event[]) => {
  const application = anApplication();
  const links: Link[] = [];
  for (const event of happened) links.push(nextLink(withLinks(application, links), event));
  return { application, links };
};

test("each event stands after the one before, from the application's own beginning to its head", () => {
  fc.assert(
    fc.property(events, (happened) => {
      const { application, links } = linked(happened);
      expect(links.map(({ number }) => number)).toEqual(happened.map((_, i) => i + 1));
      expect(links[0]?.previous).toBe(beginningOf(application.id));
      for (const [i, link] of links.entries()) {
        if (i > 0) expect(link.previous).toBe(links[i - 1]?.digest);
        expect(link.digest).toBe(digestOf(application.id, { ...link }));
      }
      expect(withLinks(application, links)).toMatchObject({
        revision: links.length,
        lastEvent: links.at(-1)?.digest,
      });
    }),
  );
});

test.for([
  ["what was done", { what: "application-withdrawn" }],
  ["who did it", { who: "another" }],
  ["their name", { name: "Another" }],
  ["when", { at: anEvent().at.add({ milliseconds: 1 }) }],
  ["the detail", { detail: "2" }],
  ["what it seals", { seals: "0".repeat(64) }],
  ["its id", { id: randomUUID() }],
  ["its number", { number: 2 }],
  ["the one before", { previous: beginningOf(anApplication().id) }],
] as const)("another digest when %s is another", ([, change]) => {
  const application = anApplication();
  const link = nextLink(application, anEvent({ detail: "1" }));
  expect(digestOf(application.id, { ...link, ...change })).not.toBe(link.digest);
});

test("no event fits into the history of another application", () => {
  const event = anEvent();
  expect(nextLink(anApplication(), event).digest).not.toBe(nextLink(anApplication(), event).digest);
});
