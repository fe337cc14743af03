import * as z from "zod";
import { type ExportJob, TableJob, type What } from "#shared/domain/export-job.ts";
import { ApplicationQuery, ExportQuery, filtersIn, RegistrationQuery } from "#shared/domain/listing.ts";
import type { FileKind } from "#shared/exports/files.ts";

const filtersOf = {
  applications: ApplicationQuery,
  registrations: RegistrationQuery,
  messages: ExportQuery,
  events: ExportQuery,
  folders: ApplicationQuery.pick({ level: true }),
} as const satisfies Record<ExportJob["what"], object>;

interface Taken {
  readonly kind: FileKind | "zip";
  readonly query: object;
  readonly count: number | string;
}

/** What was taken out: `csv 12 level=connect`. The page of the list plays no part in an export. */
export const detailOf = (what: ExportJob["what"], { kind, query, count }: Taken): string =>
  `${kind} ${count} ${filtersIn({ ...filtersOf[what].parse(query), ...ExportQuery.parse(query) })}`.trim();

const filtersOfJobs = {
  applications: ApplicationQuery.omit({ sort: true, after: true, before: true }),
  registrations: RegistrationQuery.omit({ after: true, before: true }),
  messages: z.object({}),
  events: z.object({}),
} as const satisfies Record<What, object>;

/** What a job remembers of a query: its filters, since what is made in pieces has an order of its own. */
export const filtersOfJob = (what: What, query: object): TableJob["query"] => {
  const given = Object.entries(filtersOfJobs[what].parse(query)).filter(([, value]) => value);
  return TableJob.shape.query.parse(Object.fromEntries(given));
};
