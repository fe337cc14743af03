import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "./clock.ts";
import type { DataFolder } from "./data-folder.ts";
import { startMailFeedback } from "./mail/feedback.ts";
import { type Scans, startScans } from "./scans/scans.ts";
import { callTarget, type Scheduler, startScheduler } from "./scheduler.ts";
import { type Schedule, schedulesIn } from "./schedules.ts";
import type { Services } from "./services.ts";
import { streamMappingsIn } from "./stream-mappings.ts";
import { openPositions } from "./stream-positions.ts";
import { followStream } from "./streams.ts";
import { createTables, type LocalTable } from "./tables.ts";
import type { Template } from "./template.ts";
import { keepTimeToLive } from "./time-to-live.ts";

export interface HappeningOptions {
  readonly template: Template;
  readonly clock: Clock;
  readonly data: DataFolder;
  readonly dynamoDb: string;
  readonly services: Services;
  readonly log: (line: string) => void;
  readonly ends: AsyncDisposableStack;
}

/** What happens without anybody asking: what is over is deleted, changes are told, files are scanned, schedules are fired. */
export interface Happenings {
  readonly tables: readonly LocalTable[];
  readonly schedules: readonly Schedule[];
  readonly travel: Scheduler["travel"];
  readonly scans: Scans;
  /** Resolves when every change that was made before the call is dealt with, or after a while. */
  readonly settled: () => Promise<void>;
}

const patienceMilliseconds = 10_000;

export const startHappenings = async (options: HappeningOptions): Promise<Happenings> => {
  const { template, clock, data, dynamoDb, services, log, ends } = options;
  const tables = await createTables(dynamoDb, template);
  const timeToLive = keepTimeToLive(dynamoDb, tables, clock, log);
  ends.defer(() => timeToLive.stop());

  const positions = openPositions(data.streamPositions);
  const { lambda, queues, permissions, objects, mailbox, postman } = services;
  const streamOptions = {
    endpoint: dynamoDb,
    region: template.region,
    clock,
    lambda,
    queues,
    positions,
    log,
  };
  const mappings = streamMappingsIn(template);
  const streams = await Promise.all(mappings.map((mapping) => followStream(mapping, streamOptions)));
  for (const stream of streams) ends.defer(() => stream.stop());

  const settled = async (): Promise<void> => {
    const first = Promise.all([...streams, scans].map((one) => one.settled()));
    // What is sent meanwhile is told of after that.
    const all = first.then(() => feedback.settled());
    await Promise.race([all, wait(patienceMilliseconds, undefined, { ref: false })]);
  };

  const { invokeAsync } = lambda;
  const scans = startScans({ template, objects, permissions, invokeAsync, now: clock.now, log });
  const feedback = startMailFeedback({ template, mailbox, postman, invokeAsync, clock, log });

  const schedules = schedulesIn(template, clock.now());
  const fire = callTarget({ template, permissions, queues, invokeAsync, log });
  const scheduler = startScheduler({ schedules, clock, fire, settled, log });
  ends.defer(() => scheduler.stop());

  const travel: Scheduler["travel"] = async (to, held) => {
    await scheduler.travel(to, held);
    await timeToLive.sweep();
  };
  return { tables, schedules, travel, scans, settled };
};
