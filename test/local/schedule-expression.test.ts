import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localTime, readScheduleExpression } from "../../local/schedule-expression.ts";

const at = (text: string): number => Date.parse(text);
const oslo = "Europe/Oslo";
const anchor = at("2024-04-15T07:00:10Z");

/** The next times an expression is due, as text. */
const nextTimes = (expression: string, zone: string, after: string, count: number): string[] => {
  const { next } = readScheduleExpression(expression, zone, anchor);
  const times: string[] = [];
  let from: number | undefined = at(after);
  while (times.length < count) {
    from = next(from);
    if (from === undefined) break;
    times.push(new Date(from).toISOString().replace(".000Z", "Z"));
  }
  return times;
};

test.each([
  ["2024-06-21T16:00", "2024-06-21T14:00:00Z"],
  ["2024-01-21T16:00:30", "2024-01-21T15:00:30Z"],
])("the wall clock of Oslo shows %s at %s", (wall, instant) => {
  expect(localTime(wall, oslo)).toBe(at(instant));
});

test("a one-time schedule is due once, at its time on the wall", () => {
  expect(nextTimes("at(2024-06-21T16:01:00)", oslo, "2024-04-15T00:00:00Z", 2)).toEqual([
    "2024-06-21T14:01:00Z",
  ]);
  expect(nextTimes("at(2024-06-21T16:01:00)", oslo, "2024-06-21T14:01:00Z", 1)).toEqual([]);
});

test("a rate counts from the deploy", () => {
  expect(nextTimes("rate(5 minutes)", "UTC", "2024-04-15T07:00:10Z", 2)).toEqual([
    "2024-04-15T07:05:10Z",
    "2024-04-15T07:10:10Z",
  ]);
  expect(nextTimes("rate(1 day)", "UTC", "2020-01-01T00:00:00Z", 1)).toEqual(["2024-04-16T07:00:10Z"]);
});

describe("a cron expression", () => {
  test("is read on the wall of its zone", () => {
    expect(nextTimes("cron(30 2 ? * MON-FRI *)", oslo, "2024-04-19T12:00:00Z", 2)).toEqual([
      "2024-04-22T00:30:00Z",
      "2024-04-23T00:30:00Z",
    ]);
  });

  test("counts days of the week from Sunday as 1", () => {
    expect(nextTimes("cron(0 12 ? * 1 *)", "UTC", "2024-04-15T00:00:00Z", 1)).toEqual([
      "2024-04-21T12:00:00Z",
    ]);
    expect(nextTimes("cron(0 12 ? * 2#1 *)", "UTC", "2024-04-15T00:00:00Z", 1)).toEqual([
      "2024-05-06T12:00:00Z",
    ]);
  });

  test("knows steps, last days and years", () => {
    expect(nextTimes("cron(10/20 * * * ? *)", "UTC", "2024-04-15T07:00:00Z", 3)).toEqual([
      "2024-04-15T07:10:00Z",
      "2024-04-15T07:30:00Z",
      "2024-04-15T07:50:00Z",
    ]);
    expect(nextTimes("cron(0 0 L * ? 2025)", "UTC", "2024-04-15T07:00:00Z", 2)).toEqual([
      "2025-01-31T00:00:00Z",
      "2025-02-28T00:00:00Z",
    ]);
  });

  test("leaves out a time that the wall clock skips in spring", () => {
    expect(nextTimes("cron(30 2 * * ? *)", oslo, "2024-03-30T00:00:00Z", 3)).toEqual([
      "2024-03-30T01:30:00Z",
      "2024-04-01T00:30:00Z",
      "2024-04-02T00:30:00Z",
    ]);
    const { last } = readScheduleExpression("cron(30 2 * * ? *)", oslo, anchor);
    expect(last(at("2024-03-31T12:00:00Z"))).toBe(at("2024-03-30T01:30:00Z"));
  });
});

test.each([
  "at(tomorrow)",
  "at(2024-06-21 16:01:00)",
  "rate(0 minutes)",
  "rate(5 fortnights)",
  "cron(0 12 * * *)",
  "every day",
])("%s is refused", (expression) => {
  expect(() => readScheduleExpression(expression, "UTC", anchor)).toThrow("invalid schedule expression");
});

test("the last time up to an instant is the one whose next lies after it", () => {
  const expressions = ["rate(7 minutes)", "cron(*/15 8-16 ? * MON-FRI *)", "cron(0 * * * ? *)"];
  fc.assert(
    fc.property(
      fc.constantFrom(...expressions),
      fc.integer({ min: at("2024-04-20T00:00:00Z"), max: at("2024-12-01T00:00:00Z") }),
      (expression, now) => {
        const { last, next } = readScheduleExpression(expression, oslo, anchor);
        const before = last(now) ?? Number.NaN;
        expect(before).toBeLessThanOrEqual(now);
        expect(next(before)).toBeGreaterThan(now);
        expect(next(before)).toBe(next(now));
        expect(last(before)).toBe(before);
      },
    ),
    { numRuns: 60 },
  );
});
