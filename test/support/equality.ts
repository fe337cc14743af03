import { Temporal } from "temporal-polyfill";
import { expect } from "vitest";

// Instants and durations hold what they are out of sight: without this any two are the same to `toEqual` and `toMatchObject`.
const bothAre = (kind: typeof Temporal.Instant | typeof Temporal.Duration, a: unknown, b: unknown) =>
  a instanceof kind && b instanceof kind;

expect.addEqualityTesters([
  (a: unknown, b: unknown) =>
    bothAre(Temporal.Instant, a, b) || bothAre(Temporal.Duration, a, b) ? String(a) === String(b) : undefined,
]);
