import { PutItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { CallId } from "#shared/domain/call.ts";
import type { Event } from "#shared/domain/event.ts";
import { ExportJob, Volume } from "#shared/domain/export-job.ts";
import type { Message } from "#shared/domain/message.ts";
import { duration, type Instant, InstantText } from "#shared/domain/time.ts";
import { callEventPut } from "./events.ts";
import { ownerKeys } from "./index-keys.ts";
import { messagePut } from "./messages.ts";
import { readAll, readItem } from "./reads.ts";
import { sortPrefixes } from "./sort-keys.ts";
import { ifItHolds, type Table, transact } from "./table.ts";
import { keys, ofCall } from "./table-keys.ts";
import { timeToLive } from "./time-to-live.ts";
import { absent, type Expression, put, update } from "./writes.ts";

/** An export can be seen for as long, though its files are gone before. */
const remembered = duration({ hours: 24 * 30 });

type Named = Pick<ExportJob, "id" | "callId" | "startedAt">;

/** The stream starts a run of the export for each such item. */
const runPut = (table: Table, { id, callId, startedAt }: Named, run: number) =>
  put(
    table,
    {
      ...keys.exportRun(callId, startedAt, id, run),
      item: "export-run",
      ...{ id, callId, startedAt: InstantText.encode(startedAt), run },
      ...timeToLive(startedAt.add(remembered)),
    },
    absent,
  );

/** Keeps an export that is to be made, with its first run, and that somebody asked for it. */
export const startExport = async (table: Table, job: ExportJob, event: Event): Promise<void> => {
  const item = {
    ...z.encode(ExportJob, job),
    ...keys.exportJob(job.callId, job.startedAt, job.id),
    item: "export",
    ...timeToLive(job.startedAt.add(remembered)),
  };
  await transact(table, [
    { Put: put(table, item, absent) },
    { Put: runPut(table, job, 1) },
    { Put: callEventPut(table, job.callId, event) },
  ]);
};

/** Has the stream start a run, which there can be only one of. */
export const goOn = async (table: Table, job: Named, run: number): Promise<void> => {
  await ifItHolds(() => table.client.send(new PutItemCommand(runPut(table, job, run))));
};

export const findExport = async (
  table: Table,
  { id, callId, startedAt }: Named,
): Promise<ExportJob | undefined> => {
  const item = await readItem(table, keys.exportJob(callId, startedAt, id));
  return item && ExportJob.parse(item);
};

/** A call's exports, the last first. */
export const exportsOf = async (table: Table, callId: CallId): Promise<ExportJob[]> => {
  const items = await readAll(table, {
    ...{ key: ofCall(callId), sort: { beginsWith: sortPrefixes.export }, newestFirst: true },
  });
  return items.map((item) => ExportJob.parse(item));
};

const stillAt = ({ volumes }: ExportJob): Expression => ({
  text: "size(#volumes) = :before AND attribute_not_exists(#finishedAt)",
  values: { before: volumes.length },
});

/** Notes that a run has begun, for whoever wonders whether anything still happens. */
export const noteRun = async (table: Table, job: ExportJob, at: Instant): Promise<void> => {
  const change = { text: "SET #ranAt = :ranAt", values: { ranAt: InstantText.encode(at) } };
  const key = keys.exportJob(job.callId, job.startedAt, job.id);
  await ifItHolds(() => table.client.send(new UpdateItemCommand(update(table, key, change, stillAt(job)))));
};

/** Adds a volume, if nobody has added one meanwhile. */
export const keepVolume = async (
  table: Table,
  job: ExportJob,
  volume: Volume,
): Promise<ExportJob | undefined> => {
  const volumes = [...job.volumes, volume];
  const change = {
    text: "SET #volumes = :volumes",
    values: { volumes: volumes.map((one) => z.encode(Volume, one)) },
  };
  const key = keys.exportJob(job.callId, job.startedAt, job.id);
  const written = await transact(table, [{ Update: update(table, key, change, stillAt(job)) }]);
  return written === "done" ? { ...job, volumes } : undefined;
};

/** Says that all of it is there, and owes the mail of it. */
export const finishExport = async (
  table: Table,
  job: ExportJob,
  { at, message }: { readonly at: Instant; readonly message: Message },
): Promise<void> => {
  const change = { text: "SET #finishedAt = :at", values: { at: InstantText.encode(at) } };
  const key = keys.exportJob(job.callId, job.startedAt, job.id);
  await transact(table, [
    { Update: update(table, key, change, stillAt(job)) },
    { Put: messagePut(table, message, ownerKeys.call(job.callId)) },
  ]);
};
