import { InstantText } from "#shared/domain/time.ts";
import { encode } from "#shared/form/answers.ts";
import { formFor } from "#shared/form/levels.ts";
import { summary } from "#shared/form/summary.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { openApplication } from "#shared/records/own-application.ts";
import { findSubmission } from "#shared/records/submissions.ts";
import { receiptPage } from "#web/pages/receipt-page.tsx";
import { findSigned, type Signing } from "./signed.ts";

const lastSent = async (asked: SignedIn, { table, keys }: Signing) => {
  const opened = await openApplication(table, asked.params["id"], asked.person.id, "see");
  if (!opened.ok || opened.value.application.submissions === 0) return undefined;
  const own = opened.value;
  const { id, submissions } = own.application;
  const [submission, kept] = await Promise.all([
    findSubmission(table, id, submissions),
    findSigned({ table, keys }, id, submissions),
  ]);
  return submission && kept && { own, submission, kept };
};

type Sent = NonNullable<Awaited<ReturnType<typeof lastSent>>>;

/** All that a submission is, to be kept by the one who sent it. */
const receiptJson = ({ own, submission, kept: { receipt, jws } }: Sent) => ({
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
  receipt,
  /** Missing for the moment until it is signed. */
  jws,
});

export const showReceipt = async (asked: SignedIn, signing: Signing): Promise<Answer> => {
  const sent = await lastSent(asked, signing);
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

export const downloadReceipt = async (asked: SignedIn, signing: Signing): Promise<Answer> => {
  const sent = await lastSent(asked, signing);
  if (!sent) return { reason: "not-found" };
  return {
    bytes: new TextEncoder().encode(`${JSON.stringify(receiptJson(sent), undefined, 2)}\n`),
    type: "application/json; charset=utf-8",
    name: `${sent.submission.reference}.json`,
  };
};
