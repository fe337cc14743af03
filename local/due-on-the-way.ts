import type { ScheduleExpression } from "./schedule-expression.ts";

interface Scheduled {
  readonly expression: ScheduleExpression;
}

/** A schedule and a time at which it is due. */
export interface Due<Schedule extends Scheduled> {
  readonly schedule: Schedule;
  readonly at: number;
}

/** How often a repeating schedule runs at most on one journey before its runs are thinned out. */
export const mostRunsOnTheWay = 60;

/** Every time it is due after `from` and not after `to`; undefined when they are more than `mostRunsOnTheWay`. */
const everyTime = ({ next }: ScheduleExpression, from: number, to: number): number[] | undefined => {
  const times: number[] = [];
  for (let at = next(from); at !== undefined && at <= to; at = next(at)) {
    if (times.length === mostRunsOnTheWay) return undefined;
    times.push(at);
  }
  return times;
};

/** The next time after each of the moments, and the last time of all. */
const thinnedOut = ({ next, last }: ScheduleExpression, moments: readonly number[], to: number): number[] => {
  const times = [...moments.map(next), last(to)].filter((at) => at !== undefined && at <= to);
  return [...new Set(times)].filter((at) => at !== undefined);
};

/**
 * What falls due on a journey of the clock, in order. What is due once is there at its own time, always. What
 * repeats is there each time on a short journey; on a long one (a schedule of every minute over weeks would
 * run for hours) it runs when it is first due after each one-time schedule, and when it is last due of all.
 */
export const dueOnTheWay = <Schedule extends Scheduled>(
  schedules: readonly Schedule[],
  from: number,
  to: number,
): readonly Due<Schedule>[] => {
  const once = schedules.filter(({ expression }) => !expression.repeats);
  const moments = once.flatMap(({ expression }) => everyTime(expression, from, to) ?? []);
  return schedules
    .flatMap((schedule) => {
      const { expression } = schedule;
      const times = everyTime(expression, from, to) ?? thinnedOut(expression, moments, to);
      return times.map((at) => ({ schedule, at }));
    })
    .sort((a, b) => a.at - b.at);
};
