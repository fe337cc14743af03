import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { type Call, Level, openingOf } from "#shared/domain/call.ts";
import {
  asItHoldsFor,
  type CallDeadlines,
  decideApproval,
  decideDrop,
  decideProposal,
  inForce,
  movedFrom,
  movesOf,
  neverMoved,
} from "#shared/domain/call-deadlines.ts";
import { type Deadline, isLater, lastInstantOf } from "#shared/domain/deadline.ts";
import { decideExtension } from "#shared/domain/extension.ts";
import { instant, isAfter, onTheWall } from "#shared/domain/time.ts";
import { anApplication } from "../support/builders.ts";

const { call } = nic2024;
const timeZone = "Europe/Oslo";
const until = (localTime: string) => ({ kind: "moment", localTime, timeZone }) as const;
const reason = "Innloggingen var nede";
const officers = ["ola", "anne", "siri"].map((id) => ({ id, name: id }));

const staggered: Call = {
  ...call,
  levels: {
    ...call.levels,
    impact: { ...call.levels.impact, deadline: until("2024-08-01T12:00:00") },
    explore: {
      ...call.levels.explore,
      deadline: { kind: "wholeDay", date: "2024-07-01", timeZone },
    },
  },
};

const localTimes = fc
  .date({ min: new Date("2024-06-01"), max: new Date("2025-04-30"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 19));
const instants = fc
  .date({ min: new Date("2024-05-01"), max: new Date("2025-05-30"), noInvalidDate: true })
  .map((date) => instant(date.toISOString()));
const somebody = fc.constantFrom(...officers);

const step = fc.oneof(
  fc.record({ does: fc.constant("propose" as const), by: somebody, at: instants, to: localTimes }),
  fc.record({ does: fc.constant("approve" as const), by: somebody, at: instants, seen: fc.nat(12) }),
  fc.record({ does: fc.constant("drop" as const), by: somebody, at: instants, seen: fc.nat(12) }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const decide = (deadlines: CallDeadlines, one: Step) => {
  if (one.does === "propose")
    return decideProposal(staggered, deadlines, {
      to: until(one.to),
      reason,
      proposedBy: one.by,
      proposedAt: one.at,
    });
  // Half of the time what is decided on is what there is.
  const seen = one.seen % 2 ? deadlines.revision : one.seen;
  return one.does === "approve"
    ? decideApproval(staggered, deadlines, { ...one, seen })
    : decideDrop(deadlines, { seen });
};

/** What is kept at first, and after each step. */
const course = (steps: readonly Step[]): readonly CallDeadlines[] => {
  let last = neverMoved(call.id);
  const states = [last];
  for (const one of steps) {
    const decided = decide(last, one);
    if (decided.ok) last = decided.value;
    states.push(last);
  }
  return states;
};

const deadlinesIn = (moved: Call): readonly Deadline[] =>
  Level.options.map((level) => moved.levels[level].deadline);

describe("whatever is proposed, approved and dropped, in which order and by whom", () => {
  const property = (holds: (states: readonly CallDeadlines[]) => void) =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => holds(course(steps))),
      { numRuns: 500 },
    );

  test("no level's deadline ever becomes earlier", () => {
    property((states) => {
      for (const [i, state] of states.entries()) {
        const before = deadlinesIn(inForce(staggered, states[i - 1]));
        for (const [at, deadline] of deadlinesIn(inForce(staggered, state)).entries())
          expect(isLater(before[at] ?? deadline, deadline)).toBe(false);
      }
    });
  });

  test("every move has two different people, lay ahead when it was approved, and moved something", () => {
    property((states) => {
      const moves = movesOf(staggered, states.at(-1)?.moves ?? []);
      for (const move of moves) {
        expect(move.approvedBy.id).not.toBe(move.proposedBy.id);
        expect(isAfter(lastInstantOf(move.to), move.approvedAt)).toBe(true);
        expect(movedFrom(move).length).toBeGreaterThan(0);
      }
    });
  });

  test("each change counts the revision up by one, and a refusal changes nothing", () => {
    property((states) => {
      for (const [i, state] of states.entries()) {
        const before = states[i - 1];
        expect(state === before || state.revision === (before?.revision ?? -1) + 1).toBe(true);
      }
    });
  });

  test("some of these really are moved, dropped and refused", () => {
    const seen = { moved: 0, dropped: 0 };
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 25 }), (steps) => {
        const states = course(steps);
        for (const [i, state] of states.entries()) {
          const before = states[i - 1];
          if (before && state.moves.length > before.moves.length) seen.moved += 1;
          else if (before?.proposal && !state.proposal) seen.dropped += 1;
        }
      }),
    );
    expect(seen.moved).toBeGreaterThan(10);
    expect(seen.dropped).toBeGreaterThan(10);
  });
});

