import * as z from "zod";
import { type Deadline, dateOf, hasPassed, lastInstantOf, onDate } from "./deadline.ts";
import { type Duration, dateAfter, duration, type Instant, isAfter } from "./time.ts";

/** How long before a deadline people are reminded of it. */
export const ReminderKind = z.enum(["week", "two-days", "day"]);
export type ReminderKind = z.infer<typeof ReminderKind>;

export interface Reminder {
  readonly kind: ReminderKind;
  readonly dueAt: Instant;
}

const week = duration({ days: 7 });
const twoDays = duration({ days: 2 });
/** As the clock runs, not as the calendar counts. */
const day = duration({ hours: 24 });
const dayBefore = duration({ days: -1 });

type IsWorkingDay = (date: string) => boolean;

const nearestWorkingDay = (date: string, isWorkingDay: IsWorkingDay): string =>
  isWorkingDay(date) ? date : nearestWorkingDay(dateAfter(date, dayBefore), isWorkingDay);

/**
 * When to remind of a deadline, the first first. A week and two days are counted on the calendar, at the deadline's own
 * clock time, and moved to an earlier day when people are not at work; a day is 24 real hours.
 */
export const remindersOf = (deadline: Deadline, isWorkingDay: IsWorkingDay): readonly Reminder[] => {
  const before = (length: Duration): Instant =>
    onDate(deadline, nearestWorkingDay(dateAfter(dateOf(deadline), length.negated()), isWorkingDay));
  return [
    { kind: "week", dueAt: before(week) },
    { kind: "two-days", dueAt: before(twoDays) },
    { kind: "day", dueAt: lastInstantOf(deadline).subtract(day) },
  ];
};

/**
 * The latest reminder whose time has come while the deadline has not; one before it that was missed is past mending.
 * Nobody is reminded of what was due before they had anything to do: `since` is when the draft was begun.
 */
export const dueReminder = (
  reminders: readonly Reminder[],
  { deadline, since, at }: { readonly deadline: Deadline; readonly since?: Instant; readonly at: Instant },
): Reminder | undefined => {
  if (hasPassed(deadline, at)) return undefined;
  const latest = reminders.filter(({ dueAt }) => !isAfter(dueAt, at)).at(-1);
  return latest && since && isAfter(since, latest.dueAt) ? undefined : latest;
};
