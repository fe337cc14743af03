import type { Application, ApplicationId, Submission } from "./application.ts";
import { canonicalJson, sha256 } from "./digest.ts";
import type { Head, Link } from "./history.ts";
import { type Receipt, submissionDigest } from "./receipt.ts";

/** Something with the number it is kept under: 0 when it has no proper one, and nothing in it when it cannot be read. */
export interface Kept<What> {
  readonly number: number;
  readonly is: What | undefined;
}

/** As much of a submission as an audit compares, so that nobody's answers need to be held. */
export type Copy = Omit<Submission, "answers"> & {
  readonly ofAnswers: string;
  readonly ofAll: string;
};

export const copyOf = (submission: Submission): Copy => {
  const { answers, ...copy } = submission;
  return { ...copy, ofAnswers: sha256(canonicalJson(answers)), ofAll: submissionDigest(submission) };
};

/** What is known of a receipt's signature: `valid` is one of ours, over just this receipt. */
export type Signature = "valid" | "not-checked" | "none" | "not-valid" | "unknown-key";

export interface JudgedReceipt {
  readonly receipt: Receipt;
  readonly signature: Signature;
}

/** All that is stored of one application, but its answers. */
export interface Stored {
  readonly id: ApplicationId;
  readonly application: "missing" | "unreadable" | Application;
  readonly links: readonly Kept<Link>[];
  readonly submissions: readonly Kept<Copy>[];
  readonly receipts: readonly Kept<JudgedReceipt>[];
  /** As an earlier audit saw it. */
  readonly earlier?: Omit<Head, "id"> | undefined;
}
