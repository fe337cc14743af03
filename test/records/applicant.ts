import { randomUUID } from "node:crypto";
import type { Application, Revisions, SavedSection } from "#shared/domain/application.ts";
import { instant } from "#shared/domain/time.ts";
import { historyOf } from "#shared/records/history.ts";
import { messagesOf } from "#shared/records/messages.ts";
import { readSections, saveSection } from "#shared/records/sections.ts";
import { expire, submissionsOf, submit, withdraw } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { begin, kept } from "../support/begun.ts";
import { aMessage, anApplication, anEvent, aSection, aSubmission, sentEvent } from "../support/builders.ts";

export const withdrawalAt = instant("2024-06-20T13:00:00.000Z");

/** The id of a message that tells of nothing else in the test. */
const anotherMessage = (application: Application) =>
  aMessage(application, { id: aMessage(anApplication()).id });

/** All that goes into a submission after a review of these revisions. */
export const submissionOf = (
  application: Application,
  reviewed: Revisions = { applicant: 1, budget: 0 },
  idempotencyKey: string = randomUUID(),
) => ({
  application,
  submission: aSubmission(application, { revisions: reviewed, idempotencyKey }),
  event: sentEvent(application, instant("2024-06-20T12:00:00.000Z")),
  message: aMessage(application),
  reviewed,
});

/** What an applicant does, straight on the records. */
export const applicantAt = (table: Table) => {
  const start = (given: Partial<Application> = {}) => begin(table, given);
  const stored = (application: Application) => kept(table, application);
  const save = (application: Application, given: Partial<SavedSection> = {}) =>
    saveSection(table, { application, section: aSection(given) });
  return {
    start,
    stored,
    save,
    /** A draft with one section saved. */
    draft: async (): Promise<Application> => {
      const application = await start();
      await save(application);
      return application;
    },
    send: (application: Application, reviewed?: Revisions, key?: string) =>
      submit(table, submissionOf(application, reviewed, key)),
    takeBack: (application: Application) =>
      withdraw(table, {
        application,
        at: withdrawalAt,
        event: anEvent({ what: "application-withdrawn", at: withdrawalAt }),
        message: anotherMessage(application),
      }),
    missDeadline: (application: Application) =>
      expire(table, {
        application,
        event: anEvent({ what: "application-expired" }),
        messages: [anotherMessage(application)],
      }),
    /** Everything that is known of an application. */
    traces: async (application: Application) => ({
      application: await stored(application),
      sections: await readSections(table, application.id),
      submissions: await submissionsOf(table, application.id),
      messages: await messagesOf(table, application.id),
      history: (await historyOf(table, application.id)).map(({ what }) => what),
    }),
  };
};
