import { Cron } from "croner";

/** When a schedule is due. Times are milliseconds since 1970. */
export interface ScheduleExpression {
  /** Once, or again and again. */
  readonly repeats: boolean;
  /** The first time it is due after an instant. */
  readonly next: (after: number) => number | undefined;
  /** The last time it is due at or before an instant. */
  readonly last: (upTo: number) => number | undefined;
}

const days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const millisecondsIn = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

const invalid = (expression: string): Error => new Error(`invalid schedule expression ${expression}`);

/** A local time such as 2024-06-21T16:00 in a named zone, in milliseconds since 1970. */
export const localTime = (text: string, timeZone: string): number => {
  const withSeconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? `${text}:00` : text;
  const at = new Cron(withSeconds, { timezone: timeZone, paused: true }).getOnce();
  if (!at) throw invalid(text);
  return at.getTime();
};

const readAt = (text: string, timeZone: string): ScheduleExpression => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text)) throw invalid(`at(${text})`);
  const at = localTime(text, timeZone);
  return {
    repeats: false,
    next: (after) => (at > after ? at : undefined),
    last: (upTo) => (at <= upTo ? at : undefined),
  };
};

const readRate = (text: string, anchor: number): ScheduleExpression => {
  const [, count, unit] = /^([1-9]\d*) (minute|hour|day)s?$/.exec(text) ?? [];
  if (unit !== "minute" && unit !== "hour" && unit !== "day") throw invalid(`rate(${text})`);
  const step = Number(count) * millisecondsIn[unit];
  const times = (at: number) => Math.floor((at - anchor) / step);
  return {
    repeats: true,
    next: (after) => anchor + Math.max(1, times(after) + 1) * step,
    last: (upTo) => (times(upTo) < 1 ? undefined : anchor + times(upTo) * step),
  };
};

/** AWS's `5/15` begins at 5 and goes on to the end of the range; croner wants that end. */
const withEnd = (field: string, end: number): string =>
  field.replace(/(^|,)(\d+)\/(\d+)/g, (_, before, from, step) => `${before}${from}-${end}/${step}`);

/** AWS counts days of the week from Sunday as 1; croner has the same names for them. */
const withDayNames = (field: string): string =>
  field.replace(/(^|[,-])([1-7])(?=$|[,\-#L])/g, (_, before, day) => `${before}${days[Number(day) - 1]}`);

const cronPattern = (text: string): string => {
  const [minute, hour, dayOfMonth, month, dayOfWeek, year, ...rest] = text.trim().split(/\s+/);
  if (!minute || !hour || !dayOfMonth || !month || !dayOfWeek || !year || rest.length > 0)
    throw invalid(`cron(${text})`);
  const fields = [withEnd(minute, 59), withEnd(hour, 23), withEnd(dayOfMonth, 31), withEnd(month, 12)];
  return ["0", ...fields, withDayNames(dayOfWeek), year].join(" ");
};

const readCron = (text: string, timeZone: string): ScheduleExpression => {
  const cron = new Cron(cronPattern(text), { timezone: timeZone, paused: true, mode: "7-part" });
  // Where a wall clock skips an hour in spring, croner moves what was due in it, and AWS leaves it out.
  const isOnTheWall = (at: Date) => cron.match(at);
  return {
    repeats: true,
    next: (after) => {
      let at = cron.nextRun(new Date(after));
      while (at && !isOnTheWall(at)) at = cron.nextRun(at);
      return at?.getTime();
    },
    last: (upTo) =>
      cron
        .previousRuns(3, new Date(upTo + 1000))
        .find((at) => at.getTime() <= upTo && isOnTheWall(at))
        ?.getTime(),
  };
};

/** Reads EventBridge Scheduler's `at(…)`, `rate(…)` and `cron(…)`. Rates count from `anchor`. */
export const readScheduleExpression = (
  expression: string,
  timeZone: string,
  anchor: number,
): ScheduleExpression => {
  const [, kind, text = ""] = /^(at|rate|cron)\((.+)\)$/.exec(expression) ?? [];
  if (kind === "at") return readAt(text, timeZone);
  if (kind === "rate") return readRate(text, anchor);
  if (kind === "cron") return readCron(text, timeZone);
  throw invalid(expression);
};
