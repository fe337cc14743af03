import type { Flaw } from "./break.ts";
import type { Call } from "./call.ts";
import type { Link } from "./history.ts";
import { receiptOf, sealOf } from "./receipt.ts";
import type { Copy, JudgedReceipt, Kept, Stored } from "./stored.ts";

/** What there is under one submission's number. */
interface Sent {
  readonly number: number;
  readonly event: Link | undefined;
  readonly submission: Kept<Copy> | undefined;
  readonly receipt: Kept<JudgedReceipt> | undefined;
}

type ReceiptCall = Pick<Call, "id" | "timeZone">;
type Code = Flaw["code"];

/** The number of the submission that an event tells of; 0 when it does not say. */
export const submissionToldOf = ({ what, detail }: Link): number | undefined =>
  what === "application-submitted" ? Number(detail) || 0 : undefined;

const isAsKept = ({ digest, ofAnswers, ofAll }: Copy, event: Link | undefined): boolean =>
  ofAnswers === digest && (!event || ofAll === event.submission);

const ofSubmission = ({ event, submission }: Sent): readonly Code[] => {
  if (!submission) return event ? ["submission-missing"] : [];
  const { is } = submission;
  return [
    ...(event ? [] : ["submission-without-event" as const]),
    ...(is && isAsKept(is, event) ? [] : ["submission-changed" as const]),
  ];
};

const ofSignature = {
  valid: [],
  "not-checked": [],
  // Owed at first; an audit of all knows for how long.
  none: [],
  "not-valid": ["signature-not-valid"],
  "unknown-key": ["signature-by-unknown-key"],
} as const satisfies Record<JudgedReceipt["signature"], readonly Code[]>;

const isOf = ({ receipt }: JudgedReceipt, submission: Copy, call: ReceiptCall): boolean =>
  sealOf(receiptOf(call, receipt.applicant, submission)) === sealOf(receipt);

const ofReceipt = ({ event, submission, receipt }: Sent, call: ReceiptCall): readonly Code[] => {
  if (!receipt) return event ? ["receipt-missing"] : [];
  const { is } = receipt;
  if (!is) return ["receipt-changed"];
  const isSealed = !event || sealOf(is.receipt) === event.seals;
  const belongs = !submission?.is || isOf(is, submission.is, call);
  return [
    ...(event ? [] : ["receipt-without-event" as const]),
    ...(isSealed ? [] : ["receipt-changed" as const]),
    ...(belongs ? [] : ["receipt-of-another" as const]),
    ...ofSignature[is.signature],
  ];
};

/** Everything that was sent, by its number, with the event that tells of it. */
const sentIn = ({ links, submissions, receipts }: Stored): readonly Sent[] => {
  const events = new Map(
    links.flatMap(({ is }) => {
      const number = is && submissionToldOf(is);
      return number === undefined ? [] : [[number, is]];
    }),
  );
  const numbers = [...events.keys(), ...[...submissions, ...receipts].map(({ number }) => number)];
  return [...new Set(numbers)].map((number) => ({
    number,
    event: events.get(number),
    submission: submissions.find((one) => one.number === number),
    receipt: receipts.find((one) => one.number === number),
  }));
};

/** What is wrong with submissions and receipts, against each other and against the events that tell of them. */
export const auditSubmissions = (stored: Stored, call: ReceiptCall): readonly Flaw[] =>
  sentIn(stored).flatMap((sent) =>
    [...ofSubmission(sent), ...ofReceipt(sent, call)].map((code) => ({ code, number: sent.number })),
  );

/** Levels that submissions were sent at. */
export const levelSent = ({ submissions }: Stored, link: Link) =>
  submissions.find(({ number }) => number === submissionToldOf(link))?.is?.level;