describe("one officer and another", () => {
  const [ola, anne] = [officers[0], officers[1]] as const;
  if (!ola || !anne) throw new Error("There are no officers");
  const at = instant("2024-06-20T10:00:00Z");
  const proposal = { to: until("2024-06-28T16:00:00"), reason, proposedBy: ola, proposedAt: at };
  const proposed = decideProposal(call, neverMoved(call.id), proposal);
  if (!proposed.ok) throw new Error("It was not proposed");
  const open = proposed.value;

  test("a proposal alone moves nothing", () => {
    expect(inForce(call, open)).toEqual(inForce(call, undefined));
  });
  test("who proposed it cannot approve it, whatever they are called today", () => {
    const by = { id: ola.id, name: "Et nytt navn" };
    expect(decideApproval(call, open, { seen: 1, by, at })).toMatchObject({
      refusal: { reason: "needs-another-person" },
    });
  });
  test.for([
    ["another one approved it", decideApproval(call, open, { seen: 1, by: anne, at })],
    ["it was dropped", decideDrop(open, { seen: 1 })],
  ] as const)("nobody decides on it after %s", ([, settled]) => {
    if (!settled.ok) throw new Error("It was refused");
    for (const seen of [1, 2])
      expect([
        decideApproval(call, settled.value, { seen, by: anne, at }),
        decideDrop(settled.value, { seen }),
      ]).toMatchObject([
        { refusal: { reason: "proposal-changed" } },
        { refusal: { reason: "proposal-changed" } },
      ]);
  });
  test("a second proposal waits until the first is settled", () => {
    expect(decideProposal(call, open, { ...proposal, proposedBy: anne })).toMatchObject({
      refusal: { reason: "proposal-changed" },
    });
  });
  test("what lay ahead when it was proposed may be past when it is approved, and is refused", () => {
    const last = lastInstantOf(proposal.to);
    for (const [moment, ok] of [
      [last.subtract({ milliseconds: 1 }), true],
      [last, false],
    ] as const)
      expect(decideApproval(call, open, { seen: 1, by: anne, at: moment }).ok).toBe(ok);
  });
});

test("a move of levels that close on different days is told of those it made later", () => {
  const by = { proposedBy: { id: "a", name: "a" }, approvedBy: { id: "b", name: "b" } };
  const at = instant("2024-06-20T10:00:00Z");
  const move = (to: string) => ({ ...by, to: until(to), reason, proposedAt: at, approvedAt: at });
  const [first, second] = movesOf(staggered, [move("2024-06-28T16:00:00"), move("2024-09-01T16:00:00")]);
  expect(first && movedFrom(first)).toEqual([call.levels.connect.deadline]);
  expect(second && movedFrom(second)).toHaveLength(3);
});

describe("an extension", () => {
  const grant = (localTime: string, grantedAt = instant("2024-06-20T12:00:00Z")) => ({
    ...{ until: until(localTime), reason, grantedBy: { id: "ola", name: "Ola" }, grantedAt },
  });
  const latest = (...all: readonly Deadline[]) =>
    Math.max(...all.map((one) => lastInstantOf(one).epochMilliseconds));

  test("is granted exactly when it is later than what holds and than now, whatever state the application is in", () => {
    fc.assert(
      fc.property(
        localTimes,
        fc.option(localTimes, { nil: undefined }),
        instants,
        fc.constantFrom("draft" as const, "submitted", "withdrawn", "expired"),
        fc.constantFrom(...Level.options),
        (localTime, earlier, at, state, level) => {
          const application = anApplication({
            state,
            level,
            ...(earlier && { extension: grant(earlier) }),
          });
          const held = asItHoldsFor(staggered, application);
          const decided = decideExtension(held, application, grant(localTime, at));
          const own = staggered.levels[level].deadline;
          const now = latest(own, ...(earlier ? [until(earlier)] : []));
          const asked = lastInstantOf(until(localTime)).epochMilliseconds;
          expect(decided.ok).toBe(asked > now && asked > at.epochMilliseconds);
        },
      ),
    );
  });

  test.for([
    ["that the clock skips in spring", "2025-03-30T02:30:00", "2025-03-30T01:30:00Z", "03:30"],
    ["that the clock shows twice in autumn", "2024-10-27T02:30:00", "2024-10-27T01:30:00Z", "02:30"],
  ] as const)("until a time %s lasts until the later of what it can mean", ([, localTime, means, shows]) => {
    const application = anApplication({ extension: grant(localTime) });
    const held = asItHoldsFor(call, application);
    const last = instant(means);
    expect(lastInstantOf(held.levels.connect.deadline)).toEqual(last);
    expect(onTheWall(last, timeZone).toPlainTime().toString({ smallestUnit: "minute" })).toBe(shows);
    expect(openingOf(held, "connect", last).state).toBe("open");
    expect(openingOf(held, "connect", last.add({ milliseconds: 1 })).state).toBe("closed");
    expect(decideExtension(held, application, grant(localTime)).ok).toBe(false);
  });

  test("says what would hold without it, also when the call has moved since, and nothing once that is later", () => {
    const application = anApplication({ extension: grant("2024-06-24T12:00:00") });
    const moved = (to: string) => {
      const at = instant("2024-06-20T10:00:00Z");
      const by = { proposedBy: { id: "a", name: "a" }, approvedBy: { id: "b", name: "b" } };
      const move = { ...by, to: until(to), reason, proposedAt: at, approvedAt: at };
      return asItHoldsFor(inForce(call, { moves: [move] }), application).levels.connect;
    };
    expect(asItHoldsFor(call, application).levels.connect.extended).toEqual({
      from: call.levels.connect.deadline,
      reason,
    });
    expect(moved("2024-06-22T12:00:00").extended?.from).toEqual(until("2024-06-22T12:00:00"));
    expect(moved("2024-06-30T12:00:00").extended).toBeUndefined();
  });

  test("holds once, however often it is asked for", () => {
    const application = anApplication({ extension: grant("2024-06-24T12:00:00") });
    const once = asItHoldsFor(call, application);
    expect(asItHoldsFor(once, application)).toEqual(once);
  });
});
