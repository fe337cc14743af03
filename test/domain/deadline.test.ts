import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { hasPassed, lastInstantOf } from "#shared/domain/deadline.ts";
import { instant, onTheWall } from "#shared/domain/time.ts";

const moment = (localTime: string) => ({ kind: "moment", localTime, timeZone: "Europe/Oslo" }) as const;
const wholeDay = (date: string) => ({ kind: "wholeDay", date, timeZone: "Europe/Oslo" }) as const;

describe("a deadline", () => {
  test.for([
    ["in winter", moment("2024-01-31T16:00:00"), "2024-01-31T15:00:00Z"],
    ["in summer", moment("2024-06-21T16:00:00"), "2024-06-21T14:00:00Z"],
    ["in the hour that spring skips", moment("2024-03-31T02:30:00"), "2024-03-31T01:30:00Z"],
    ["in the hour that autumn repeats", moment("2024-10-27T02:30:00"), "2024-10-27T01:30:00Z"],
    ["of a whole day", wholeDay("2024-04-29"), "2024-04-29T21:59:59.999Z"],
    ["of the whole day spring shortens", wholeDay("2024-03-31"), "2024-03-31T21:59:59.999Z"],
    ["of the whole day autumn lengthens", wholeDay("2024-10-27"), "2024-10-27T22:59:59.999Z"],
  ] as const)("%s has its last instant where it was promised", ([, deadline, last]) => {
    expect(lastInstantOf(deadline).epochMilliseconds).toBe(Date.parse(last));
  });

  test.for([
    [-1, false],
    [0, false],
    [1, true],
  ] as const)(
    "is decided to the millisecond: %i ms from its last instant, passed is %s",
    ([from, passed]) => {
      const deadline = moment("2024-06-21T16:00:00");
      expect(hasPassed(deadline, instant("2024-06-21T14:00:00Z").add({ milliseconds: from }))).toBe(passed);
    },
  );

  test("once passed stays passed, and before is never passed", () => {
    const deadline = wholeDay("2024-04-29");
    const last = lastInstantOf(deadline);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), (milliseconds) => {
        expect(hasPassed(deadline, last.add({ milliseconds }))).toBe(true);
        expect(hasPassed(deadline, last.subtract({ milliseconds }))).toBe(false);
      }),
    );
  });

  test.for([
    ["where midnight is skipped", "2018-11-03", "America/Sao_Paulo", "2018-11-04T02:59:59.999Z"],
    ["before a day that never was", "2011-12-29", "Pacific/Apia", "2011-12-30T09:59:59.999Z"],
    ["where clocks stand at a quarter", "2024-04-29", "Asia/Kathmandu", "2024-04-29T18:14:59.999Z"],
    ["where spring is half an hour", "2024-10-06", "Australia/Lord_Howe", "2024-10-06T12:59:59.999Z"],
    ["in UTC", "2024-02-29", "UTC", "2024-02-29T23:59:59.999Z"],
  ] as const)("of a whole day %s ends with that day", ([, date, timeZone, last]) => {
    expect(lastInstantOf({ kind: "wholeDay", date, timeZone }).toString({ fractionalSecondDigits: 3 })).toBe(
      last,
    );
  });

  test("of a whole day is the last instant the calendar there shows that date", () => {
    const zones = ["Europe/Oslo", "America/New_York", "Asia/Kathmandu", "Pacific/Chatham", "UTC"];
    const days = fc.date({ min: new Date("1990-01-01"), max: new Date("2040-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom(...zones), (day, timeZone) => {
        const date = day.toISOString().slice(0, 10);
        const last = lastInstantOf({ kind: "wholeDay", date, timeZone });
        const shown = (milliseconds: number) =>
          onTheWall(last.add({ milliseconds }), timeZone).toPlainDate().toString();
        expect(shown(0)).toBe(date);
        expect(shown(1) > date).toBe(true);
      }),
    );
  });

  test("is the same instant whatever zone the machine is in", () => {
    const instants = ["UTC", "America/New_York", "Pacific/Auckland"].map((zone) => {
      vi.stubEnv("TZ", zone);
      return lastInstantOf(moment("2024-06-21T16:00:00")).epochMilliseconds;
    });
    expect(new Set(instants)).toEqual(new Set([1_718_978_400_000]));
  });
});
