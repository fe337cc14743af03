import { randomUUID } from "node:crypto";
import type { Application } from "#shared/domain/application.ts";
import { canBeHad, ExportId, type ExportJob } from "#shared/domain/export-job.ts";
import { ApplicationQuery } from "#shared/domain/listing.ts";
import { countingSubmission } from "#shared/domain/standing.ts";
import { type Bucket, downloadLink } from "#shared/files/bucket.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { applicationsOfCall } from "#shared/records/applications.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import { exportsOf, startExport } from "#shared/records/export-jobs.ts";
import type { Table } from "#shared/records/table.ts";

/** In the order of their references, so that a folder is easy to find. */
const chosenFrom = (all: readonly Application[], level: ExportJob["level"]): readonly Application[] =>
  all
    .filter((one) => countingSubmission(one) !== undefined && (!level || one.level === level))
    .toSorted((a, b) => (a.reference < b.reference ? -1 : 1));

/** Starts an export of all that was sent and counts now, or of one level. */
export const startJob = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const call = (await findCallInForce(table, asked.params["call"]))?.call;
  if (!call) return { reason: "not-found" };
  const { level } = ApplicationQuery.parse(asked.body);
  const chosen = chosenFrom(await applicationsOfCall(table, call.id), level);
  const { id, name, email } = asked.person;
  const job: ExportJob = {
    ...{ id: ExportId.parse(randomUUID()), callId: call.id, language: asked.language },
    ...{ startedBy: { id, name, email }, startedAt: asked.at, ...(level && { level }) },
    ...{ applications: chosen.map((one) => one.id), volumes: [] },
  };
  const detail = `zip ${chosen.length} ${level ? `level=${level}` : ""}`.trim();
  await startExport(table, job, eventBy(asked, "submissions-exported", detail));
  const to = `/staff/calls/${call.id}/exports?lang=${asked.language}`;
  return { to, json: { status: 202, body: { id: job.id, applications: chosen.length } } };
};

/** A volume, for as long as it can be had. The link lasts a minute: who comes by ours must be staff. */
export const downloadVolume = async (asked: SignedIn, table: Table, bucket: Bucket): Promise<Answer> => {
  const call = (await findCallInForce(table, asked.params["call"]))?.call;
  if (!call) return { reason: "not-found" };
  const job = (await exportsOf(table, call.id)).find(({ id }) => id === asked.params["id"]);
  const number = Number(asked.params["volume"]);
  const volume = job?.volumes[number - 1];
  if (!volume || !canBeHad(job, asked.at)) return { reason: "not-found" };
  await recordEvent(table, call.id, eventBy(asked, "export-downloaded", `${job.id} ${number}`));
  const name = `${call.id}-innsendinger-${number}.zip`;
  return { to: await downloadLink(bucket, { ...volume, name, type: "application/zip" }) };
};
