import * as z from "zod";
import { doneOf, ExportJob } from "#shared/domain/export-job.ts";
import { mayDo } from "#shared/domain/staff-role.ts";
import { fileKinds } from "#shared/exports/files.ts";
import { whats } from "#shared/exports/read.ts";
import { groupsOf } from "#shared/form/columns.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { exportsOf } from "#shared/records/export-jobs.ts";
import type { Table } from "#shared/records/table.ts";
import { staffExportsPage } from "#web/staff/staff-exports-page.tsx";
import { rightTo } from "./rights.ts";

const ToldJob = ExportJob.omit({ applications: true, startedBy: true });

/** From where everything is taken out of a call's records. */
export const showExports = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return { reason: "not-found" };
  const { call, application } = definition;
  const tables = groupsOf(application, asked.language).map(({ key, name }) => ({ key, name }));
  const jobs = mayDo(asked.person, "rule") ? await exportsOf(table, call.id) : [];
  const open = whats.filter((what) => mayDo(asked.person, rightTo[what]));
  return {
    page: () => staffExportsPage(asked, { call, tables, jobs }),
    json: () => ({
      files: open.flatMap((what) => fileKinds.map((kind) => `/staff/calls/${call.id}/${what}.${kind}`)),
      tables: tables.map(({ key }) => key),
      jobs: jobs.map(({ applications, startedBy: _, ...job }) => ({
        ...z.encode(ToldJob, job),
        done: doneOf(job),
        of: applications.length,
      })),
    }),
  };
};
