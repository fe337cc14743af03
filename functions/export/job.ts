import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { CallDefinition } from "#shared/calls/index.ts";
import type { Application } from "#shared/domain/application.ts";
import {
  allOf,
  canBeHad,
  ExportId,
  type ExportJob,
  TableChoice,
  untilOf,
} from "#shared/domain/export-job.ts";
import { ApplicationQuery } from "#shared/domain/listing.ts";
import { countingSubmission } from "#shared/domain/standing.ts";
import { Language } from "#shared/domain/text.ts";
import { countOf } from "#shared/exports/whole.ts";
import { type Bucket, downloadLink } from "#shared/files/bucket.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { applicationsOfCall } from "#shared/records/applications.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import { exportsOf, startExport } from "#shared/records/export-jobs.ts";
import type { Table } from "#shared/records/table.ts";
import { detailOf, filtersOfJob } from "./filters.ts";
import { refusalOf } from "./rights.ts";

/** What is asked for: a table, or folders when nothing is said. The language is that of its headings. */
const Wanted = z.union([
  TableChoice.omit({ query: true }).extend({
    csv: TableChoice.shape.csv.catch("excel"),
    lang: Language.optional().catch(undefined),
  }),
  z.object({ what: z.literal("folders").default("folders") }),
]);

/** In the order of their references, so that a folder is easy to find. */
const chosenFrom = (all: readonly Application[], level: ApplicationQuery["level"]): readonly Application[] =>
  all
    .filter((one) => countingSubmission(one) !== undefined && (!level || one.level === level))
    .toSorted((a, b) => (a.reference < b.reference ? -1 : 1));

const begun = (asked: SignedIn, { call }: CallDefinition) => {
  const { id, name, email } = asked.person;
  return {
    ...{ id: ExportId.parse(randomUUID()), callId: call.id, language: asked.language },
    ...{ startedBy: { id, name, email }, startedAt: asked.at, volumes: [] },
  };
};

/** All that was sent and counts now, or what was sent of one level. */
const ofFolders = async (asked: SignedIn, table: Table, definition: CallDefinition) => {
  const { level } = ApplicationQuery.parse(asked.body);
  const chosen = chosenFrom(await applicationsOfCall(table, definition.call.id), level);
  const applications = chosen.map((one) => one.id);
  const job: ExportJob = {
    ...begun(asked, definition),
    ...{ what: "folders", applications, ...(level && { level }) },
  };
  const detail = `zip ${chosen.length} ${level ? `level=${level}` : ""}`.trim();
  return { job, event: eventBy(asked, "submissions-exported", detail) };
};

/** A table of what had come a moment before, and how many records that is by the index's own count. */
const ofTable = async (
  asked: SignedIn,
  table: Table,
  { definition, wanted }: { readonly definition: CallDefinition; readonly wanted: TableWanted },
) => {
  const { what, kind, csv, lang = asked.language } = wanted;
  const until = untilOf({ startedAt: asked.at });
  const expected = await countOf(table, what, { definition, until });
  const query = filtersOfJob(what, asked.body);
  const job: ExportJob = { ...begun(asked, definition), language: lang, what, kind, csv, query, expected };
  const detail = detailOf(what, { kind, query, count: expected });
  return { job, event: eventBy(asked, `${what}-exported`, detail) };
};
type TableWanted = Exclude<z.infer<typeof Wanted>, { what: "folders" }>;

/** Starts an export that is made in the background. */
export const startJob = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return { reason: "not-found" };
  const wanted = Wanted.safeParse(asked.body);
  if (!wanted.success) return { reason: "malformed-request" };
  const refused = refusalOf(asked.person, wanted.data.what);
  if (refused) return refused;
  const { job, event } =
    wanted.data.what === "folders"
      ? await ofFolders(asked, table, definition)
      : await ofTable(asked, table, { definition, wanted: wanted.data });
  await startExport(table, job, event);
  const to = `/staff/calls/${job.callId}/exports?lang=${asked.language}#export-jobs`;
  return { to, json: { status: 202, body: { id: job.id, expected: allOf(job) } } };
};

const names = {
  folders: "innsendinger",
  applications: "soknader",
  registrations: "pameldinger",
  messages: "e-poster",
  events: "hendelser",
} as const satisfies Record<ExportJob["what"], string>;

/** A volume, for as long as it can be had. The link lasts a minute: who comes by ours must be staff. */
export const downloadVolume = async (asked: SignedIn, table: Table, bucket: Bucket): Promise<Answer> => {
  const call = (await findCallInForce(table, asked.params["call"]))?.call;
  if (!call) return { reason: "not-found" };
  const job = (await exportsOf(table, call.id)).find(({ id }) => id === asked.params["id"]);
  const number = Number(asked.params["volume"]);
  const volume = job?.volumes[number - 1];
  if (!volume || !canBeHad(job, asked.at)) return { reason: "not-found" };
  const refused = refusalOf(asked.person, job.what);
  if (refused) return refused;
  await recordEvent(table, call.id, eventBy(asked, "export-downloaded", `${job.id} ${number}`));
  const name = `${call.id}-${names[job.what]}-${number}.zip`;
  return { to: await downloadLink(bucket, { ...volume, name, type: "application/zip" }) };
};
