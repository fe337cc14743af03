import { sentOf } from "#shared/domain/receipt.ts";
import { countingSubmission } from "#shared/domain/standing.ts";
import { InstantText } from "#shared/domain/time.ts";
import { encode } from "#shared/form/answers.ts";
import { formFor } from "#shared/form/levels.ts";
import { summary } from "#shared/form/summary.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { openSubmission } from "#shared/records/own-submission.ts";
import { receiptPage } from "#web/pages/receipt-page.tsx";
import { findSigned, type Signing } from "./signed.ts";

/** The submission that `number` says, or the last, with its receipt. */
const sentIn = async ({ params, person, query }: SignedIn, signing: Signing) => {
  const asked = { id: params["id"], person: person.id, number: query["number"] };
  const opened = await openSubmission(signing.table, asked);
  const kept = opened && (await findSigned(signing, opened.own.application.id, opened.submission.number));
  return kept && { ...opened, kept };
};

type Sent = NonNullable<Awaited<ReturnType<typeof sentIn>>>;

/** All that a submission is, to be kept by the one who sent it. */
const receiptJson = ({ own, submission, kept: { receipt, jws } }: Sent) => ({
  reference: submission.reference,
  number: submission.number,
  counts: submission.number === countingSubmission(own.application),
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
  const sent = await sentIn(asked, signing);
  if (!sent) return { reason: "not-found" };
  const { own, submission, kept, receipts } = sent;
  const { call, application: whole } = own.definition;
  // A withdrawn application may have gone to another level since.
  const form = formFor(whole, submission.level);
  const parts = summary(form, encode(form, submission.answers), asked.language);
  return {
    page: () =>
      receiptPage(asked, {
        call,
        application: own.application,
        may: own.may,
        submission,
        applicant: kept.receipt.applicant,
        all: receipts.map((one) => sentOf(one.receipt)),
        parts,
      }),
    json: () => receiptJson(sent),
  };
};

export const downloadReceipt = async (asked: SignedIn, signing: Signing): Promise<Answer> => {
  const sent = await sentIn(asked, signing);
  if (!sent) return { reason: "not-found" };
  return {
    bytes: new TextEncoder().encode(`${JSON.stringify(receiptJson(sent), undefined, 2)}\n`),
    type: "application/json; charset=utf-8",
    name: `${sent.submission.reference}.json`,
  };
};
