import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { decideEditing, decideStart } from "#shared/domain/application.ts";
import { Level, openingOf } from "#shared/domain/call.ts";
import { asItHoldsFor, inForce, type Move } from "#shared/domain/call-deadlines.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import { decideLater, type Extension, laterOf } from "#shared/domain/extension.ts";
import { instant } from "#shared/domain/time.ts";
import { anApplication } from "../support/builders.ts";

const { call } = nic2024;
const own = call.levels.connect.deadline;
const timeZone = "Europe/Oslo";
const until = (localTime: string) => ({ kind: "moment", localTime, timeZone }) as const;
const officer = { id: "staff-1", name: "Saksbehandler" };
const at = instant("2024-06-20T12:00:00Z");

const move = (localTime: string): Move => ({
  ...{ to: until(localTime), reason: "Innloggingen var nede", proposedBy: officer, proposedAt: at },
  ...{ approvedBy: { id: "staff-2", name: "Leder" }, approvedAt: at },
});
const extension = (localTime: string): Extension => ({
  ...{ until: until(localTime), reason: "Sykdom", grantedBy: officer, grantedAt: at },
});

const localTimes = fc
  .date({ min: new Date("2024-01-01"), max: new Date("2025-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 19));

describe("a moved deadline", () => {
  test("holds for every level that would close sooner, and for no other", () => {
    const later = { ...call.levels.impact, deadline: until("2024-08-01T12:00:00") };
    const staggered = { ...call, levels: { ...call.levels, impact: later } };
    const moved = inForce(staggered, { moves: [move("2024-06-28T16:00:00")] });
    expect(moved.levels.connect.deadline).toEqual(until("2024-06-28T16:00:00"));
    expect(moved.levels.impact.deadline).toEqual(later.deadline);
    const arrival = instant("2024-06-28T14:00:00.000Z");
    expect(openingOf(moved, "connect", arrival).state).toBe("open");
    expect(openingOf(moved, "connect", arrival.add({ milliseconds: 1 })).state).toBe("closed");
  });

  test("is never earlier than it was, whatever was moved and extended in which order", () => {
    fc.assert(
      fc.property(fc.array(localTimes), fc.option(localTimes, { nil: undefined }), (moves, extended) => {
        const moved = inForce(call, { moves: moves.map(move) });
        const application = anApplication(extended ? { extension: extension(extended) } : {});
        const held = asItHoldsFor(moved, application);
        for (const level of Level.options) {
          const last = lastInstantOf(held.levels[level].deadline).epochMilliseconds;
          const all = [own, ...moves.map(until), ...(extended ? [until(extended)] : [])];
          expect(last).toBe(Math.max(...all.map((one) => lastInstantOf(one).epochMilliseconds)));
        }
      }),
    );
  });

  test("leaves a call alone that was never moved", () => {
    expect(inForce(call, undefined)).toEqual(call);
  });
});

describe("an extension", () => {
  test("is for its own application, and nobody can begin another on it", () => {
    const late = instant("2024-06-22T08:00:00Z");
    const extended = anApplication({ state: "draft", extension: extension("2024-06-24T12:00:00") });
    expect(decideEditing(asItHoldsFor(call, extended), extended, late).ok).toBe(true);
    expect(decideEditing(asItHoldsFor(call, anApplication()), anApplication(), late).ok).toBe(false);
    expect(decideStart(call, "connect", late).ok).toBe(false);
  });
});

describe("a deadline can only become later", () => {
  test.for([
    ["a minute later", "2024-06-21T16:01:00", true],
    ["the same", "2024-06-21T16:00:00", false],
    ["earlier", "2024-06-21T15:59:59", false],
    ["later than it was, but already past", "2024-06-30T12:00:00", false],
  ] as const)("%s", ([, localTime, allowed]) => {
    const now = allowed || localTime < "2024-06-22" ? at : instant("2024-07-01T00:00:00Z");
    expect(decideLater(own, until(localTime), now).ok).toBe(allowed);
  });

  test("and of two the later one counts, in whichever order they come", () => {
    fc.assert(
      fc.property(localTimes, localTimes, (one, other) => {
        const chosen = lastInstantOf(laterOf(until(one), until(other)));
        expect(chosen).toEqual(lastInstantOf(laterOf(until(other), until(one))));
      }),
    );
  });
});
