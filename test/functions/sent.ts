import type { Application } from "#shared/domain/application.ts";
import { submit } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { aMessage, anEvent, aSubmission } from "../support/builders.ts";

/** Keeps a submission of these answers, as sending them would. */
export const keepSent = async (
  table: Table,
  application: Application,
  answers?: Readonly<Record<string, unknown>>,
): Promise<void> => {
  await submit(table, {
    application,
    submission: aSubmission(application, { ...(answers && { answers }), revisions: {} }),
    reviewed: {},
    event: anEvent(),
    message: aMessage(application),
  });
};
