import fc from "fast-check";
import { expect, test } from "vitest";
import { noPlaces, takePlaces } from "#shared/domain/pace.ts";
import { instant } from "#shared/domain/time.ts";

const start = instant("2024-06-21T13:59:00Z");
const after = (milliseconds: number) => start.add({ milliseconds });

test("the first to come finds a minute's worth of 80 % of the account's rate", () => {
  const { taken } = takePlaces(undefined, { perSecond: 10, wanted: 1000, at: start });
  expect(taken).toBe(480);
});

test("places come back at 80 % of the rate", () => {
  const rate = { perSecond: 10, wanted: 1000 };
  expect(takePlaces(noPlaces(start), { ...rate, at: start }).taken).toBe(0);
  expect(takePlaces(noPlaces(start), { ...rate, at: after(999) }).taken).toBe(7);
  expect(takePlaces(noPlaces(start), { ...rate, at: after(1000) }).taken).toBe(8);
  expect(takePlaces(noPlaces(start), { ...rate, at: after(3_600_000) }).taken).toBe(480);
});

test("the smallest account sends too, if slowly", () => {
  expect(takePlaces(undefined, { perSecond: 0.001, wanted: 5, at: start }).taken).toBe(1);
});

const asked = fc.array(fc.tuple(fc.nat(120_000), fc.nat(300)), { minLength: 1, maxLength: 40 });

test("no more is ever taken than a minute's worth and what came since, in whatever order events come", () => {
  fc.assert(
    fc.property(asked, fc.integer({ min: 1, max: 200 }), (all, perSecond) => {
      let pace: ReturnType<typeof takePlaces>["pace"] | undefined;
      let total = 0;
      for (const [milliseconds, wanted] of all) {
        const next = takePlaces(pace, { perSecond, wanted, at: after(milliseconds) });
        expect(next.taken).toBeLessThanOrEqual(wanted);
        total += next.taken;
        pace = next.pace;
      }
      const times = all.map(([milliseconds]) => milliseconds);
      const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
      expect(total).toBeLessThanOrEqual(Math.ceil((60 + seconds) * perSecond * 0.8));
    }),
  );
});
