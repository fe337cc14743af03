import * as z from "zod";
import { countiesOf } from "#shared/calls/facts.ts";
import { Application } from "#shared/domain/application.ts";
import {
  chooseRegistrations,
  readingOfApplications,
  readingOfRegistrations,
} from "#shared/domain/choosing.ts";
import { ApplicationQuery, ColumnQuery, filtersIn, RegistrationQuery } from "#shared/domain/listing.ts";
import { totalOfApplications, totalOfRegistrations } from "#shared/domain/numbers.ts";
import type { Page } from "#shared/domain/paging.ts";
import { PublicRegistration } from "#shared/domain/registration.ts";
import { countRegistrations } from "#shared/domain/registration-counts.ts";
import { caseOfficersAmong } from "#shared/domain/staff-member.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { type CallInForce, findCallInForce } from "#shared/records/calls.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import { pageOfApplications, pageOfRegistrations } from "#shared/records/lists.ts";
import { readNumbers } from "#shared/records/numbers.ts";
import { registrationsOfCall } from "#shared/records/registrations.ts";
import { staffMembers } from "#shared/records/staff.ts";
import type { Table } from "#shared/records/table.ts";
import { staffApplicationsPage } from "#web/staff/staff-applications-page.tsx";
import { staffRegistrationsPage } from "#web/staff/staff-registrations-page.tsx";

/** Left out where empty, as the address leaves it out. */
export const given = <Query extends object>(query: Query) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ""));

const turnedTo = (asked: SignedIn, turn: "after" | "before", place: string | undefined): string | null => {
  if (place === undefined) return null;
  const address = new URL(asked.path, "https://own.invalid");
  for (const name of ["after", "before"]) address.searchParams.delete(name);
  address.searchParams.set(turn, place);
  return address.pathname + address.search;
};

/** Where the pages on either side are, for programs. */
export const sidesOf = (asked: SignedIn, { next, previous, isCutShort }: Page<unknown>) => ({
  next: turnedTo(asked, "after", next),
  previous: turnedTo(asked, "before", previous),
  cutShort: isCutShort,
});

/** How many there are in all, when the page shows it: it begins at the beginning and there is no more. */
export const totalOf = ({ items, next, previous, isCutShort }: Page<unknown>): number | undefined =>
  next === undefined && previous === undefined && !isCutShort ? items.length : undefined;

export const listApplications = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return { reason: "not-found" };
  const { call } = definition;
  const query = ApplicationQuery.parse(asked.query);
  const reading = readingOfApplications(query, { person: asked.person, timeZone: call.timeZone });
  const [page, numbers, staff] = await Promise.all([
    pageOfApplications(table, call.id, reading, query),
    readNumbers(table, call.id),
    staffMembers(table),
  ]);
  const total = totalOf(page) ?? totalOfApplications(numbers, query);
  await recordEvent(table, call.id, eventBy(asked, "applications-listed", filtersIn(query)));
  return {
    page: () =>
      staffApplicationsPage(asked, {
        ...{ call, page, total, counties: countiesOf(definition), filters: given(query) },
        officers: caseOfficersAmong(staff, asked.at),
        columns: ColumnQuery.parse(asked.query).columns,
      }),
    json: () => ({
      items: page.items.map((one) => z.encode(Application, one)),
      total: total ?? null,
      ...sidesOf(asked, page),
    }),
  };
};

/** So many can be counted by organisation while somebody waits. */
const mostCounted = 2000;

/** By day and by organisation, of those that the query chooses; nothing when there are too many to look through. */
const countsOf = async (table: Table, { call }: CallInForce, query: RegistrationQuery, all: number) =>
  all > mostCounted
    ? undefined
    : countRegistrations(
        chooseRegistrations(await registrationsOfCall(table, call.id), query),
        call.timeZone,
      );

const wantsCounts = z.object({ counts: z.literal("shown") });

export const listRegistrations = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return { reason: "not-found" };
  const { call } = definition;
  const query = RegistrationQuery.parse(asked.query);
  const [page, numbers] = await Promise.all([
    pageOfRegistrations(table, call.id, readingOfRegistrations(query), query),
    readNumbers(table, call.id),
  ]);
  const all = totalOfRegistrations(numbers, {}) ?? 0;
  const total = totalOf(page) ?? totalOfRegistrations(numbers, query);
  const isCounted = wantsCounts.safeParse(asked.query).success;
  const counts = isCounted ? await countsOf(table, definition, query, all) : undefined;
  await recordEvent(table, call.id, eventBy(asked, "registrations-listed", filtersIn(query)));
  return {
    page: () =>
      staffRegistrationsPage(asked, {
        ...{ call, page, total, filters: given(query) },
        counting: { isAsked: isCounted, counts, most: mostCounted },
      }),
    json: () => ({
      items: page.items.map((one) => z.encode(PublicRegistration, one)),
      counts,
      total: total ?? null,
      ...sidesOf(asked, page),
    }),
  };
};
