import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "#shared/domain/text.ts";
import { instant } from "#shared/domain/time.ts";
import { showDuration } from "#shared/form/durations.ts";
import { showClock, showDay, showExactly, showInstant, showTimeLeft } from "#shared/form/moments.ts";

const deadline = instant("2024-06-21T14:00:00Z");
const oslo = "Europe/Oslo";

test.for([
  ["nb", "21. juni 2024 kl. 16.00"],
  ["nn", "21. juni 2024 kl. 16.00"],
  ["en", "21 June 2024 at 16:00"],
] as const)("an instant in %s is «%s»", ([language, shown]) => {
  expect(showInstant(deadline, oslo, language)).toBe(shown);
});

test("seconds are shown when asked for and when they are not zero", () => {
  expect(showInstant(deadline, oslo, "nb", "second")).toBe("21. juni 2024 kl. 16.00.00");
  expect(showInstant(instant("2024-06-21T13:59:59Z"), oslo, "nb")).toBe("21. juni 2024 kl. 15.59.59");
});

test("milliseconds are shown when it hangs on them, all three digits", () => {
  const late = deadline.add({ milliseconds: 1 });
  expect(showInstant(late, oslo, "nb", "millisecond")).toBe("21. juni 2024 kl. 16.00.00,001");
  expect(showInstant(late, oslo, "en", "millisecond")).toBe("21 June 2024 at 16:00:00.001");
});

test("a millisecond too late is never shown as the minute before", () => {
  expect(showInstant(instant("2024-06-21T13:59:59.999Z"), oslo, "nb")).toBe("21. juni 2024 kl. 15.59.59");
});

test.for([
  ["nb", "21. juni 2024 kl. 15.59.59,007 (norsk tid)"],
  ["nn", "21. juni 2024 kl. 15.59.59,007 (norsk tid)"],
  ["en", "21 June 2024 at 15:59:59.007 (Norwegian time)"],
] as const)(
  "what has to be proved is told in %s to the millisecond, and on which clock",
  ([language, shown]) => {
    expect(showExactly(instant("2024-06-21T13:59:59.007Z"), oslo, language)).toBe(shown);
  },
);

test("a clock that has no name in words is called what it is called", () => {
  expect(showExactly(deadline, "UTC", "nb", "second")).toBe("21. juni 2024 kl. 14.00.00 (UTC)");
});

test("the day and the clock are those of the zone, winter and summer", () => {
  expect(showDay(instant("2024-04-29T22:00:00Z"), oslo, "nn")).toBe("30. april 2024");
  expect(showDay(instant("2024-04-29T22:00:00Z"), "UTC", "nn")).toBe("29. april 2024");
  expect(showClock(instant("2024-01-05T08:05:00Z"), oslo, "nb")).toBe("09.05");
  expect(showClock(instant("2024-07-05T08:05:00Z"), oslo, "en")).toBe("10:05");
});

describe("the time left", () => {
  test.for([
    ["2024-06-21T11:55:00Z", "2 timer og 5 minutter", "2 timar og 5 minutt", "2 hours and 5 minutes"],
    ["2024-06-20T13:00:00Z", "1 dag og 1 time", "1 dag og 1 time", "1 day and 1 hour"],
    ["2024-06-19T14:00:00Z", "2 dager", "2 dagar", "2 days"],
    ["2024-06-19T13:59:30Z", "2 dager", "2 dagar", "2 days"],
    ["2024-06-21T13:58:58Z", "1 minutt og 2 sekunder", "1 minutt og 2 sekund", "1 minute and 2 seconds"],
    ["2024-06-21T13:59:59Z", "1 sekund", "1 sekund", "1 second"],
    ["2024-06-21T13:00:00Z", "1 time", "1 time", "1 hour"],
    ["2024-06-21T13:59:59.001Z", "0 sekunder", "0 sekund", "0 seconds"],
    ["2024-06-21T14:00:01Z", "0 sekunder", "0 sekund", "0 seconds"],
  ] as const)("from %s is %s", ([from, nb, nn, en]) => {
    expect(languages.map((language) => showTimeLeft(instant(from), deadline, language))).toEqual([
      nb,
      nn,
      en,
    ]);
  });

  test("never promises more than there is, nor less by a whole unit", () => {
    const lengths = { day: 86_400, hour: 3600, minute: 60, second: 1 };
    fc.assert(
      fc.property(fc.nat(5_000_000_000), (milliseconds) => {
        const promised = [
          ...showDuration(milliseconds, "en").matchAll(/(\d+) (day|hour|minute|second)/g),
        ].map(([, amount, unit]) => Number(amount) * lengths[unit as keyof typeof lengths]);
        const seconds = promised.reduce((sum, amount) => sum + amount, 0);
        expect(seconds * 1000).toBeLessThanOrEqual(milliseconds);
        expect(milliseconds - seconds * 1000).toBeLessThan(
          Math.max(milliseconds < 300_000 ? 1000 : 60_000, milliseconds / 24),
        );
      }),
    );
  });
});
