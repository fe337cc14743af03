import { doneOf, type ExportJob, goneAt } from "#shared/domain/export-job.ts";
import { owe } from "#shared/domain/message.ts";
import type { Instant } from "#shared/domain/time.ts";
import type { Around } from "#shared/exports/folder.ts";
import { log } from "#shared/http/log.ts";
import { findExport, finishExport, goOn, keepVolume } from "#shared/records/export-jobs.ts";
import { type Most, makeVolume } from "./volume.ts";

const readyOf = (job: ExportJob, at: Instant) =>
  owe(
    {
      id: `export-ready.${job.id}`,
      to: job.startedBy.email,
      language: job.language,
      content: {
        ...{ kind: "export-ready" as const, callId: job.callId },
        ...{ applications: doneOf(job), volumes: job.volumes.length },
        goneAt: goneAt({ finishedAt: at }) ?? at,
      },
    },
    at,
  );

export interface Run {
  /** The first of an export is 1. */
  readonly number: number;
  readonly at: Instant;
  /** Whether there is time for another volume. */
  readonly hasTime: () => boolean;
  readonly most: Most;
}

/** Goes on with an export from where it is, volume by volume, and has another run started when time is up. What is finished, or gone on with elsewhere, is left. */
export const runExport = async (
  around: Around,
  named: Pick<ExportJob, "id" | "callId" | "startedAt">,
  { number, at, hasTime, most }: Run,
): Promise<void> => {
  let job = await findExport(around.table, named);
  while (job && !job.finishedAt && doneOf(job) < job.applications.length) {
    if (!hasTime()) return goOn(around.table, job, number + 1);
    job = await keepVolume(around.table, job, await makeVolume(around, job, most));
    log("export.volume", { exportId: named.id, volumes: job?.volumes.length ?? 0 });
  }
  if (job && !job.finishedAt) await finishExport(around.table, job, { at, message: readyOf(job, at) });
};
