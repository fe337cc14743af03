import type { Submission } from "#shared/domain/application.ts";
import { InstantText } from "#shared/domain/time.ts";
import { encode } from "#shared/form/answers.ts";
import { formFor } from "#shared/form/levels.ts";
import { summary } from "#shared/form/summary.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { type OwnApplication, openApplication } from "#shared/records/own-application.ts";
import { findSubmission } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { receiptPage } from "#web/pages/receipt-page.tsx";

const lastSent = async (asked: SignedIn, table: Table) => {
  const opened = await openApplication(table, asked.params["id"], asked.person.id, "see");
  if (!opened.ok || opened.value.application.submissions === 0) return undefined;
  const own = opened.value;
  const submission = await findSubmission(table, own.application.id, own.application.submissions);
  return submission && { own, submission };
};

/** All that a submission is, to be kept by the one who sent it. */
const receiptJson = ({ own, submission }: { own: OwnApplication; submission: Submission }) => ({
  reference: submission.reference,
  number: submission.number,
  call: own.application.callId,
  level: submission.level,
  state: own.application.state,
  receivedAt: InstantText.encode(submission.receivedAt),
  deadline: InstantText.encode(submission.deadline),
  formVersion: submission.formVersion,
  digest: submission.digest,
  answers: submission.answers,
});

export const showReceipt = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const sent = await lastSent(asked, table);
  if (!sent) return { reason: "not-found" };
  const { own, submission } = sent;
  const { call, application: whole } = own.definition;
  // A withdrawn application may have gone to another level since.
  const form = formFor(whole, submission.level);
  const parts = summary(form, encode(form, submission.answers), asked.language);
  return {
    page: () => receiptPage(asked, { call, application: own.application, may: own.may, submission, parts }),
    json: () => receiptJson(sent),
  };
};

export const downloadReceipt = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const sent = await lastSent(asked, table);
  if (!sent) return { reason: "not-found" };
  return {
    bytes: new TextEncoder().encode(`${JSON.stringify(receiptJson(sent), undefined, 2)}\n`),
    type: "application/json; charset=utf-8",
    name: `${sent.submission.reference}.json`,
  };
};
