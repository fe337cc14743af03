import type { Invocation } from "./lambda.ts";
import type { StreamMapping } from "./stream-mappings.ts";
import type { StreamRecord } from "./stream-records.ts";

/** A record, the event that is made of it, and when it was really written. */
export interface Change {
  readonly record: StreamRecord;
  readonly event: unknown;
  readonly writtenAt: number;
}

/** Changes that were given up, and why. */
export interface GivenUp {
  readonly changes: readonly Change[];
  readonly condition: "RecordAgeExceeded" | "RetryAttemptsExhausted";
  readonly invokeCount: number;
  readonly last?: Invocation;
}

export interface DeliveryOptions {
  readonly mapping: Pick<StreamMapping, "retries" | "maxAgeSeconds" | "bisects" | "reportsFailures">;
  readonly invoke: (events: readonly unknown[]) => Promise<Invocation>;
  /** Waits after a failed try, the first being 1. */
  readonly waitAfter: (tries: number) => Promise<void>;
  readonly giveUp: (what: GivenUp) => void;
  /** These changes, which come next after the last ones, are dealt with. */
  readonly done: (changes: readonly Change[]) => void;
}

const batchFailures = (payload: string): readonly unknown[] => {
  const answer: unknown = JSON.parse(payload);
  if (typeof answer !== "object" || answer === null || !("batchItemFailures" in answer)) return [];
  return Array.isArray(answer.batchItemFailures) ? answer.batchItemFailures : [];
};

const identifierIn = (failure: unknown): unknown =>
  typeof failure === "object" && failure !== null && "itemIdentifier" in failure && failure.itemIdentifier;

/** How many changes from the start of the batch are dealt with: those before the first that failed. */
const countDone = (changes: readonly Change[], invocation: Invocation, reportsFailures: boolean): number => {
  if (invocation.functionError !== undefined) return 0;
  if (!reportsFailures) return changes.length;
  const places = batchFailures(invocation.payload).map((failure) =>
    changes.findIndex(({ record }) => record.dynamodb.SequenceNumber === identifierIn(failure)),
  );
  // An identifier that is not in the batch fails all of it, as on AWS.
  return Math.max(0, Math.min(changes.length, ...places));
};

/** Calls a function with a batch until every change in it is dealt with, in order, or given up. */
export const deliver = async (changes: readonly Change[], options: DeliveryOptions): Promise<void> => {
  const { mapping, done, giveUp } = options;

  const giveUpAndGoOn = (what: GivenUp): void => {
    giveUp(what);
    done(what.changes);
  };

  const tooOld = (all: readonly Change[]): readonly Change[] => {
    const oldest = Date.now() - mapping.maxAgeSeconds * 1000;
    return mapping.maxAgeSeconds < 0 ? [] : all.filter(({ writtenAt }) => writtenAt < oldest);
  };

  const attempt = async (all: readonly Change[], tries: number): Promise<void> => {
    const old = tooOld(all);
    if (old.length > 0) giveUpAndGoOn({ changes: old, condition: "RecordAgeExceeded", invokeCount: tries });
    const fresh = all.slice(old.length);
    if (fresh.length === 0) return;
    const invocation = await options.invoke(fresh.map(({ event }) => event));
    const count = countDone(fresh, invocation, mapping.reportsFailures);
    if (count > 0) done(fresh.slice(0, count));
    if (count < fresh.length) await again(fresh.slice(count), tries + 1, invocation);
  };

  const again = async (left: readonly Change[], tries: number, last: Invocation): Promise<void> => {
    // Splitting a batch costs no try, as on AWS.
    if (mapping.bisects && left.length > 1) {
      await options.waitAfter(tries);
      const half = Math.ceil(left.length / 2);
      await attempt(left.slice(0, half), tries - 1);
      await attempt(left.slice(half), tries - 1);
    } else if (mapping.retries >= 0 && tries > mapping.retries) {
      giveUpAndGoOn({ changes: left, condition: "RetryAttemptsExhausted", invokeCount: tries, last });
    } else {
      await options.waitAfter(tries);
      await attempt(left, tries);
    }
  };

  await attempt(changes, 0);
};
