import fc from "fast-check";
import { expect, test } from "vitest";
import { owe } from "#shared/domain/message.ts";
import { nextTry, whenLessBusy } from "#shared/domain/tries.ts";
import { aMessage, anApplication } from "../support/builders.ts";

const message = aMessage(anApplication());

test("a message just owed leaves the first minute to the stream", () => {
  const { id, to, language, content, owedAt } = message;
  expect(owe({ id, to, language, content }, owedAt)).toEqual({
    ...message,
    dueAt: owedAt.add({ minutes: 1 }),
  });
});

const minute = 60_000;
const hour = 60 * minute;
const anyTries = fc.integer({ min: 1, max: 200 });
const anyChance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const waitAfter = (tries: number, random: number, since = 0): number | undefined => {
  const at = message.owedAt.add({ milliseconds: since });
  const next = nextTry({ ...message, failures: tries - 1 }, at, random);
  return next && next.epochMilliseconds - at.epochMilliseconds;
};

test.for([
  [1, 1],
  [2, 2],
  [3, 4],
  [7, 64],
  [8, 120],
  [100, 120],
] as const)("after try number %i the wait is %i minutes, in the middle of its spread", ([tries, minutes]) => {
  expect(waitAfter(tries, 0.5)).toBe(minutes * minute);
});

test("a wait is never shorter than 45 seconds nor longer than two and a half hours, whatever chance says", () => {
  fc.assert(
    fc.property(anyTries, anyChance, (tries, random) => {
      const wait = waitAfter(tries, random) ?? 0;
      expect(wait).toBeGreaterThanOrEqual(0.75 * minute);
      expect(wait).toBeLessThanOrEqual(2.5 * hour);
    }),
  );
});

test("with the same luck a later try never comes sooner", () => {
  fc.assert(
    fc.property(anyTries, anyChance, (tries, random) => {
      expect(waitAfter(tries + 1, random)).toBeGreaterThanOrEqual(waitAfter(tries, random) ?? 0);
    }),
  );
});

test("after a day nobody tries any more", () => {
  expect(waitAfter(20, 0.5, 24 * hour)).toBeDefined();
  expect(waitAfter(20, 0.5, 24 * hour + 1)).toBeUndefined();
});

test("what was too much to send comes again after about a minute, however long it has been owed", () => {
  const at = message.owedAt.add({ hours: 100 });
  expect(whenLessBusy(at, 0.5)).toEqual(at.add({ minutes: 1 }));
  expect(whenLessBusy(at, 0)).toEqual(at.add({ seconds: 45 }));
});
