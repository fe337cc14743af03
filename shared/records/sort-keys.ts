import { type Instant, InstantText } from "#shared/domain/time.ts";

/** An instant as keys have it: later ones sort after earlier ones. */
export const timeText = (at: Instant): string => InstantText.encode(at);

/** Sorts by time, and by id among those of one instant. */
export const timeSort = (at: Instant, id: string): string => `${timeText(at)}#${id}`;

/** Sorts after everything that `timeSort` gives for this instant and before the next one's. */
export const upTo = (at: Instant): string => `${timeText(at)}#~`;

/** Everything that `timeSort` gives from one instant to another, both included. */
export const between = (from: Instant, until: Instant): readonly [string, string] => [
  timeText(from),
  upTo(until),
];

/** How the sort keys of an application's own items begin, and those of a call's. */
export const sortPrefixes = {
  section: "SECTION#",
  submission: "SUBMISSION#",
  receipt: "RECEIPT#",
  event: "EVENT#",
  attempt: "ATTEMPT#",
  note: "NOTE#",
  outage: "OUTAGE#",
  export: "EXPORT#",
  circular: "CIRCULAR#",
} as const;

/** How the sort keys of what was fixed when levels of a call closed begin. */
export const closingPrefix = "CLOSING#";

/** How the sort keys of the sums of one counting of a call begin. */
export const numbersPrefix = (counting: number): string => `NUMBERS#${counting}#`;

/** How the sort keys of those who are in a section begin. */
export const presencePrefix = (section: string): string => `PRESENCE#${section}#`;

/** How the sort keys of those who wait for a place begin. */
export const waitingPrefix = "WAITING#";
