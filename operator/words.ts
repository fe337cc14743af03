import type { Break, BreakCode } from "#shared/domain/break.ts";

/** A sentence on each break, with the number of the event or the submission. docs/runbook.md says what to do. */
export const sentences: Readonly<Record<BreakCode, (number: number) => string>> = {
  "application-missing": () => "The application is gone, and no event of the call says that it was deleted.",
  "application-unreadable": () => "The application's own record is not one that the service writes.",
  "call-differs": () => "The application says that it is to another call than its reference.",
  "event-missing": (n) => `Event ${n} is missing, and maybe more after it.`,
  "event-out-of-place": (n) => `Event ${n} does not follow the event that is before it.`,
  "event-changed": (n) => `Event ${n} is not what it was when it was written.`,
  "beginning-differs": () => "The history does not begin where this application's history began.",
  "head-differs": (n) =>
    `The application's last event was number ${n}, and is another than the last there is.`,
  "history-rewritten": (n) => `Event ${n}, the last one in the earlier audit, is gone or another.`,
  "submission-missing": (n) => `Submission ${n} is missing; an event says that it was sent.`,
  "submission-without-event": (n) => `No event says that submission ${n} was sent.`,
  "submission-changed": (n) => `Submission ${n} is not what was sent.`,
  "receipt-missing": (n) => `The receipt of submission ${n} is missing.`,
  "receipt-without-event": (n) => `There is a receipt ${n}, and no event of a submission.`,
  "receipt-changed": (n) => `Receipt ${n} is not the one that the history seals.`,
  "receipt-of-another": (n) => `Receipt ${n} does not say what submission ${n} says.`,
  "signature-missing": (n) => `Receipt ${n} has been without its signature for more than an hour.`,
  "signature-not-valid": (n) => `The signature of receipt ${n} is not over what the receipt says.`,
  "signature-by-unknown-key": (n) => `Receipt ${n} is signed by a key that is not among those given.`,
  "submissions-miscounted": () => "The application has another number of submissions than its history tells.",
  "state-differs": () => "The application's state is another than its history tells.",
  "level-differs": () => "The application's level is another than its history tells.",
  "owner-differs": () => "The application's owner is another than its history tells.",
  "times-differ": () =>
    "When it was started, submitted, withdrawn or begun to be changed is not as the history tells.",
  "extension-differs": () => "The extension is another than the one that the history tells of.",
  "listing-differs": () => "Lists do not find the application where they look.",
  "reference-missing": () => "Nothing is kept that says whose the reference is.",
  "reference-leads-elsewhere": () => "The reference leads to an application that has another.",
  "reference-twice": () => "Another application has the same reference.",
};

export const sentenceOf = ({ code, number = 0 }: Break): string => sentences[code](number);
