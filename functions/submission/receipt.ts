import { sentOf } from "#shared/domain/receipt.ts";
import { countingSubmission } from "#shared/domain/standing.ts";
import { InstantText } from "#shared/domain/time.ts";
import { sentSummary } from "#shared/form/sent-summary.ts";
import type { SignedIn, Site } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { openSubmission } from "#shared/records/own-submission.ts";
import { keyIn } from "#shared/signing/key-in.ts";
import { receiptPage } from "#web/pages/receipt-page.tsx";
import { findSigned, type Signing } from "./signed.ts";

export interface Around extends Signing {
  readonly site: Site;
}

/** The submission that `number` says, or the last, with its receipt. */
const sentIn = async ({ params, person, query }: SignedIn, signing: Signing) => {
  const asked = { id: params["id"], person: person.id, number: query["number"] };
  const opened = await openSubmission(signing.table, asked);
  const kept = opened && (await findSigned(signing, opened.own.application.id, opened.submission.number));
  return kept && { ...opened, ...kept };
};

type Sent = NonNullable<Awaited<ReturnType<typeof sentIn>>>;

/** All that a submission is, to be kept by the one who sent it; and all that it takes to verify that. */
const receiptJson = ({ own, submission, receipt, jws }: Sent, { url }: Site) => ({
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
  keys: `${url}/.well-known/jwks.json`,
});

export const showReceipt = async (asked: SignedIn, around: Around): Promise<Answer> => {
  const sent = await sentIn(asked, around);
  if (!sent) return { reason: "not-found" };
  const { own, submission, receipt, jws, receipts } = sent;
  const { application, definition, may } = own;
  const { call } = definition;
  const signedBy = jws && keyIn(jws);
  const all = receipts.map((one) => sentOf(one.receipt));
  const parts = sentSummary(definition.application, submission, asked.language);
  return {
    page: () => receiptPage(asked, { call, application, may, submission, receipt, signedBy, all, parts }),
    json: () => receiptJson(sent, around.site),
  };
};

export const downloadReceipt = async (asked: SignedIn, around: Around): Promise<Answer> => {
  const sent = await sentIn(asked, around);
  if (!sent) return { reason: "not-found" };
  return {
    bytes: new TextEncoder().encode(`${JSON.stringify(receiptJson(sent, around.site), undefined, 2)}\n`),
    type: "application/json; charset=utf-8",
    name: `${sent.submission.reference}.json`,
  };
};
