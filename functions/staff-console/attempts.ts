import * as z from "zod";
import { Attempt, refusedIn } from "#shared/domain/attempt.ts";
import { AttemptQuery, chooseAttempts, filtersIn, pageOf } from "#shared/domain/listing.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { findApplications } from "#shared/records/applications.ts";
import { attemptsOfCall } from "#shared/records/attempts.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import type { Table } from "#shared/records/table.ts";
import { staffAttemptsPage } from "#web/staff/staff-attempts-page.tsx";
import { given, nextOf } from "./lists.ts";

/** Every attempt to send an application to a call that was refused or failed, the last first. */
export const listAttempts = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return { reason: "not-found" };
  const { call, application: form } = definition;
  const query = AttemptQuery.parse(asked.query);
  const all = await attemptsOfCall(table, call.id);
  const { items, page, pages, total } = pageOf(chooseAttempts(all, query), query.page);
  await recordEvent(table, call.id, eventBy(asked, "attempts-listed", filtersIn(query)));
  const applications = await findApplications(
    table,
    items.map(({ applicationId }) => applicationId),
  );
  return {
    page: () =>
      staffAttemptsPage(asked, {
        call,
        form,
        attempts: items,
        applications,
        outcomes: [...new Set(refusedIn(all).map(({ outcome }) => outcome))].toSorted(),
        total,
        pages,
        filters: { ...given({ outcome: query.outcome }), page },
      }),
    json: () => ({
      items: items.map((one) => z.encode(Attempt, one)),
      total,
      next: nextOf(asked, page, pages),
    }),
  };
};
