import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasPassed, lastInstantOf } from "#shared/domain/deadline.ts";
import { instant } from "#shared/domain/time.ts";

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
});
