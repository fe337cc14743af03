import * as z from "zod";
import { Application } from "#shared/domain/application.ts";
import {
  ApplicationQuery,
  chooseApplications,
  chooseRegistrations,
  filtersIn,
  pageOf,
  RegistrationQuery,
} from "#shared/domain/listing.ts";
import { PublicRegistration } from "#shared/domain/registration.ts";
import { countRegistrations } from "#shared/domain/registration-counts.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { applicationsOfCall } from "#shared/records/applications.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import { registrationsOfCall } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { staffApplicationsPage } from "#web/staff/staff-applications-page.tsx";
import { staffRegistrationsPage } from "#web/staff/staff-registrations-page.tsx";

/** Left out where empty, as the address leaves it out. */
export const given = <Query extends object>(query: Query) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ""));

/** Where the next page is. */
export const nextOf = (asked: SignedIn, page: number, pages: number): string | null => {
  if (page >= pages) return null;
  const address = new URL(asked.path, "https://own.invalid");
  address.searchParams.set("page", String(page + 1));
  return address.pathname + address.search;
};

export const listApplications = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const call = (await findCallInForce(table, asked.params["call"]))?.call;
  if (!call) return { reason: "not-found" };
  const query = ApplicationQuery.parse(asked.query);
  const { items, page, pages, total } = pageOf(
    chooseApplications(await applicationsOfCall(table, call.id), query),
    query.page,
  );
  await recordEvent(table, call.id, eventBy(asked, "applications-listed", filtersIn(query)));
  return {
    page: () =>
      staffApplicationsPage(asked, {
        call,
        applications: items,
        total,
        pages,
        filters: { ...given({ ...query, page: "" }), page },
      }),
    json: () => ({
      items: items.map((one) => z.encode(Application, one)),
      total,
      next: nextOf(asked, page, pages),
    }),
  };
};

export const listRegistrations = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const call = (await findCallInForce(table, asked.params["call"]))?.call;
  if (!call) return { reason: "not-found" };
  const query = RegistrationQuery.parse(asked.query);
  const chosen = chooseRegistrations(await registrationsOfCall(table, call.id), query);
  const { items, page, pages, total } = pageOf(chosen, query.page);
  const counts = countRegistrations(chosen, call.timeZone);
  await recordEvent(table, call.id, eventBy(asked, "registrations-listed", filtersIn(query)));
  return {
    page: () =>
      staffRegistrationsPage(asked, {
        call,
        registrations: items,
        counts,
        total,
        pages,
        filters: { ...given({ ...query, page: "" }), page },
      }),
    json: () => ({
      items: items.map((one) => z.encode(PublicRegistration, one)),
      counts,
      total,
      next: nextOf(asked, page, pages),
    }),
  };
};
