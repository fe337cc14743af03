import * as z from "zod";
import type { CallDefinition } from "#shared/calls/index.ts";
import { doneOf, type ExportJob, FolderJob, hasStopped, TableJob, What } from "#shared/domain/export-job.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { mayDo } from "#shared/domain/staff-role.ts";
import { fileKinds } from "#shared/exports/files.ts";
import { isTooMuch } from "#shared/exports/whole.ts";
import { groupsOf } from "#shared/form/columns.ts";
import { noticeOf } from "#shared/http/refusal-words.ts";
import type { Page } from "#shared/http/reply.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { exportsOf } from "#shared/records/export-jobs.ts";
import type { Table } from "#shared/records/table.ts";
import { staffExportsPage } from "#web/staff/staff-exports-page.tsx";
import { rightTo } from "./rights.ts";

const hidden = { startedBy: true } as const;
const ToldJob = z.discriminatedUnion("what", [FolderJob.omit(hidden), TableJob.omit(hidden)]);

const toldOf = (job: ExportJob, { at }: SignedIn) => ({
  ...z.encode(ToldJob, job),
  ...{ done: doneOf(job), of: job.expected, hasStopped: hasStopped(job, at) },
});

/** What can be taken out by who asks, what of it is too much for one answer, and what has been made or is being made. */
const readExports = async (asked: SignedIn, table: Table, definition: CallDefinition) => {
  const { call, application } = definition;
  const tables = groupsOf(application, asked.language).map(({ key, name }) => ({ key, name }));
  const open = What.options.filter((what) => mayDo(asked.person, rightTo[what]));
  const [all, large] = await Promise.all([
    exportsOf(table, call.id),
    Promise.all(open.map((what) => isTooMuch(table, what, { definition, until: asked.at }))),
  ]);
  const jobs = all.filter(({ what }) => mayDo(asked.person, rightTo[what]));
  return { call, tables, jobs, open, large: open.filter((_, i) => large[i]) };
};

/** The page, with why something was refused. */
export const exportsPage = async (
  asked: SignedIn,
  table: Table,
  refusal?: Refusal,
): Promise<(() => Page) | undefined> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return undefined;
  const props = await readExports(asked, table, definition);
  return () => staffExportsPage(asked, { ...props, notice: noticeOf(refusal, asked.language) });
};

/** From where everything is taken out of a call's records. */
export const showExports = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return { reason: "not-found" };
  const props = await readExports(asked, table, definition);
  const { call, open, tables, jobs, large } = props;
  return {
    page: () => staffExportsPage(asked, props),
    json: () => ({
      files: open.flatMap((what) => fileKinds.map((kind) => `/staff/calls/${call.id}/${what}.${kind}`)),
      tables: tables.map(({ key }) => key),
      tooMuchAtOnce: large,
      jobs: jobs.map((job) => toldOf(job, asked)),
    }),
  };
};
