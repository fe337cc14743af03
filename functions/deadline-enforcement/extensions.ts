import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import { asItHoldsFor } from "#shared/domain/call-deadlines.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import { type Instant, isAfter } from "#shared/domain/time.ts";
import { log } from "#shared/http/log.ts";
import { extensionsDue, settleExtension } from "#shared/records/extensions.ts";
import type { Table } from "#shared/records/table.ts";
import { expireDraft } from "./enforce.ts";
import { grace } from "./grace.ts";
import { endUnsentChanges } from "./unsent-changes.ts";

const mostPerRun = 500;

/** A draft expires and a change ends, unless the call's own deadline has become later still; what was sent or withdrawn is as it is. */
const end = async (
  table: Table,
  calls: readonly Call[],
  application: Application,
  at: Instant,
): Promise<boolean> => {
  const call = calls.find(({ id }) => id === application.callId);
  if (call && application.state === "draft") {
    const deadline = lastInstantOf(asItHoldsFor(call, application).levels[application.level].deadline);
    if (!isAfter(deadline.add(grace), at)) return expireDraft(table, application, deadline, at);
  }
  if (call && !(await endUnsentChanges(table, call, [application], at))) return false;
  await settleExtension(table, application);
  return true;
};

/** Looks after applications whose extension has ended. Says whether that was all. */
export const endExtensions = async (table: Table, calls: readonly Call[], at: Instant): Promise<boolean> => {
  const due = await extensionsDue(table, at.subtract(grace), mostPerRun);
  let ended = 0;
  for (const application of due) if (await end(table, calls, application, at)) ended += 1;
  if (due.length > 0) log("extensions.ended", { due: due.length, ended });
  return ended === due.length && due.length < mostPerRun;
};
