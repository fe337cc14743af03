import type { Role } from "./person.ts";
import type { Text } from "./text.ts";
import type { Instant } from "./time.ts";

/** Something wrong with an answer: where (JSON pointer, RFC 6901), a code a program can act on, and words for the person. */
export interface Problem {
  readonly pointer: string;
  readonly code: string;
  readonly label: Text;
  readonly message: Text;
}

/** Every way the service says no. Each has a page, a status and words in shared/http/refusal-words.ts. */
export type Refusal =
  | { readonly reason: "malformed-request" }
  | { readonly reason: "sign-in-required" }
  | { readonly reason: "sign-in-failed" }
  | { readonly reason: "foreign-origin" }
  /** What stands in a program's address under this name cannot be understood, or does not belong there. */
  | { readonly reason: "bad-parameter"; readonly parameter: string }
  | { readonly reason: "not-staff" }
  /** They are staff, but it takes this role. */
  | { readonly reason: "not-your-role"; readonly takes: Role }
  /** Somebody else of the staff has the case. */
  | { readonly reason: "case-taken"; readonly by: string }
  | { readonly reason: "not-found" }
  | { readonly reason: "another-person" }
  | { readonly reason: "not-yours-to-do"; readonly owner: string }
  | { readonly reason: "invitation-over" }
  | { readonly reason: "already-submitted" }
  | { readonly reason: "not-submitted" }
  | { readonly reason: "id-taken" }
  /** A deadline can only be moved to after this instant. */
  | { readonly reason: "not-later"; readonly deadline: Instant }
  /** Two of the staff move a deadline together, never one alone. */
  | { readonly reason: "needs-another-person" }
  /** A proposal has been made, approved or dropped since the page was opened. */
  | { readonly reason: "proposal-changed" }
  | {
      readonly reason: "saved-elsewhere";
      readonly theirs: {
        readonly revision: number;
        readonly answers: Readonly<Record<string, unknown>>;
        readonly savedAt: Instant;
        readonly savedBy: string;
      };
    }
  | { readonly reason: "changed-since-review"; readonly sections: readonly string[] }
  | { readonly reason: "not-open-yet"; readonly opensAt: Instant }
  | { readonly reason: "deadline-passed"; readonly deadline: Instant; readonly at: Instant }
  | { readonly reason: "too-large"; readonly limit: number }
  /** A file of more records than one answer can be made of; it is made in the background instead. */
  | { readonly reason: "too-much-at-once"; readonly most: number }
  | { readonly reason: "unsupported-content-type" }
  | { readonly reason: "problems-in-answers"; readonly problems: readonly Problem[] }
  | { readonly reason: "webinar-cancelled" }
  /** Places can only become more than these; without a number there is no limit to raise. */
  | { readonly reason: "not-more-places"; readonly places: number | undefined }
  /** What was sent looks as a program fills in forms. */
  | { readonly reason: "sent-too-fast" }
  | { readonly reason: "too-many-tries"; readonly again: Instant }
  | { readonly reason: "cannot-verify" }
  | { readonly reason: "too-busy" };
