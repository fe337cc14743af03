import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { ApplicationId } from "#shared/domain/application.ts";
import { Attempt } from "#shared/domain/attempt.ts";
import type { CallId } from "#shared/domain/call.ts";
import type { Instant } from "#shared/domain/time.ts";
import { callKeyOf } from "./index-keys.ts";
import { readAll, readListing } from "./reads.ts";
import { between, sortPrefixes, timeSort } from "./sort-keys.ts";
import { ifItHolds, type Table } from "./table.ts";
import { keys } from "./table-keys.ts";
import { absent, put } from "./writes.ts";

/** Keeps what became of a request to send. The first that is kept of a request stands. */
export const keepAttempt = async (table: Table, attempt: Attempt): Promise<void> => {
  const { applicationId, callId, at, requestId } = attempt;
  const item = {
    ...z.encode(Attempt, attempt),
    ...keys.attempt(applicationId, at, requestId),
    item: "attempt",
    callKey: callKeyOf(callId, "ATTEMPTS", requestId),
    callSort: timeSort(at, requestId),
  };
  await ifItHolds(() => table.client.send(new PutItemCommand(put(table, item, absent))));
};

/** Every attempt to send an application, the first first. */
export const attemptsOf = async (table: Table, id: ApplicationId): Promise<Attempt[]> => {
  const items = await readAll(table, {
    key: keys.application(id).pk,
    sort: { beginsWith: sortPrefixes.attempt },
  });
  return items.map((item) => Attempt.parse(item));
};

/** Attempts to send applications to a call, the last first: all of them, or those of an interval with both its ends. */
export const attemptsOfCall = async (
  table: Table,
  callId: CallId,
  interval?: { readonly from: Instant; readonly until: Instant },
): Promise<Attempt[]> => {
  const items = await readListing(table, callId, "ATTEMPTS", {
    newestFirst: true,
    ...(interval && { sort: { between: between(interval.from, interval.until) } }),
  });
  return items.map((item) => Attempt.parse(item));
};
