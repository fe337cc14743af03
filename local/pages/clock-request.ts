import * as z from "zod";
import { localTime } from "../schedule-expression.ts";
import { wallZone } from "../wall-time.ts";
import { Flag } from "./asked.ts";

/** Where the clock is asked to go. */
export interface Move {
  readonly to: number;
  readonly held: boolean;
}

const stands = Flag.default(false);

const Fields = z.union([
  z.strictObject({ to: z.string(), stands }),
  z.strictObject({ by: z.coerce.number(), stands }),
]);

const hasOffset = (text: string): boolean => /(Z|[+-]\d\d:?\d\d)$/.test(text);

/** A time with an offset is that instant; one without is on the wall. */
const readTime = (text: string): number => {
  if (hasOffset(text)) return Date.parse(text);
  const [seconds = "", fraction = "0"] = text.split(".");
  return localTime(seconds, wallZone) + Math.round(Number(`0.${fraction}`) * 1000);
};

/** Reads `to` (ISO 8601) or `by` (seconds from now), and `stands`. Undefined when it says neither. */
export const readMove = (fields: unknown, now: number): Move | undefined => {
  const parsed = Fields.safeParse(fields);
  if (!parsed.success) return undefined;
  const { stands: held, ...where } = parsed.data;
  const to = "to" in where ? readTimeOrNothing(where.to) : now + where.by * 1000;
  return Number.isFinite(to) ? { to, held } : undefined;
};

const readTimeOrNothing = (text: string): number => {
  try {
    return readTime(text);
  } catch {
    return Number.NaN;
  }
};
