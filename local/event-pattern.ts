import { isRecord } from "./intrinsics.ts";

type Comparison = (expected: unknown, value: unknown) => boolean;

const isText = (value: unknown): value is string => typeof value === "string";

const relations: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  "=": (a, b) => a === b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/** `[">", 0, "<=", 5]` */
const numeric: Comparison = (expected, value) =>
  Array.isArray(expected) &&
  expected.every((sign, place) => {
    if (place % 2 === 1) return true;
    return relations[String(sign)]?.(Number(value), Number(expected[place + 1])) ?? false;
  });

const comparisons: Readonly<Record<string, Comparison>> = {
  exists: (expected, value) => expected === (value !== undefined),
  prefix: (expected, value) => isText(value) && isText(expected) && value.startsWith(expected),
  suffix: (expected, value) => isText(value) && isText(expected) && value.endsWith(expected),
  "equals-ignore-case": (expected, value) =>
    isText(value) && isText(expected) && value.toLowerCase() === expected.toLowerCase(),
  "anything-but": (expected, value) => value !== undefined && ![expected].flat().includes(value),
  numeric,
};

const compare = (name: string, expected: unknown, value: unknown): boolean => {
  const comparison = Object.hasOwn(comparisons, name) ? comparisons[name] : undefined;
  if (!comparison) throw new Error(`the local runtime does not know the event filter ${name}`);
  return comparison(expected, value);
};

const fits = (wanted: unknown, value: unknown): boolean =>
  isRecord(wanted)
    ? Object.entries(wanted).every(([name, expected]) => compare(name, expected, value))
    : wanted === value;

/** Whether an event matches an EventBridge pattern: every field of it, and of each list one entry. */
export const matchesPattern = (pattern: unknown, value: unknown): boolean => {
  // Of a list in the event, one is enough.
  if (Array.isArray(pattern) && Array.isArray(value))
    return value.some((one) => matchesPattern(pattern, one));
  if (Array.isArray(pattern)) return pattern.some((wanted) => fits(wanted, value));
  if (!isRecord(pattern)) return false;
  return Object.entries(pattern).every(([name, inner]) =>
    matchesPattern(inner, isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined),
  );
};
