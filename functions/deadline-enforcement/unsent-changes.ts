import type { Application, Submission } from "#shared/domain/application.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import { type Message, owe } from "#shared/domain/message.ts";
import { differsFrom } from "#shared/domain/standing.ts";
import type { Instant } from "#shared/domain/time.ts";
import { endChange } from "#shared/records/changes.ts";
import { eventBy } from "#shared/records/events.ts";
import { findMessage } from "#shared/records/messages.ts";
import { readSections } from "#shared/records/sections.ts";
import { findSubmission } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { system } from "./notices.ts";
import type { Outcome } from "./once.ts";
import type { Around, Term } from "./terms.ts";

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
  return { at: due.at, message: (await findMessage(table, message.id)) ? undefined : message };
};

/** The revisions that the sections of the submission have now. */
const revisionsNow = async (table: Table, { applicationId, revisions }: Submission) => {
  const sections = await readSections(table, applicationId);
  const stored = new Map(sections.map(({ section, revision }) => [section, revision]));
  return Object.fromEntries(Object.keys(revisions).map((section) => [section, stored.get(section) ?? 0]));
};

/** Ends a change that was not sent before the application's own deadline: what was sent stands, and its owner is told. */
export const endUnsentChange = async (
  { table, at }: Around,
  { deadline }: Term,
  application: Application,
): Promise<Outcome> => {
  const submission = await findSubmission(table, application.id, application.submissions);
  if (!submission) throw new Error(`The last submission of application ${application.id} is missing`);
  const compared = await revisionsNow(table, submission);
  const event = eventBy({ at, person: system }, "change-ended", String(submission.number));
  const due = { application, deadline: lastInstantOf(deadline), at };
  const unsent = differsFrom(submission, compared) ? await unsentOf(table, due, submission) : undefined;
  return (await endChange(table, { application, event, compared, unsent })) === "ended" ? "done" : "not-yet";
};
