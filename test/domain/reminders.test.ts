import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Deadline, dateOf, lastInstantOf } from "#shared/domain/deadline.ts";
import { dueReminder, remindersOf } from "#shared/domain/reminders.ts";
import { dateAfter, dateAt, duration, instant, isAfter, onTheWall } from "#shared/domain/time.ts";
import { isWorkingDay } from "../../functions/deadline-enforcement/working-days.ts";

const timeZone = "Europe/Oslo";
const moment = (localTime: string): Deadline => ({ kind: "moment", localTime, timeZone });
const nic = moment("2024-06-21T16:00:00");

const dueIn = (deadline: Deadline) =>
  remindersOf(deadline, isWorkingDay).map(({ kind, dueAt }) => [kind, dueAt.toString()]);

describe("people are reminded", () => {
  test("a week, two days and 24 hours before a deadline on a Friday in June", () => {
    expect(dueIn(nic)).toEqual([
      ["week", "2024-06-14T14:00:00Z"],
      ["two-days", "2024-06-19T14:00:00Z"],
      ["day", "2024-06-20T14:00:00Z"],
    ]);
  });

  test("before Easter of what ends right after it", () => {
    expect(dueIn(moment("2024-04-02T12:00:00"))).toEqual([
      ["week", "2024-03-26T11:00:00Z"],
      // 31 March is Easter Sunday; Thursday, Friday and Saturday before it are no working days either.
      ["two-days", "2024-03-27T11:00:00Z"],
      ["day", "2024-04-01T10:00:00Z"],
    ]);
  });

  test("at the same time on the clock though it has been turned, and 24 real hours before", () => {
    // Night to Sunday 27 October 2024 the clock goes back an hour.
    expect(dueIn(moment("2024-10-28T01:30:00"))).toEqual([
      ["week", "2024-10-20T23:30:00Z"],
      ["two-days", "2024-10-24T23:30:00Z"],
      ["day", "2024-10-27T00:30:00Z"],
    ]);
  });

  test("at noon of what lasts a whole day", () => {
    const wholeDay: Deadline = { kind: "wholeDay", date: "2024-04-29", timeZone };
    expect(dueIn(wholeDay).slice(0, 2)).toEqual([
      ["week", "2024-04-22T10:00:00Z"],
      ["two-days", "2024-04-26T10:00:00Z"],
    ]);
  });
});

const anyDate = fc
  .integer({ min: 0, max: 365 * 6 })
  .map((days) => dateAfter("2023-01-01", duration({ days })));
const two = (number: number) => String(number).padStart(2, "0");
const anyDeadline: fc.Arbitrary<Deadline> = fc.oneof(
  fc
    .tuple(anyDate, fc.nat(23), fc.nat(59))
    .map(([date, hour, minute]) => moment(`${date}T${two(hour)}:${two(minute)}:00`)),
  anyDate.map((date) => ({ kind: "wholeDay" as const, date, timeZone })),
);

test("reminders come in order and before the deadline, the first two on working days", () => {
  fc.assert(
    fc.property(anyDeadline, (deadline) => {
      const [week, twoDays, day] = remindersOf(deadline, isWorkingDay).map(({ dueAt }) => dueAt);
      const last = lastInstantOf(deadline);
      if (!week || !twoDays || !day) throw new Error("There are three");
      expect(isAfter(week, twoDays) || isAfter(twoDays, day)).toBe(false);
      expect(isAfter(day, last)).toBe(false);
      expect(last.since(day).total("hours")).toBe(24);
      for (const at of [week, twoDays]) expect(isWorkingDay(dateAt(at, timeZone))).toBe(true);
      expect(dateAt(week, timeZone) <= dateAfter(dateOf(deadline), duration({ days: -7 }))).toBe(true);
      expect(dateAt(twoDays, timeZone) <= dateAfter(dateOf(deadline), duration({ days: -2 }))).toBe(true);
    }),
  );
});

test("on a working day the clock shows what it shows at the deadline, unless it skips that time", () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: 3, max: 23 }), (date, hour) => {
      const deadline = moment(`${date}T${two(hour)}:30:00`);
      const wall = remindersOf(deadline, isWorkingDay)
        .slice(0, 2)
        .map(({ dueAt }) => onTheWall(dueAt, timeZone).toPlainTime().toString());
      expect(wall).toEqual([`${two(hour)}:30:00`, `${two(hour)}:30:00`]);
    }),
  );
});

describe("the reminder that is due", () => {
  const at = (time: string, since?: string) =>
    dueReminder(remindersOf(nic, isWorkingDay), {
      deadline: nic,
      at: instant(time),
      ...(since && { since: instant(since) }),
    })?.kind;

  test.for([
    ["2024-06-14T13:59:59.999Z", undefined],
    ["2024-06-14T14:00:00.000Z", "week"],
    ["2024-06-19T13:59:59.999Z", "week"],
    ["2024-06-19T14:00:00.000Z", "two-days"],
    ["2024-06-20T14:00:00.000Z", "day"],
    ["2024-06-21T14:00:00.000Z", "day"],
    ["2024-06-21T14:00:00.001Z", undefined],
  ] as const)("at %s is %s", ([time, kind]) => {
    expect(at(time)).toBe(kind);
  });

  test("is none for who began after it, and the next one all the same", () => {
    expect(at("2024-06-15T09:00:00Z", "2024-06-14T14:00:00.000Z")).toBe("week");
    expect(at("2024-06-15T09:00:00Z", "2024-06-14T14:00:00.001Z")).toBeUndefined();
    expect(at("2024-06-19T15:00:00Z", "2024-06-14T14:00:00.001Z")).toBe("two-days");
  });
});
