import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import {
  type Application,
  decideChange,
  decideEditing,
  decideLevelChange,
  decideStart,
  decideSubmission,
  decideWithdrawal,
} from "#shared/domain/application.ts";
import { type Call, Level, openingOf } from "#shared/domain/call.ts";
import { type Deadline, lastInstantOf } from "#shared/domain/deadline.ts";
import type { Instant } from "#shared/domain/time.ts";
import { anApplication } from "../support/builders.ts";

const on = (localTime: string): Deadline => ({ kind: "moment", localTime, timeZone: "Europe/Oslo" });

const withDeadlines = (deadlines: Readonly<Record<Level, Deadline>>): Call => {
  const { connect, explore, impact } = nic2024.call.levels;
  return {
    ...nic2024.call,
    levels: {
      connect: { ...connect, deadline: deadlines.connect },
      explore: { ...explore, deadline: deadlines.explore },
      impact: { ...impact, deadline: deadlines.impact },
    },
  };
};

/** Everything that an applicant may do at a level, and whether it is let through. */
const doneAt = (call: Call, level: Level, at: Instant) => {
  const one = (given: Partial<Application>) => anApplication({ level, ...given });
  const [draft, sent] = [one({}), one({ state: "submitted", submissions: 1 })];
  const nothing = { reviewed: { level, revisions: {} }, stored: {}, problems: [] };
  return {
    start: decideStart(call, level, at).ok,
    write: decideEditing(call, draft, at).ok,
    send: decideSubmission({ call, application: draft, ...nothing, at }).ok,
    change: decideChange(call, sent, at).ok,
    sendAgain: decideSubmission({ call, application: { ...sent, changingSince: at }, ...nothing, at }).ok,
    withdraw: decideWithdrawal(call, sent, at).ok,
    isOpen: openingOf(call, level, at).state === "open",
  };
};

const days = fc.integer({ min: 10, max: 28 }).map((day) => on(`2024-06-${day}T16:00:00`));
const staggered = fc.record({ connect: days, explore: days, impact: days });

describe("each level has its own deadline", () => {
  test("that decides everything at its level to the millisecond, whatever the others' are", () => {
    fc.assert(
      fc.property(staggered, fc.constantFrom(...Level.options), (deadlines, level) => {
        const call = withDeadlines(deadlines);
        const last = lastInstantOf(deadlines[level]);
        for (const late of [-1, 0, 1]) {
          const done = doneAt(call, level, last.add({ milliseconds: late }));
          expect({ late, may: new Set(Object.values(done)) }).toEqual({ late, may: new Set([late <= 0]) });
        }
      }),
    );
  });

  test("one is closed while another is open, and nobody goes from one to the other by then", () => {
    const connect = on("2024-06-14T16:00:00");
    const later = on("2024-06-28T16:00:00");
    const call = withDeadlines({ connect, explore: later, impact: later });
    const between = lastInstantOf(connect).add({ milliseconds: 1 });
    expect(new Set(Object.values(doneAt(call, "connect", between)))).toEqual(new Set([false]));
    expect(new Set(Object.values(doneAt(call, "impact", between)))).toEqual(new Set([true]));
    const change = (from: Level, to: Level) =>
      decideLevelChange(call, anApplication({ level: from }), to, between).ok;
    expect([change("connect", "impact"), change("impact", "connect")]).toEqual([false, false]);
    expect(change("explore", "impact")).toBe(true);
  });
});
