import { factsOf } from "#shared/calls/facts.ts";
import type { CallDefinition } from "#shared/calls/index.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { accept, type Result, refuse } from "#shared/domain/result.ts";
import { encode } from "#shared/form/answers.ts";
import { carry } from "#shared/form/carry.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Carried } from "#shared/records/applications.ts";
import { eventBy } from "#shared/records/events.ts";
import { type OwnApplication, openApplication } from "#shared/records/own-application.ts";
import { readSections } from "#shared/records/sections.ts";
import { findSubmission } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";

/** What is written in it, or what was sent when nothing of that is left. */
const answersIn = async (table: Table, { application, definition }: OwnApplication): Promise<AnyRecord> => {
  const saved = await readSections(table, application.id);
  if (saved.length > 0 || application.submissions === 0)
    return Object.fromEntries(saved.map(({ section, answers }) => [section, answers]));
  const sent = await findSubmission(table, application.id, application.submissions);
  return sent ? encode(definition.application, sent.answers) : {};
};

/** What a new application begins with: the answers of an earlier one of one's own, the names that lists show, and that it is so. */
export const carriedFrom = async (
  asked: SignedIn,
  table: Table,
  { from, to }: { readonly from: string | undefined; readonly to: CallDefinition },
): Promise<Result<Carried | undefined, Refusal>> => {
  if (!from) return accept(undefined);
  const opened = await openApplication(table, from, asked.person.id, "decide");
  if (!opened.ok) return refuse({ reason: "not-found" });
  const { application, definition } = opened.value;
  const draft = carry(definition.application, to.application, await answersIn(table, opened.value));
  return accept({
    facts: factsOf(to, draft),
    sections: Object.entries(draft).map(([section, answers]) => ({
      section,
      revision: 1,
      answers,
      savedAt: asked.at,
      savedBy: asked.person.name,
    })),
    event: eventBy(asked, "answers-carried", application.reference),
  });
};
