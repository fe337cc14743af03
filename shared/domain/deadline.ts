import * as z from "zod";
import { endOfDay, type Instant, instant, isAfter, wallClock } from "./time.ts";

/** A clock time that is itself in time. */
export const MomentDeadline = z.object({
  kind: z.literal("moment"),
  localTime: z.iso.datetime({ local: true }),
  timeZone: z.string().min(1),
});
/** A promise on the wall: a clock time that is itself in time, or a whole day. Never a bare date, never an offset. */
export const Deadline = z.discriminatedUnion("kind", [
  MomentDeadline,
  z.object({ kind: z.literal("wholeDay"), date: z.iso.date(), timeZone: z.string().min(1) }),
]);
export type Deadline = z.infer<typeof Deadline>;

/** The last millisecond that is in time. Arrivals are known to the millisecond, so nothing lies between it and the next. */
export const lastInstantOf = (deadline: Deadline): Instant =>
  deadline.kind === "moment"
    ? wallClock(deadline.localTime, deadline.timeZone)
    : instant(endOfDay(deadline.date, deadline.timeZone).epochMilliseconds - 1);

/** The date a deadline is on, by its own clock: `2024-06-21`. */
export const dateOf = (deadline: Deadline): string =>
  deadline.kind === "moment" ? deadline.localTime.slice(0, 10) : deadline.date;

/** Another date at the deadline's own clock time. A whole day has none; noon is when people see what they get. */
export const onDate = (deadline: Deadline, date: string): Instant =>
  wallClock(
    `${date}T${deadline.kind === "moment" ? deadline.localTime.slice(11) : "12:00:00"}`,
    deadline.timeZone,
  );

export const hasPassed = (deadline: Deadline, at: Instant): boolean => isAfter(at, lastInstantOf(deadline));

export const isLater = (one: Deadline, than: Deadline): boolean =>
  isAfter(lastInstantOf(one), lastInstantOf(than));
