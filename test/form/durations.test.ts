import fc from "fast-check";
import { expect, test } from "vitest";
import { languages } from "#shared/domain/text.ts";
import { instant } from "#shared/domain/time.ts";
import { showDuration, showLateness } from "#shared/form/durations.ts";
import { showTimeLeft } from "#shared/form/moments.ts";

test("a length of time and the time left are said in the very same words", () => {
  const milliseconds = fc.oneof(
    fc.integer({ min: 0, max: 100_000 }),
    fc.integer({ min: 0, max: 10_000_000_000 }),
  );
  fc.assert(
    fc.property(milliseconds, fc.constantFrom(...languages), (left, language) => {
      expect(showDuration(left, language)).toBe(showTimeLeft(instant(0), instant(left), language));
    }),
  );
});

test.each([
  [0, "0 sekunder"],
  [999, "0 sekunder"],
  [61_000, "1 minutt og 1 sekund"],
  [299_000, "4 minutter og 59 sekunder"],
  [300_000, "5 minutter"],
  [359_999, "5 minutter"],
  [7_500_000, "2 timer og 5 minutter"],
  [86_400_000, "1 dag"],
])("%i milliseconds are %s", (left, said) => {
  expect(showDuration(left, "nb")).toBe(said);
});

test.each([
  [1, "1 ms etter fristen"],
  [59_999, "59999 ms etter fristen"],
  [60_000, "1 minutt etter fristen"],
  [7_500_000, "2 timer og 5 minutter etter fristen"],
])("%i milliseconds late is %s", (late, said) => {
  expect(showLateness(late, "nb")).toBe(said);
});
