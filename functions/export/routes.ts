import { ApplicationQuery, ExportQuery, filtersIn, RegistrationQuery } from "#shared/domain/listing.ts";
import { type FileKind, fileKinds, fileOf } from "#shared/exports/files.ts";
import { readers, type What, whats } from "#shared/exports/read.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer, Route } from "#shared/http/serve.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import type { Table } from "#shared/records/table.ts";
import { showExports } from "./show.ts";

const filtersOf = {
  applications: ApplicationQuery.omit({ page: true }),
  registrations: RegistrationQuery.omit({ page: true }),
  messages: ExportQuery,
  events: ExportQuery,
} as const;

/** What was taken out: `csv 12 level=connect`. The page of the list plays no part in an export. */
const detailOf = (what: What, kind: FileKind, { query }: SignedIn, count = "0"): string =>
  `${kind} ${count} ${filtersIn({ ...filtersOf[what].parse(query), ...ExportQuery.parse(query) })}`.trim();

/** The same choice as the list at the same address, in the language of the request. Who took it out is noted before they get it. */
const takeOut = async (asked: SignedIn, table: Table, what: What, kind: FileKind): Promise<Answer> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return { reason: "not-found" };
  const { language, query } = asked;
  const { csv = "excel", table: one } = ExportQuery.parse(query);
  const all = await readers[what](table, { definition, query, language });
  const file = await fileOf(all, kind, { csv, table: one });
  if (!file) return { reason: "not-found" };
  const { call } = definition;
  const detail = detailOf(what, kind, asked, file.headers["x-written-count"]);
  await recordEvent(table, call.id, eventBy(asked, `${what}-exported`, detail));
  return { ...file, name: `${call.id}-${what}${file.ending}` };
};

export const routes = (table: Table): readonly Route[] => [
  {
    for: "staff",
    method: "GET",
    path: "/staff/calls/{call}/exports",
    answer: (asked) => showExports(asked, table),
  },
  ...whats.flatMap((what) =>
    fileKinds.map(
      (kind): Route => ({
        for: "staff",
        method: "GET",
        path: `/staff/calls/{call}/${what}.${kind}`,
        answer: (asked) => takeOut(asked, table, what, kind),
      }),
    ),
  ),
];
