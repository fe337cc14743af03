import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "./clock.ts";
import { matchesPattern } from "./event-pattern.ts";
import type { Lambda } from "./lambda.ts";
import type { Queues } from "./queues.ts";
import { type Change, deliver, type GivenUp } from "./stream-delivery.ts";
import { failureDocument } from "./stream-failure.ts";
import type { StreamMapping } from "./stream-mappings.ts";
import type { StreamRecord } from "./stream-records.ts";

export interface TargetOptions {
  readonly region: string;
  readonly clock: Clock;
  readonly lambda: Pick<Lambda, "invoke">;
  readonly queues: Queues;
  readonly log: (line: string) => void;
  /** How long to wait after a try that failed, the first being 1. */
  readonly retryAfterMilliseconds?: (tries: number) => number;
}

/** The function at the end of a stream. */
export interface StreamTarget {
  readonly isWanted: (record: StreamRecord) => boolean;
  /** Calls the function until the batch is dealt with, and says how far it has come. Rejects when stopped. */
  readonly deliver: (
    shardId: string,
    batch: readonly StreamRecord[],
    done: (last: StreamRecord) => void,
  ) => Promise<void>;
}

const doubling = (tries: number): number => Math.min(100 * 2 ** tries, 60_000);

export const streamTarget = (
  mapping: StreamMapping,
  options: TargetOptions,
  stopping: AbortSignal,
): StreamTarget => {
  const { region, clock, lambda, queues, log, retryAfterMilliseconds = doubling } = options;

  /**
   * DynamoDB Local knows the time of a change to the minute, and real time at that. The function is told the
   * runtime's own time, in whole seconds as on AWS.
   */
  const eventOf = (record: StreamRecord) => ({
    ...record,
    eventSource: "aws:dynamodb",
    awsRegion: region,
    dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: Math.floor(clock.now() / 1000) },
    eventSourceARN: mapping.streamArn,
  });

  const changeOf = (record: StreamRecord): Change => ({
    record,
    event: eventOf(record),
    writtenAt: record.dynamodb.ApproximateCreationDateTime * 1000,
  });

  const invoke = async (events: readonly unknown[]) => {
    const invocation = await lambda.invoke(mapping.functionName, { Records: events });
    if (invocation.functionError !== undefined) stopping.throwIfAborted();
    return invocation;
  };

  const giveUp = (shardId: string, what: GivenUp): void => {
    const place = { shardId, streamArn: mapping.streamArn, functionArn: mapping.functionName };
    log(`${mapping.functionName}: gave up ${what.changes.length} change(s): ${what.condition}`);
    if (mapping.onFailure !== undefined)
      queues.put(mapping.onFailure, failureDocument(what, { ...place, now: clock.now() }));
  };

  return {
    isWanted: (record) =>
      mapping.patterns.length === 0 ||
      mapping.patterns.some((pattern) => matchesPattern(pattern, eventOf(record))),
    deliver: (shardId, batch, done) =>
      deliver(batch.map(changeOf), {
        mapping,
        invoke,
        waitAfter: (tries) => wait(retryAfterMilliseconds(tries), undefined, { signal: stopping }),
        giveUp: (what) => giveUp(shardId, what),
        done: (changes) => {
          const last = changes.at(-1);
          if (last) done(last.record);
        },
      }),
  };
};
