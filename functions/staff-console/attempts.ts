import * as z from "zod";
import { Attempt } from "#shared/domain/attempt.ts";
import { attemptHolds } from "#shared/domain/choosing.ts";
import { AttemptQuery, filtersIn } from "#shared/domain/listing.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { findApplications } from "#shared/records/applications.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import { pageOfAttempts } from "#shared/records/list-by-time.ts";
import type { Table } from "#shared/records/table.ts";
import { staffAttemptsPage } from "#web/staff/staff-attempts-page.tsx";
import { given, sidesOf } from "./lists.ts";

/** Every attempt to send an application to a call that was refused or failed, the last first. */
export const listAttempts = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return { reason: "not-found" };
  const { call, application: form } = definition;
  const query = AttemptQuery.parse(asked.query);
  const page = await pageOfAttempts(table, call.id, { holds: attemptHolds(query), turn: query });
  await recordEvent(table, call.id, eventBy(asked, "attempts-listed", filtersIn(query)));
  const applications = await findApplications(
    table,
    page.items.map(({ applicationId }) => applicationId),
  );
  return {
    page: () => staffAttemptsPage(asked, { call, form, page, applications, filters: given(query) }),
    json: () => ({
      items: page.items.map((one) => z.encode(Attempt, one)),
      ...sidesOf(asked, page),
    }),
  };
};
