import * as z from "zod";
import type { Application } from "./application.ts";
import { type Call, CallId, type CallLevel, type Level } from "./call.ts";
import { type Deadline, MomentDeadline } from "./deadline.ts";
import { laterOf, Officer } from "./extension.ts";
import { InstantText } from "./time.ts";

/** A later deadline for all of a call, as one of the staff proposes it. */
export const Proposal = z.object({
  to: MomentDeadline,
  reason: z.string(),
  proposedBy: Officer,
  proposedAt: InstantText,
});
export type Proposal = z.infer<typeof Proposal>;

/** A proposal that another of the staff has approved. */
export const Move = Proposal.extend({ approvedBy: Officer, approvedAt: InstantText });
export type Move = z.infer<typeof Move>;

/** How a call's deadline has been moved. It moves later and never earlier, so the last move is the latest. `revision` 0 is one never kept. */
export const CallDeadlines = z.object({
  callId: CallId,
  revision: z.int().min(0),
  moves: z.array(Move),
  proposal: z.optional(Proposal),
});
export type CallDeadlines = z.infer<typeof CallDeadlines>;

const withDeadlines = (call: Call, change: (level: Level, deadline: Deadline) => Deadline): Call => {
  const changed = (level: Level): CallLevel => ({
    ...call.levels[level],
    deadline: change(level, call.levels[level].deadline),
  });
  return {
    ...call,
    levels: { connect: changed("connect"), explore: changed("explore"), impact: changed("impact") },
  };
};

/** The call with the deadlines that hold now: each level's own, or the one it was moved to if that is later. */
export const inForce = (call: Call, deadlines: Pick<CallDeadlines, "moves"> | undefined): Call =>
  withDeadlines(call, (_, deadline) =>
    (deadlines?.moves ?? []).reduce((last, { to }) => laterOf(last, to), deadline),
  );

/** The call as it holds for one application: an extension makes the deadlines later, whatever level it is at. */
export const asItHoldsFor = (call: Call, { extension }: Pick<Application, "extension">): Call =>
  extension ? withDeadlines(call, (_, deadline) => laterOf(deadline, extension.until)) : call;
