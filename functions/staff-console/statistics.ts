import * as z from "zod";
import { Event } from "#shared/domain/event.ts";
import { atRisk, CallNumbers } from "#shared/domain/numbers.ts";
import { mayDo } from "#shared/domain/staff-role.ts";
import { InstantText } from "#shared/domain/time.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { staffEvents } from "#shared/records/events.ts";
import { readNumbers } from "#shared/records/numbers.ts";
import { lastReconciliation } from "#shared/records/reconciliations.ts";
import type { Table } from "#shared/records/table.ts";
import { staffStatisticsPage } from "#web/staff/staff-statistics-page.tsx";

const mostEvents = 10;

/** Reads sums alone, never the records, so it costs the same at 100 as at 1,000,000. */
export const showStatistics = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const call = (await findCallInForce(table, asked.params["call"]))?.call;
  if (!call) return { reason: "not-found" };
  const [numbers, reconciliation, events] = await Promise.all([
    readNumbers(table, call.id),
    lastReconciliation(table, call.id),
    mayDo(asked.person, "rule") ? staffEvents(table, call.id, mostEvents) : undefined,
  ]);
  const risk = atRisk(call, numbers, asked.at);
  const undelivered = reconciliation?.count;
  return {
    page: () => staffStatisticsPage(asked, { call, numbers, atRisk: risk, undelivered, events }),
    json: () => ({
      ...z.encode(CallNumbers, numbers),
      atRisk: risk.map((one) => ({ ...one, deadline: InstantText.encode(one.deadline) })),
      undelivered,
      events: events?.map((event) => z.encode(Event, event)),
    }),
  };
};
