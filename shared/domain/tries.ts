import type { Message } from "./message.ts";
import { type Duration, duration, type Instant, isAfter } from "./time.ts";

/** For how long a try has the message to itself. Longer than the function may run, so that whoever took it on is not at it any more. */
export const lease = duration({ minutes: 3 });

const firstWait = duration({ minutes: 1 });
const longestWait = duration({ hours: 2 });
const giveUpAfter = duration({ hours: 24 });

const inMilliseconds = (length: Duration): number => length.total("milliseconds");

/** Time enough for places to be had again. */
const whileBusy = duration({ minutes: 1 });

/** A wait of about this length; `random` in [0, 1) spreads what would come at once from three quarters to five quarters of it. */
const spread = (milliseconds: number, random: number): Duration =>
  duration({ milliseconds: Math.round(milliseconds * (0.75 + random / 2)) });

/** When to try again after a try has failed: twice as long each time, and not at all when it has been owed for a day. */
export const nextTry = (
  { owedAt, failures = 0 }: Pick<Message, "owedAt" | "failures">,
  at: Instant,
  random: number,
): Instant | undefined => {
  if (isAfter(at, owedAt.add(giveUpAfter))) return undefined;
  const wait = Math.min(inMilliseconds(longestWait), inMilliseconds(firstWait) * 2 ** failures);
  return at.add(spread(wait, random));
};

/** When to try again what was too much to send just then. It is no failure, and nothing is given up for it. */
export const whenLessBusy = (at: Instant, random: number): Instant =>
  at.add(spread(inMilliseconds(whileBusy), random));
