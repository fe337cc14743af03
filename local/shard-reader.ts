import { makePause } from "./pause.ts";
import type { StreamPositions } from "./stream-positions.ts";
import { type Beginning, iteratorAt, readFrom, type StreamRecord } from "./stream-records.ts";

export interface ShardOptions {
  readonly endpoint: string;
  /** The stream's ARN in DynamoDB Local. */
  readonly streamArn: string;
  readonly shardId: string;
  readonly reader: string;
  readonly positions: StreamPositions;
  readonly fromTheBeginning: boolean;
  readonly isWanted: (record: StreamRecord) => boolean;
  readonly batchSize: number;
  readonly windowMilliseconds: number;
  /** Deals with a batch; calls `done` as it gets on. Rejects only when the reader was stopped meanwhile. */
  readonly deliver: (batch: readonly StreamRecord[], done: (last: StreamRecord) => void) => Promise<void>;
}

export interface ShardReader {
  /** Reads until the shard is finished or the reader is stopped. Rejects when the stream cannot be read. */
  readonly run: () => Promise<void>;
  /** Resolves when all that was written before the call is dealt with. */
  readonly settled: () => Promise<void>;
  readonly stop: () => void;
}

const betweenReads = 40;

/** Reads one shard of a stream, in order, and hands on what is wanted in batches. */
export const readShard = (options: ShardOptions): ShardReader => {
  const { endpoint, streamArn, shardId, reader, positions, batchSize, windowMilliseconds } = options;
  const pause = makePause();
  const waiting: (() => void)[] = [];
  let stopped = false;
  let finished = false;

  const release = (): void => {
    for (const resolve of waiting.splice(0)) resolve();
  };

  const keep = ({ eventID, dynamodb }: StreamRecord): void =>
    positions.keep(reader, shardId, {
      sequenceNumber: dynamodb.SequenceNumber,
      eventId: eventID,
      finished: false,
    });

  const beginning = (): Beginning => {
    const position = positions.find(reader, shardId);
    if (position) return { ShardIteratorType: "AT_SEQUENCE_NUMBER", SequenceNumber: position.sequenceNumber };
    return { ShardIteratorType: options.fromTheBeginning ? "TRIM_HORIZON" : "LATEST" };
  };

  const start = (): Promise<string> =>
    iteratorAt(endpoint, streamArn, shardId, beginning()).catch((error: unknown) => {
      const trimmed = error instanceof Error && error.name === "TrimmedDataAccessException";
      if (!trimmed) throw error;
      return iteratorAt(endpoint, streamArn, shardId, { ShardIteratorType: "TRIM_HORIZON" });
    });

  const finish = (): void => {
    finished = true;
    release();
    const last = positions.find(reader, shardId);
    positions.keep(reader, shardId, { sequenceNumber: "0", eventId: "", ...last, finished: true });
  };

  /** Delivers what makes a batch; the rest waits until its window is over. */
  const deliverBatches = async (pending: StreamRecord[], since: number): Promise<void> => {
    while (pending.length > 0 && !stopped) {
      if (pending.length < batchSize && Date.now() - since < windowMilliseconds) return;
      await options.deliver(pending.splice(0, batchSize), keep);
    }
  };

  const run = async (): Promise<void> => {
    // A record at the kept position is one that was dealt with, unless another came to have its number.
    const dealtWith = positions.find(reader, shardId)?.eventId;
    const pending: StreamRecord[] = [];
    let since = 0;
    let iterator: string | undefined = await start();
    while (iterator !== undefined && !stopped) {
      const settling = waiting.splice(0);
      const { Records, NextShardIterator } = await readFrom(endpoint, iterator);
      const records = Records.filter(({ eventID }) => eventID !== dealtWith);
      if (pending.length === 0) since = Date.now();
      pending.push(...records.filter(options.isWanted));
      await deliverBatches(pending, since);
      const last = records.at(-1);
      if (last && pending.length === 0 && !stopped) keep(last);
      iterator = NextShardIterator;
      if (Records.length > 0 || pending.length > 0) waiting.push(...settling);
      else for (const resolve of settling) resolve();
      if (Records.length === 0 && waiting.length === 0) await pause.for(betweenReads);
    }
    if (!stopped) finish();
  };

  return {
    run,
    settled: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        if (stopped || finished) release();
        else pause.cut();
      }),
    stop: () => {
      stopped = true;
      pause.cut();
      release();
    },
  };
};
