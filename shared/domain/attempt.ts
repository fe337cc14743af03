import * as z from "zod";
import { type Application, ApplicationId } from "./application.ts";
import { CallId } from "./call.ts";
import { type Person, PersonId } from "./person.ts";
import type { Problem, Refusal } from "./refusal.ts";
import { type Instant, InstantText } from "./time.ts";

/** What became of an attempt to send: the page to send from was opened, something broke on our side, or why it was refused. */
export const AttemptOutcome = z.enum([
  "begun",
  "failed",
  "too-busy",
  "deadline-passed",
  "not-open-yet",
  "problems-in-answers",
  "changed-since-review",
  "already-submitted",
  "not-submitted",
  "saved-elsewhere",
  "not-later",
  "needs-another-person",
  "proposal-changed",
  "too-large",
  "malformed-request",
  "unsupported-content-type",
  "sign-in-required",
  "sign-in-failed",
  "another-person",
  "not-yours-to-do",
  "not-staff",
  "not-found",
  "invitation-over",
  "id-taken",
]);
export type AttemptOutcome = z.infer<typeof AttemptOutcome>;

const mostMissing = 100;

/** One attempt to send an application that did not send it. Never what was answered. */
export const Attempt = z.object({
  applicationId: ApplicationId,
  callId: CallId,
  requestId: z.string().min(1),
  /** When it reached us. */
  at: InstantText,
  outcome: AttemptOutcome,
  /** Who was signed in, with the name as it was then. */
  person: z.optional(z.object({ id: PersonId, name: z.string() })),
  /** Milliseconds after the deadline. */
  lateMs: z.optional(z.int().min(1)),
  /** What was wrong with the answers: the first hundred places, and how many there were. */
  missing: z.optional(
    z.object({
      count: z.int().min(1),
      first: z.array(z.object({ pointer: z.string(), code: z.string() })).max(mostMissing),
    }),
  ),
});
export type Attempt = z.infer<typeof Attempt>;

/** What another site's page posts in somebody's name is no attempt of theirs; verifying a receipt and signing up for a webinar send nothing, nor does anything that staff or machines do. */
export type NotSent =
  | Exclude<
      Refusal,
      {
        reason:
          | "foreign-origin"
          | "bad-parameter"
          | "not-your-role"
          | "case-taken"
          | "cannot-verify"
          | "webinar-cancelled"
          | "not-more-places"
          | "sent-too-fast"
          | "too-much-at-once"
          | "too-many-tries";
      }
    >
  | "failed";

export const isNotSent = (refusal: Refusal | "failed"): refusal is NotSent =>
  refusal === "failed" || AttemptOutcome.safeParse(refusal.reason).success;

/** Milliseconds from the deadline to the arrival of what came too late. */
export const latenessOf = ({ deadline, at }: Extract<Refusal, { reason: "deadline-passed" }>): number =>
  at.epochMilliseconds - deadline.epochMilliseconds;

const missingIn = (problems: readonly Problem[]): Attempt["missing"] => ({
  count: problems.length,
  first: problems.slice(0, mostMissing).map(({ pointer, code }) => ({ pointer, code })),
});

const factsOf = (outcome: NotSent | "begun"): Pick<Attempt, "outcome" | "lateMs" | "missing"> => {
  if (typeof outcome === "string") return { outcome };
  if (outcome.reason === "deadline-passed") return { outcome: outcome.reason, lateMs: latenessOf(outcome) };
  if (outcome.reason === "problems-in-answers" && outcome.problems.length > 0)
    return { outcome: outcome.reason, missing: missingIn(outcome.problems) };
  return { outcome: outcome.reason };
};

/** The line of the book that tells of a request and what became of it. */
export const attemptOf = (
  { id, callId }: Pick<Application, "id" | "callId">,
  asked: { readonly at: Instant; readonly requestId: string; readonly person?: Person },
  outcome: NotSent | "begun",
): Attempt => ({
  applicationId: id,
  callId,
  requestId: asked.requestId,
  at: asked.at,
  ...(asked.person && { person: { id: asked.person.id, name: asked.person.name } }),
  ...factsOf(outcome),
});

/** Whether it was refused or failed; opening the page is no attempt yet. */
export const isRefused = ({ outcome }: Attempt): boolean => outcome !== "begun";

export const refusedIn = (attempts: readonly Attempt[]): readonly Attempt[] => attempts.filter(isRefused);

/** What those who take part in an application are told: not that a stranger came by. */
export const toldToApplicants = (attempts: readonly Attempt[]): readonly Attempt[] =>
  refusedIn(attempts).filter(({ outcome }) => outcome !== "not-found");
