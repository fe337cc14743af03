import { randomUUID } from "node:crypto";
import * as z from "zod";
import {
  canBeHad,
  ExportId,
  type ExportJob,
  readFor,
  TableChoice,
  untilOf,
} from "#shared/domain/export-job.ts";
import { ApplicationQuery } from "#shared/domain/listing.ts";
import { Language } from "#shared/domain/text.ts";
import { countOf } from "#shared/exports/whole.ts";
import { type Bucket, downloadLink } from "#shared/files/bucket.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
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

type Asked = z.infer<typeof Wanted>;

/** What to make of what was asked for, and how an event tells of it. */
const chosen = (asked: SignedIn, wanted: Asked, expected: number) => {
  const { language } = asked;
  if (wanted.what === "folders") {
    const { level } = ApplicationQuery.parse(asked.body);
    return {
      choice: { what: wanted.what, language, ...(level && { level }) },
      detail: detailOf(wanted.what, { kind: "zip", query: { level }, count: expected }),
    };
  }
  const { lang = language, ...table } = wanted;
  const query = filtersOfJob(table.what, asked.body);
  return {
    choice: { ...table, language: lang, query },
    detail: detailOf(table.what, { kind: table.kind, query, count: expected }),
  };
};

/** Starts an export that is made in the background. */
export const startJob = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return { reason: "not-found" };
  const wanted = Wanted.safeParse(asked.body);
  if (!wanted.success) return { reason: "malformed-request" };
  const { what } = wanted.data;
  const refused = refusalOf(asked.person, what);
  if (refused) return refused;
  const until = untilOf({ startedAt: asked.at });
  const expected = await countOf(table, readFor(wanted.data), { definition, until });
  const { choice, detail } = chosen(asked, wanted.data, expected);
  const { id, name, email } = asked.person;
  const job: ExportJob = {
    ...{ id: ExportId.parse(randomUUID()), callId: definition.call.id, startedAt: asked.at },
    ...{ startedBy: { id, name, email }, expected, volumes: [], ...choice },
  };
  await startExport(
    table,
    job,
    eventBy(asked, `${what === "folders" ? "submissions" : what}-exported`, detail),
  );
  const to = `/staff/calls/${job.callId}/exports?lang=${asked.language}#export-jobs`;
  return { to, json: { status: 202, body: { id: job.id, expected } } };
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
