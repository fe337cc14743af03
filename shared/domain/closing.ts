import * as z from "zod";
import type { Application } from "./application.ts";
import { CallId, Level } from "./call.ts";
import { canonicalJson, Sha256, sha256 } from "./digest.ts";
import type { Event } from "./event.ts";
import { Reference } from "./reference.ts";
import { countingSubmission } from "./standing.ts";
import { type Instant, InstantText, isAfter } from "./time.ts";

/** The applications that stood sent when a level closed, each with the submission that counts. What the digest is over, and nothing else. */
export const ClosingList = z.strictObject({
  version: z.literal(1),
  call: CallId,
  level: Level,
  deadline: z.iso.datetime(),
  applications: z.array(z.strictObject({ reference: Reference, submission: z.int().min(1), digest: Sha256 })),
});
export type ClosingList = z.infer<typeof ClosingList>;

/** How a level closed: fixed once, for good. */
export const Closing = z.object({
  list: ClosingList,
  /** SHA-256 of the canonical JSON (RFC 8785) of the list. */
  digest: Sha256,
  numbers: z.object({
    sent: z.int(),
    withdrawn: z.int(),
    /** Not sent, and out of time. */
    drafts: z.int(),
    /** Not sent, with a later deadline of their own. */
    extended: z.int(),
    /** Attempts to send that were refused or failed, up to a minute after the deadline. */
    refused: z.int(),
  }),
  fixedAt: InstantText,
});
export type Closing = z.infer<typeof Closing>;

/** How an application stood at an instant. */
export type StoodAs =
  | { readonly state: "sent"; readonly submission: number }
  | { readonly state: "withdrawn" | "draft" };

/** Read from its history, for one that may have changed since. */
export const stoodAt = (history: readonly Event[], at: Instant): StoodAs => {
  const last = history
    .filter((event) => !isAfter(event.at, at))
    .findLast(({ what }) => what === "application-submitted" || what === "application-withdrawn");
  if (!last) return { state: "draft" };
  return last.what === "application-withdrawn"
    ? { state: "withdrawn" }
    : { state: "sent", submission: Number(last.detail) };
};

/** The same of one whose deadline it was: nothing can have changed since. */
export const standsAs = (application: Application): StoodAs => {
  const submission = countingSubmission(application);
  if (submission !== undefined) return { state: "sent", submission };
  return { state: application.state === "withdrawn" ? "withdrawn" : "draft" };
};

/** One application as it stood at the deadline. */
export interface Stood {
  readonly reference: Reference;
  readonly as: StoodAs;
  /** Whether it has a later deadline of its own. */
  readonly isExtended: boolean;
  /** Of the submission that counts. */
  readonly digest?: string | undefined;
}

/** The text that the digest of a list is over. */
export const listText = (list: ClosingList): string => canonicalJson(list);

export const closingOf = (
  about: { readonly call: CallId; readonly level: Level; readonly deadline: Instant; readonly at: Instant },
  all: readonly Stood[],
  refused: number,
): Closing => {
  const count = (is: (one: Stood) => boolean): number => all.filter(is).length;
  const isDraft = ({ as }: Stood): boolean => as.state === "draft";
  const applications = all
    .flatMap(({ reference, as, digest = "" }) =>
      as.state === "sent" ? [{ reference, submission: as.submission, digest }] : [],
    )
    .toSorted((a, b) => (a.reference < b.reference ? -1 : 1));
  const { call, level, deadline, at } = about;
  const list: ClosingList = { version: 1, call, level, deadline: InstantText.encode(deadline), applications };
  return {
    list,
    digest: sha256(listText(list)),
    numbers: {
      sent: applications.length,
      withdrawn: count(({ as }) => as.state === "withdrawn"),
      drafts: count((one) => isDraft(one) && !one.isExtended),
      extended: count((one) => isDraft(one) && one.isExtended),
      refused,
    },
    fixedAt: at,
  };
};
