import type { Application, Submission } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import { asItHoldsFor } from "#shared/domain/call-deadlines.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import { type Message, owe } from "#shared/domain/message.ts";
import { differsFrom } from "#shared/domain/standing.ts";
import { type Instant, isAfter } from "#shared/domain/time.ts";
import { errorFields, log } from "#shared/http/log.ts";
import { endChange } from "#shared/records/changes.ts";
import { eventBy } from "#shared/records/events.ts";
import { isMessageKept } from "#shared/records/messages.ts";
import { readSections } from "#shared/records/sections.ts";
import { findSubmission } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { grace } from "./grace.ts";

interface Due {
  readonly application: Application;
  readonly deadline: Instant;
  readonly at: Instant;
}

const notice = ({ application, deadline, at }: Due, { number, receivedAt }: Submission): Message =>
  owe(
    {
      id: `changes-not-sent.${application.id}.${String(number).padStart(3, "0")}`,
      to: application.owner.email,
      language: application.language,
      content: {
        kind: "changes-not-sent",
        callId: application.callId,
        applicationId: application.id,
        reference: application.reference,
        level: application.level,
        number,
        receivedAt,
        deadline,
      },
    },
    at,
  );

/** What is to be noted and told when the sections differ from what was sent. Somebody who has been told so once, before an extension, is not told again. */
const unsentOf = async (table: Table, due: Due, submission: Submission) => {
  const message = notice(due, submission);
  return { at: due.at, message: (await isMessageKept(table, message.id)) ? undefined : message };
};

const end = async (table: Table, due: Due): Promise<boolean> => {
  const { application, at } = due;
  const [submission, sections] = await Promise.all([
    findSubmission(table, application.id, application.submissions),
    readSections(table, application.id),
  ]);
  if (!submission) throw new Error(`The last submission of application ${application.id} is missing`);
  const stored = new Map(sections.map(({ section, revision }) => [section, revision]));
  const compared = Object.fromEntries(
    Object.keys(submission.revisions).map((section) => [section, stored.get(section) ?? 0]),
  );
  const event = eventBy(
    { at, person: { id: "system", name: "system" } },
    "change-ended",
    String(submission.number),
  );
  const unsent = differsFrom(submission, compared) ? await unsentOf(table, due, submission) : undefined;
  return (await endChange(table, { application, event, compared, unsent })) === "ended";
};

const tryToEnd = async (table: Table, due: Due): Promise<boolean> => {
  try {
    return await end(table, due);
  } catch (error) {
    log("change.not-ended", { level: "ERROR", applicationId: due.application.id, ...errorFields(error) });
    return false;
  }
};

/** Ends the changes that were not sent before each application's own deadline: what was sent stands, and its owner is told. False when some are left for another run. */
export const endUnsentChanges = async (
  table: Table,
  call: Call,
  applications: readonly Application[],
  at: Instant,
): Promise<boolean> => {
  let allDone = true;
  for (const application of applications) {
    if (!application.changingSince) continue;
    const deadline = lastInstantOf(asItHoldsFor(call, application).levels[application.level].deadline);
    if (isAfter(deadline.add(grace), at)) continue;
    allDone = (await tryToEnd(table, { application, deadline, at })) && allDone;
  }
  return allDone;
};
