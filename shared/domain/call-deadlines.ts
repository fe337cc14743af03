import * as z from "zod";
import type { Application } from "./application.ts";
import { type Call, CallId, type CallLevel, deadlinesOf, distinct, Level } from "./call.ts";
import { type Deadline, isLater, MomentDeadline } from "./deadline.ts";
import { decideLater, laterOf, Officer } from "./extension.ts";
import type { Refusal } from "./refusal.ts";
import { accept, type Result, refuse } from "./result.ts";
import { type Instant, InstantText } from "./time.ts";

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

export const neverMoved = (callId: CallId): CallDeadlines => ({ callId, revision: 0, moves: [] });

const withLevels = (call: Call, change: (level: CallLevel) => CallLevel): Call => {
  const { connect, explore, impact } = call.levels;
  return {
    ...call,
    levels: { connect: change(connect), explore: change(explore), impact: change(impact) },
  };
};

/** The call with the deadlines that hold now: each level's own, or the one it was moved to if that is later. */
export const inForce = (call: Call, deadlines: Pick<CallDeadlines, "moves"> | undefined): Call =>
  withLevels(call, (level) => ({
    ...level,
    deadline: (deadlines?.moves ?? []).reduce((last, { to }) => laterOf(last, to), level.deadline),
  }));

/** The call as it holds for one application: an extension makes the deadlines later, whatever level it is at. */
export const asItHoldsFor = (call: Call, { extension }: Pick<Application, "extension">): Call =>
  extension
    ? withLevels(call, (level) =>
        isLater(extension.until, level.deadline)
          ? {
              ...level,
              deadline: extension.until,
              extended: { from: level.deadline, reason: extension.reason },
            }
          : level,
      )
    : call;

/** The deadline that holds for one application. */
export const deadlineFor = (call: Call, application: Pick<Application, "level" | "extension">): Deadline =>
  asItHoldsFor(call, application).levels[application.level].deadline;

/** A move, and the deadline that each level had before it. */
export interface Moved extends Move {
  readonly from: Readonly<Record<Level, Deadline>>;
}

/** What each move did to the deadlines the call was announced with, the first first. */
export const movesOf = (announced: Call, moves: readonly Move[]): readonly Moved[] =>
  moves.map((move, i) => {
    const { connect, explore, impact } = inForce(announced, { moves: moves.slice(0, i) }).levels;
    const from = { connect: connect.deadline, explore: explore.deadline, impact: impact.deadline };
    return { ...move, from };
  });

/** The deadlines that a move made later: one, where the levels share one. */
export const movedFrom = ({ from, to }: Moved): readonly Deadline[] =>
  distinct(Level.options.map((level) => from[level]).filter((deadline) => isLater(to, deadline)));

/** A move is of whatever closes first; levels that close later than it still do. */
const decideMove = (call: Call, { moves }: CallDeadlines, to: Deadline, at: Instant) => {
  const [one = to, ...others] = deadlinesOf(inForce(call, { moves }));
  const first = others.reduce((least, other) => (isLater(least, other) ? other : least), one);
  return decideLater(first, to, at);
};

/** One of the staff proposes a later deadline; nothing comes of it alone. */
export const decideProposal = (
  call: Call,
  deadlines: CallDeadlines,
  proposal: Proposal,
): Result<CallDeadlines, Refusal> => {
  if (deadlines.proposal) return refuse({ reason: "proposal-changed" });
  const later = decideMove(call, deadlines, proposal.to, proposal.proposedAt);
  return later.ok ? accept({ ...deadlines, revision: deadlines.revision + 1, proposal }) : later;
};

/** What somebody does with the proposal they saw at this revision. */
interface Deciding {
  readonly seen: number;
  readonly by: Officer;
  readonly at: Instant;
}

/** The proposal holds from the moment that somebody else than who proposed it approves just what they saw. */
export const decideApproval = (
  call: Call,
  { proposal, ...deadlines }: CallDeadlines,
  { seen, by, at }: Deciding,
): Result<CallDeadlines, Refusal> => {
  if (!proposal || seen !== deadlines.revision) return refuse({ reason: "proposal-changed" });
  if (by.id === proposal.proposedBy.id) return refuse({ reason: "needs-another-person" });
  const later = decideMove(call, deadlines, proposal.to, at);
  if (!later.ok) return later;
  const move = { ...proposal, approvedBy: by, approvedAt: at };
  return accept({ ...deadlines, revision: deadlines.revision + 1, moves: [...deadlines.moves, move] });
};

/** Anybody of the staff may drop a proposal, also who made it. */
export const decideDrop = (
  { proposal, ...deadlines }: CallDeadlines,
  { seen }: Pick<Deciding, "seen">,
): Result<CallDeadlines, Refusal> =>
  proposal && seen === deadlines.revision
    ? accept({ ...deadlines, revision: deadlines.revision + 1 })
    : refuse({ reason: "proposal-changed" });
