import { type ExportJob, goneAt, isMade, itemsOf, type Volume } from "#shared/domain/export-job.ts";
import { owe } from "#shared/domain/message.ts";
import type { Instant } from "#shared/domain/time.ts";
import type { Around } from "#shared/exports/folder.ts";
import { log } from "#shared/http/log.ts";
import { findExport, finishExport, goOn, keepVolume, noteRun } from "#shared/records/export-jobs.ts";
import { type MostInFolders, makeFolderVolume } from "./folder-volume.ts";
import { type MostInTable, makeTableVolume } from "./table-volume.ts";

const readyOf = (job: ExportJob, at: Instant) =>
  owe(
    {
      id: `export-ready.${job.id}`,
      to: job.startedBy.email,
      language: job.language,
      content: {
        ...{ kind: "export-ready" as const, callId: job.callId, what: job.what },
        ...{ items: itemsOf(job), volumes: job.volumes.length },
        goneAt: goneAt({ finishedAt: at }) ?? at,
      },
    },
    at,
  );

/** What a volume may have in it. */
export interface Most {
  readonly folders: Omit<MostInFolders, "isLate">;
  readonly table: Omit<MostInTable, "isLate">;
}

export interface Run {
  /** The first of an export is 1. */
  readonly number: number;
  readonly at: Instant;
  /** Whether there is time for another volume. */
  readonly hasTime: () => boolean;
  /** Whether the volume that is being made has to be closed. */
  readonly isLate: () => boolean;
  readonly most: Most;
}

const makeNext = (around: Around, job: ExportJob, { most, isLate }: Run): Promise<Volume> =>
  job.what === "folders"
    ? makeFolderVolume(around, job, { ...most.folders, isLate })
    : makeTableVolume(around, job, { ...most.table, isLate });

/** Goes on with an export from where it is, volume by volume, and has another run started when time is up. What is finished, or gone on with elsewhere, is left. */
export const runExport = async (
  around: Around,
  named: Pick<ExportJob, "id" | "callId" | "startedAt">,
  run: Run,
): Promise<void> => {
  const { number, at, hasTime } = run;
  let job = await findExport(around.table, named);
  if (job) await noteRun(around.table, job, at);
  while (job && !job.finishedAt && !isMade(job)) {
    if (!hasTime()) return goOn(around.table, job, number + 1);
    job = await keepVolume(around.table, job, await makeNext(around, job, run));
    log("export.volume", { exportId: named.id, volumes: job?.volumes.length ?? 0 });
  }
  if (job && !job.finishedAt) await finishExport(around.table, job, { at, message: readyOf(job, at) });
};
