import * as z from "zod";
import type { Application, ApplicationId } from "./application.ts";
import type { Attempt } from "./attempt.ts";
import { type Call, CallId } from "./call.ts";
import { sha256 } from "./digest.ts";
import { PersonId } from "./person.ts";
import { accept, type Result, refuse } from "./result.ts";
import { type Instant, InstantText, isAfter, wallClock } from "./time.ts";

export const OutageId = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<"OutageId">();
export type OutageId = z.infer<typeof OutageId>;

/** A time when the service did not work as it should, as staff have recorded it. */
export const Outage = z.object({
  id: OutageId,
  callId: CallId,
  from: InstantText,
  until: InstantText,
  what: z.string(),
  recordedAt: InstantText,
  recordedBy: z.object({ id: PersonId, name: z.string() }),
});
export type Outage = z.infer<typeof Outage>;

/** The same interval of a call is the same outage, so that recording it twice is recording it once. */
const idOf = (callId: CallId, from: Instant, until: Instant): OutageId =>
  OutageId.parse(sha256([callId, from, until].join(" ")).slice(0, 32));

export type OutageFault = "until-not-after-from" | "in-the-future";

/** An outage between two local times of the call's zone; what has not happened yet is none. */
export const decideOutage = (
  { id: callId, timeZone }: Pick<Call, "id" | "timeZone">,
  { from: localFrom, until: localUntil, what }: Readonly<Record<"from" | "until" | "what", string>>,
  { at, person }: { readonly at: Instant; readonly person: Outage["recordedBy"] },
): Result<Outage, OutageFault> => {
  const from = wallClock(localFrom, timeZone);
  const until = wallClock(localUntil, timeZone);
  if (!isAfter(until, from)) return refuse("until-not-after-from");
  if (isAfter(until, at)) return refuse("in-the-future");
  const recordedBy = { id: person.id, name: person.name };
  return accept({ id: idOf(callId, from, until), callId, from, until, what, recordedAt: at, recordedBy });
};

/** What an outage can have caused. Everything else was refused on its merits. */
const hindering: ReadonlySet<Attempt["outcome"]> = new Set(["begun", "failed", "too-busy"]);

export const isHindered = ({ outcome }: Attempt): boolean => hindering.has(outcome);

/** One application's attempts within an outage, the first first. */
export interface Affected {
  readonly applicationId: ApplicationId;
  readonly attempts: readonly Attempt[];
  /** Whether any of them may have been stopped by the outage. */
  readonly hindered: boolean;
}

const byTime = (a: Attempt, b: Attempt): number => a.at.epochMilliseconds - b.at.epochMilliseconds;

/** Who tried to send within an outage, both ends included, whoever tried first first. */
export const affectedBy = (
  { from, until }: Pick<Outage, "from" | "until">,
  attempts: readonly Attempt[],
): readonly Affected[] => {
  const within = attempts.filter(({ at }) => !isAfter(from, at) && !isAfter(at, until)).toSorted(byTime);
  const byApplication = Map.groupBy(within, ({ applicationId }) => applicationId);
  return [...byApplication].map(([applicationId, own]) => ({
    applicationId,
    attempts: own,
    hindered: own.some(isHindered),
  }));
};

/** When the application was last sent, if that was after its first attempt within the outage. */
export const sentAfter = (
  { attempts: [first] }: Affected,
  { submittedAt }: Pick<Application, "submittedAt">,
): Instant | undefined => (first && submittedAt && isAfter(submittedAt, first.at) ? submittedAt : undefined);
