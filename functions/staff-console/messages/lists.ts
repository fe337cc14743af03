import * as z from "zod";
import { findCall } from "#shared/calls/index.ts";
import { Reconciliation } from "#shared/domain/undelivered.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import { lastReconciliation } from "#shared/records/reconciliations.ts";
import type { Table } from "#shared/records/table.ts";
import { staffUndeliveredPage } from "#web/staff/staff-undelivered-page.tsx";

/** Everybody who has not been reached, as far as was known last night. */
export const listUndelivered = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const call = findCall(asked.params["call"] ?? "")?.call;
  if (!call) return { reason: "not-found" };
  const last = await lastReconciliation(table, call.id);
  await recordEvent(table, call.id, eventBy(asked, "undelivered-listed"));
  return {
    page: () => staffUndeliveredPage(asked, { call, last }),
    json: () => (last ? z.encode(Reconciliation, last) : { count: null, items: [] }),
  };
};
