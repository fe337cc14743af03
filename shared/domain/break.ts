/** What an audit can find. Each has a sentence in operator/words.ts and a line in docs/runbook.md. */
export type BreakCode =
  | "application-missing"
  | "application-unreadable"
  | "call-differs"
  | "event-missing"
  | "event-out-of-place"
  | "event-changed"
  | "beginning-differs"
  | "head-differs"
  | "history-rewritten"
  | "submission-missing"
  | "submission-without-event"
  | "submission-changed"
  | "receipt-missing"
  | "receipt-without-event"
  | "receipt-changed"
  | "receipt-of-another"
  | "signature-missing"
  | "signature-not-valid"
  | "signature-by-unknown-key"
  | "submissions-miscounted"
  | "state-differs"
  | "level-differs"
  | "owner-differs"
  | "times-differ"
  | "extension-differs"
  | "listing-differs"
  | "reference-missing"
  | "reference-leads-elsewhere"
  | "reference-twice";

/** Something about one application that is not as it was written. */
export interface Flaw {
  readonly code: BreakCode;
  /** Of the event, or of the submission and its receipt. */
  readonly number?: number;
}

/** A flaw, with the application it is in. */
export interface Break extends Flaw {
  readonly application: string;
  readonly reference?: string | undefined;
}
