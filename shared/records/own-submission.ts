import * as z from "zod";
import type { Submission } from "#shared/domain/application.ts";
import type { PersonId } from "#shared/domain/person.ts";
import { type OwnApplication, openApplication } from "./own-application.ts";
import { type KeptReceipt, receiptsOf } from "./receipts.ts";
import { findSubmission } from "./submissions.ts";
import type { Table } from "./table.ts";

export interface OwnSubmission {
  readonly own: OwnApplication;
  readonly submission: Submission;
  /** Of all that has been sent of the application, this one too, the first first. */
  readonly receipts: readonly KeptReceipt[];
}

const SubmissionNumber = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number);

/** One submission for whoever may see the application: the one of this number, or the last when no number is said. */
export const openSubmission = async (
  table: Table,
  asked: { readonly id: string | undefined; readonly person: PersonId; readonly number: string | undefined },
): Promise<OwnSubmission | undefined> => {
  const opened = await openApplication(table, asked.id, asked.person, "see");
  if (!opened.ok) return undefined;
  const own = opened.value;
  const said = SubmissionNumber.safeParse(asked.number ?? String(own.application.submissions));
  if (!said.success) return undefined;
  const [submission, receipts] = await Promise.all([
    findSubmission(table, own.application.id, said.data),
    receiptsOf(table, own.application),
  ]);
  return submission && { own, submission, receipts };
};
