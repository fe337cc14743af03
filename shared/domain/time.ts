// The only import of the polyfill: delete it when Lambda's Node has Temporal of its own.
import { Temporal } from "temporal-polyfill";
import * as z from "zod";

export type Instant = Temporal.Instant;
export type Duration = Temporal.Duration;

/** A length of time that says its own unit: `duration({ minutes: 1 })`. */
export const duration = (length: Temporal.DurationLike): Duration => Temporal.Duration.from(length);

/** An instant from ISO 8601 text with an offset, or from milliseconds since 1970 as API Gateway gives them. */
export const instant = (from: string | number): Instant =>
  typeof from === "number" ? Temporal.Instant.fromEpochMilliseconds(from) : Temporal.Instant.from(from);

export const isAfter = (a: Instant, b: Instant): boolean => Temporal.Instant.compare(a, b) > 0;

export const latestOf = (instants: readonly Instant[]): Instant | undefined =>
  instants.toSorted(Temporal.Instant.compare).at(-1);

/** A wall-clock time in a named zone. In a spring gap and an autumn repeat the later reading counts, so nobody loses an hour. */
export const wallClock = (localTime: string, timeZone: string): Instant =>
  Temporal.PlainDateTime.from(localTime).toZonedDateTime(timeZone, { disambiguation: "later" }).toInstant();

/** The first instant of a day in a named zone. */
export const startOfDay = (date: string, timeZone: string): Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime(timeZone).toInstant();

/** The first instant of the day after `date` in a named zone. */
export const endOfDay = (date: string, timeZone: string): Instant =>
  Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(timeZone).toInstant();

/** What the clock on the wall shows at an instant. */
export const onTheWall = (at: Instant, timeZone: string): Temporal.ZonedDateTime =>
  at.toZonedDateTimeISO(timeZone);

/** An instant and the zone of its clock, from text that has both (RFC 9557): `2024-06-21T15:59:59.999+02:00[Europe/Oslo]`. */
export const readZoned = (text: string): { readonly at: Instant; readonly timeZone: string } => {
  const read = Temporal.ZonedDateTime.from(text);
  return { at: read.toInstant(), timeZone: read.timeZoneId };
};
/** The date on the wall's calendar at an instant: `2024-06-21`. */
export const dateAt = (at: Instant, timeZone: string): string =>
  onTheWall(at, timeZone).toPlainDate().toString();

/** The date a length of time after another; before it, when the length is negative. */
export const dateAfter = (date: string, length: Duration): string =>
  Temporal.PlainDate.from(date).add(length).toString();

/** Text in records and JSON (always UTC, always three decimals so that it sorts), an instant inside. */
export const InstantText = z.codec(z.iso.datetime(), z.instanceof(Temporal.Instant), {
  decode: (text) => Temporal.Instant.from(text),
  encode: (at) => at.toString({ fractionalSecondDigits: 3 }),
});
