import type { Application } from "#shared/domain/application.ts";
import { type Call, Level } from "#shared/domain/call.ts";
import { asItHoldsFor } from "#shared/domain/call-deadlines.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import { type Message, owe } from "#shared/domain/message.ts";
import { type Instant, InstantText, isAfter } from "#shared/domain/time.ts";
import { errorFields, log } from "#shared/http/log.ts";
import { applicationsOfCall, findApplication } from "#shared/records/applications.ts";
import { isDone, markDone } from "#shared/records/done.ts";
import { eventBy } from "#shared/records/events.ts";
import { expire } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { grace } from "./grace.ts";
import { endUnsentChanges } from "./unsent-changes.ts";

const notice = (application: Application, deadline: Instant, at: Instant): Message =>
  owe(
    {
      // With the deadline: a draft that was opened again can expire again.
      id: `draft-expired.${application.id}.${deadline.epochMilliseconds}`,
      to: application.owner.email,
      language: application.language,
      content: {
        kind: "draft-expired",
        callId: application.callId,
        applicationId: application.id,
        reference: application.reference,
        level: application.level,
        deadline,
      },
    },
    at,
  );

export const system = { id: "system", name: "system" };

/** Marks one draft and writes its holder, both or neither. One that was sent meanwhile is left alone; one that is still a draft asks for another run. */
export const expireDraft = async (
  table: Table,
  application: Application,
  deadline: Instant,
  at: Instant,
): Promise<boolean> => {
  const event = eventBy({ at, person: system }, "application-expired");
  try {
    const message = notice(application, deadline, at);
    if ((await expire(table, { application, event, message })) === "expired") return true;
    return (await findApplication(table, application.id))?.state !== "draft";
  } catch (error) {
    log("expire.failed", { level: "ERROR", applicationId: application.id, ...errorFields(error) });
    return false;
  }
};

/** Whoever has an extension is looked after when that ends. */
const hasLonger = (application: Application, call: Call): boolean =>
  asItHoldsFor(call, application).levels[application.level].extended !== undefined;

const closeLevel = async (table: Table, call: Call, level: Level, at: Instant): Promise<boolean> => {
  const deadline = lastInstantOf(call.levels[level].deadline);
  if (isAfter(deadline.add(grace), at)) return true;
  const action = `drafts-expired.${level}.${InstantText.encode(deadline)}`;
  if (await isDone(table, call.id, action)) return true;
  const applications = (await applicationsOfCall(table, call.id)).filter((one) => one.level === level);
  const drafts = applications.filter((one) => one.state === "draft" && !hasLonger(one, call));
  let allDone = await endUnsentChanges(table, call, applications, at);
  for (const draft of drafts) allDone = (await expireDraft(table, draft, deadline, at)) && allDone;
  if (allDone) await markDone(table, call.id, action);
  log("level.closed", { callId: call.id, level, drafts: drafts.length, allDone });
  return allDone;
};

/** Compares what should be done by `at` with what is marked done and does the rest. Right whenever it runs; throwing asks for another run. */
export const enforceDeadlines = async (table: Table, calls: readonly Call[], at: Instant): Promise<void> => {
  let allDone = true;
  for (const call of calls)
    for (const level of Level.options) allDone = (await closeLevel(table, call, level, at)) && allDone;
  if (!allDone) throw new Error("Some drafts could not be marked as expired");
};
