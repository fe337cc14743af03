import { setTimeout as wait } from "node:timers/promises";
import { readShard, type ShardReader } from "./shard-reader.ts";
import type { StreamMapping } from "./stream-mappings.ts";
import type { StreamPositions } from "./stream-positions.ts";
import { latestStreamOf, type Shard, shardsOf } from "./stream-records.ts";
import { streamTarget, type TargetOptions } from "./stream-target.ts";

export interface StreamOptions extends TargetOptions {
  /** DynamoDB Local's address. */
  readonly endpoint: string;
  readonly positions: StreamPositions;
}

export interface Stream {
  /** Resolves when all that was written before the call is dealt with. */
  readonly settled: () => Promise<void>;
  /** Resolves when nothing is read or called any more. */
  readonly stop: () => Promise<void>;
}

const betweenLooks = 2000;
const beforeReadingAgain = 500;

/** Follows a table's stream and calls a function with its changes, shard by shard, parents before children. */
export const followStream = async (mapping: StreamMapping, options: StreamOptions): Promise<Stream> => {
  const { endpoint, positions, log } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const target = streamTarget(mapping, options, signal);
  const streamArn = await latestStreamOf(endpoint, mapping.tableName);
  const reader = `${mapping.id} ${streamArn}`;
  const readers = new Map<string, ShardReader>();
  const runs: Promise<void>[] = [];

  const open = (shardId: string, fromTheBeginning: boolean): ShardReader =>
    readShard({
      ...{ endpoint, streamArn, shardId, reader, positions, fromTheBeginning },
      isWanted: target.isWanted,
      batchSize: mapping.batchSize,
      windowMilliseconds: mapping.windowMilliseconds,
      deliver: (batch, done) => target.deliver(shardId, batch, done),
    });

  const run = async (shard: ShardReader): Promise<void> => {
    while (!signal.aborted) {
      try {
        return await shard.run();
      } catch (error) {
        if (signal.aborted) return;
        log(`stream of ${mapping.tableName}: ${error instanceof Error ? error.message : error}`);
        await wait(beforeReadingAgain, undefined, { signal }).catch(() => {});
      }
    }
  };

  const isFinished = (shardId: string): boolean => positions.find(reader, shardId)?.finished ?? false;

  /** Begins with every shard that is new here and whose parent, when there still is one, is finished. */
  const look = async (fromTheBeginning: boolean): Promise<void> => {
    const shards = await shardsOf(endpoint, streamArn);
    const isHere = (id: string | undefined) => shards.some(({ ShardId }) => ShardId === id);
    const isReady = ({ ShardId, ParentShardId }: Shard) =>
      !readers.has(ShardId) &&
      !isFinished(ShardId) &&
      (ParentShardId === undefined || !isHere(ParentShardId) || isFinished(ParentShardId));
    for (const { ShardId } of shards.filter(isReady)) {
      const shard = open(ShardId, fromTheBeginning);
      readers.set(ShardId, shard);
      runs.push(run(shard));
    }
  };

  const lookNowAndThen = async (): Promise<void> => {
    while (!signal.aborted) {
      await wait(betweenLooks, undefined, { signal }).catch(() => {});
      if (!signal.aborted) await look(true).catch((error: unknown) => log(`stream: ${error}`));
    }
  };

  await look(mapping.fromTheBeginning || positions.knows(reader));
  runs.push(lookNowAndThen());

  return {
    settled: async () => void (await Promise.all([...readers.values()].map((shard) => shard.settled()))),
    stop: async () => {
      stopping.abort();
      for (const shard of readers.values()) shard.stop();
      await Promise.all(runs);
    },
  };
};
