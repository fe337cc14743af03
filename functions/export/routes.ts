import {
  ApplicationQuery,
  chooseApplications,
  chooseRegistrations,
  filtersIn,
  RegistrationQuery,
} from "#shared/domain/listing.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer, Route } from "#shared/http/serve.ts";
import { applicationsOfCall } from "#shared/records/applications.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import { registrationsOfCall } from "#shared/records/registrations.ts";
import { latestSubmissions } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { type FileKind, fileKinds, fileOf } from "./files.ts";
import { applicationSheets, registrationSheet } from "./sheets.ts";

/** What was taken out: `csv 12 level=connect`. The page of the list plays no part in an export. */
const detailOf = (
  kind: FileKind,
  count: number,
  { page: _, ...filters }: { readonly page: number },
): string => `${kind} ${count} ${filtersIn(filters)}`.trim();

/** The same choice as the list at the same address; the submissions are counted, so that none can be left out unseen. */
const exportApplications = async (asked: SignedIn, table: Table, kind: FileKind): Promise<Answer> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return { reason: "not-found" };
  const { call } = definition;
  const query = ApplicationQuery.parse(asked.query);
  const chosen = chooseApplications(await applicationsOfCall(table, call.id), query);
  const submissions = await latestSubmissions(table, chosen);
  const all = applicationSheets(definition, chosen, submissions, asked.language);
  const file = await fileOf(all, kind, { name: `${call.id}-applications`, expected: chosen.length });
  await recordEvent(
    table,
    call.id,
    eventBy(asked, "applications-exported", detailOf(kind, chosen.length, query)),
  );
  return file;
};

const exportRegistrations = async (asked: SignedIn, table: Table, kind: FileKind): Promise<Answer> => {
  const call = (await findCallInForce(table, asked.params["call"]))?.call;
  if (!call) return { reason: "not-found" };
  const query = RegistrationQuery.parse(asked.query);
  const chosen = chooseRegistrations(await registrationsOfCall(table, call.id), query);
  const all = [registrationSheet(chosen)] as const;
  const file = await fileOf(all, kind, { name: `${call.id}-registrations`, expected: chosen.length });
  await recordEvent(
    table,
    call.id,
    eventBy(asked, "registrations-exported", detailOf(kind, chosen.length, query)),
  );
  return file;
};

export const routes = (table: Table): readonly Route[] =>
  fileKinds.flatMap((kind): Route[] => [
    {
      for: "staff",
      method: "GET",
      path: `/staff/calls/{call}/applications.${kind}`,
      answer: (asked) => exportApplications(asked, table, kind),
    },
    {
      for: "staff",
      method: "GET",
      path: `/staff/calls/{call}/registrations.${kind}`,
      answer: (asked) => exportRegistrations(asked, table, kind),
    },
  ]);
