import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestOf, type Link, nextLink, withLinks } from "#shared/domain/history.ts";
import { changed, codesIn, codesOf, namesIn, other, pick } from "../support/audited.ts";
import { anApplication, anEvent } from "../support/builders.ts";
import { histories, type Made, sentHistories, storedOf } from "../support/histories.ts";

// Each run digests a whole history, some of them many times.
fc.configureGlobal({ numRuns: 30 });

describe("an event", () => {
  const attributes: Readonly<Record<keyof Link, (link: Link) => Partial<Link>>> = {
    id: () => ({ id: randomUUID() }),
    at: ({ at }) => ({ at: at.add({ milliseconds: 1 }) }),
    what: ({ what }) => ({ what: what === "file-downloaded" ? "application-viewed" : "file-downloaded" }),
    who: ({ who }) => ({ who: `${who}x` }),
    name: ({ name }) => ({ name: `${name}x` }),
    detail: ({ detail }) => ({ detail: `${detail}x` }),
    seals: () => ({ seals: other }),
    submission: () => ({ submission: other }),
    number: ({ number }) => ({ number: number + 1 }),
    previous: () => ({ previous: other }),
    digest: () => ({ digest: other }),
  };

  test.for(Object.entries(attributes))("is found when its %s is another", ([, change]) => {
    fc.assert(
      fc.property(histories, fc.nat(), (made, choice) => {
        const at = pick(made.links, choice);
        // Under the number it was kept with: the key is not what is changed.
        const stored = storedOf(made);
        const links = changed(stored.links, at, ({ number, is }) => ({
          number,
          is: is && { ...is, ...change(is) },
        }));
        expect(codesOf({ ...stored, links })).toContainEqual(["event-changed", at + 1]);
      }),
    );
  });

  test("that is removed is missing, or the history ends before the application does", () => {
    fc.assert(
      fc.property(histories, fc.nat(), (made, choice) => {
        const at = pick(made.links, choice);
        const stored = storedOf(made);
        const codes = codesOf({ ...stored, links: stored.links.filter((_, i) => i !== at) });
        const isLast = at === made.links.length - 1 && at > 0;
        expect(codes).toContainEqual(isLast ? ["head-differs", at + 1] : ["event-missing", at + 1]);
      }),
    );
  });

  test("that is slipped in anywhere, moving the others along, is found", () => {
    fc.assert(
      fc.property(histories, fc.nat(), (made, choice) => {
        const at = pick(made.links, choice);
        const head = withLinks(made.application, made.links.slice(0, at + 1));
        const slipped = nextLink(head, anEvent({ what: "application-viewed" }));
        const moved = made.links.slice(at + 1).map((link) => ({ ...link, number: link.number + 1 }));
        const links = [...made.links.slice(0, at + 1), slipped, ...moved];
        const names = namesIn(storedOf({ ...made, links }));
        expect(names).toContain(moved.length > 0 ? "event-changed" : "head-differs");
      }),
    );
  });

  test("that was remade with a digest that fits it does not fit the next one, or the head", () => {
    fc.assert(
      fc.property(histories, fc.nat(), (made, choice) => {
        const at = pick(made.links, choice);
        const links = changed(made.links, at, ({ digest: _, ...link }) => {
          const remade = { ...link, name: `${link.name}x` };
          return { ...remade, digest: digestOf(made.application.id, remade) };
        });
        const isLast = at === made.links.length - 1;
        expect(codesIn({ ...made, links })).toEqual([
          isLast ? ["head-differs", at + 1] : ["event-out-of-place", at + 2],
        ]);
      }),
    );
  });

  test("that changes places with another is found, with or without their numbers", () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat(), (made, one, two) => {
        const [a, b] = [pick(made.links, one), pick(made.links, two)];
        fc.pre(a !== b);
        const swapped = made.links.map((link, i) => made.links[i === a ? b : i === b ? a : i] ?? link);
        const kept = swapped.map((is, i) => ({ number: i + 1, is }));
        const renumbered = kept.map(({ number, is }) => ({ number, is: { ...is, number } }));
        expect(codesOf({ ...storedOf(made), links: kept })).toContainEqual(["event-out-of-place", a + 1]);
        expect(codesOf({ ...storedOf(made), links: renumbered })).toContainEqual(["event-changed", a + 1]);
      }),
    );
  });

  test.for([
    ["has no proper number", 0, "event-out-of-place"],
    ["cannot be read", 1, "event-changed"],
  ] as const)("that %s is found", ([, number, code]) => {
    fc.assert(
      fc.property(histories, (made) => {
        const stored = storedOf(made);
        const links = [{ number, is: undefined }, ...stored.links.slice(number)];
        expect(codesOf({ ...stored, links })).toContainEqual([code, number]);
      }),
    );
  });
});

describe("a history", () => {
  test("that is put in the place of another's does not begin where it should", () => {
    fc.assert(
      fc.property(histories, histories, ({ links, ...theirs }, made) => {
        const head = withLinks(made.application, links);
        const names = namesIn(storedOf({ ...theirs, links, application: head }));
        expect(names).toContain("beginning-differs");
      }),
    );
  });

  const cutAt = (made: Made, length: number): Made => {
    const links = made.links.slice(0, length);
    return { ...made, links, application: withLinks(made.application, links) };
  };

  test("whose end is cut off, head and all, is found by an earlier audit", () => {
    fc.assert(
      fc.property(histories, fc.nat(), (made, choice) => {
        fc.pre(made.links.length > 1);
        const length = 1 + (choice % (made.links.length - 1));
        const { revision, lastEvent } = made.application;
        const stored = { ...storedOf(cutAt(made, length)), earlier: { revision, lastEvent } };
        expect(codesOf(stored)).toContainEqual(["history-rewritten", revision]);
      }),
    );
  });

  test("whose end with a submission in it is cut off is found by what was sent", () => {
    fc.assert(
      fc.property(sentHistories, (made) => {
        const sent = made.links.findLastIndex(({ what }) => what === "application-submitted");
        const names = namesIn(storedOf(cutAt(made, sent)));
        expect(names).toContain("submission-without-event");
        expect(names).toContain("receipt-without-event");
      }),
    );
  });

  test("that was written anew with fresh digests is found by an earlier audit, and one that only grew is not", () => {
    fc.assert(
      fc.property(histories, fc.nat(), (made, choice) => {
        const at = pick(made.links, choice);
        const { revision, lastEvent } = withLinks(made.application, made.links.slice(0, at + 1));
        expect(codesOf({ ...storedOf(made), earlier: { revision, lastEvent } })).toEqual([]);
        const start = { ...made.application, ...anApplication({ id: made.application.id }) };
        let links: readonly Link[] = [];
        for (const { digest: _, previous: __, number: ___, ...event } of made.links)
          links = [...links, nextLink(withLinks(start, links), { ...event, who: "person-x" })];
        const stored = storedOf({ ...made, links, application: withLinks(made.application, links) });
        const names = namesIn({ ...stored, earlier: { revision, lastEvent } });
        expect(names).toContain("history-rewritten");
        expect(names).not.toContain("event-changed");
      }),
    );
  });
});
