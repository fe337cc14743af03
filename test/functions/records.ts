import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import type { Application } from "#shared/domain/application.ts";
import type { Level } from "#shared/domain/call.ts";
import { instant } from "#shared/domain/time.ts";
import { check } from "#shared/form/check.ts";
import { formFor } from "#shared/form/levels.ts";
import { saveSection } from "#shared/records/sections.ts";
import { submit } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { completeDraft } from "../support/answers.ts";
import { begin, kept } from "../support/begun.ts";
import { aMessage, aSection, aSubmission, sentEvent } from "../support/builders.ts";

/** A draft with something typed in it that nobody but its owner may read. */
export const keepDraft = async (table: Table, given: Partial<Application> = {}): Promise<Application> => {
  const application = await begin(table, given);
  await saveSection(table, { application, section: aSection({ answers: { organisation: "Hemmelig AS" } }) });
  return application;
};

const answersOf = (level: Level, organisation: string) => {
  const draft = completeDraft(level);
  const checked = check(formFor(nic2024.application, level), {
    ...draft,
    applicant: { ...draft["applicant"], organisation },
  });
  if (!checked.ok) throw new Error(`The sample cannot be sent: ${checked.problems[0]?.pointer}`);
  return checked.answers;
};

/** An application sent with every answer given, on 20 June 2024 at 14.00 Oslo unless told. */
export const keepSubmitted = async (
  table: Table,
  given: Partial<Application> & { readonly at?: string } = {},
): Promise<Application> => {
  const { at = "2024-06-20T12:00:00.000Z", ...facts } = given;
  const organisation = facts.organisation ?? "Eksempelklyngen SA";
  const application = await begin(table, { cluster: "Eksempelklyngen", ...facts, organisation });
  const answers = answersOf(application.level, organisation);
  const submission = aSubmission(application, { answers, revisions: {}, receivedAt: instant(at) });
  const event = sentEvent(application, instant(at));
  await submit(table, { application, submission, reviewed: {}, event, message: aMessage(application) });
  return kept(table, application);
};
