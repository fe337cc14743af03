import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import {
  Attempt,
  AttemptOutcome,
  attemptOf,
  type NotSent,
  refusedIn,
  toldToApplicants,
} from "#shared/domain/attempt.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import { same } from "#shared/domain/text.ts";
import { instant } from "#shared/domain/time.ts";
import { anApplication, aPerson } from "../support/builders.ts";

const application = anApplication();
const deadline = instant("2024-06-21T14:00:00.000Z");
const secret = "What somebody answered";

const attemptAt = (outcome: NotSent | "begun", at = deadline) =>
  attemptOf(application, { at, requestId: "request-1" }, outcome);

const problem = (place: number): Problem => ({
  pointer: `/members/list/${place}/name`,
  code: "required",
  label: same("Name"),
  message: same(secret),
});

describe("an attempt", () => {
  test("is of one application and call, and says who was signed in, if anybody was", () => {
    const person = aPerson({ name: "Kari Testesen" });
    const attempt = attemptOf(application, { at: deadline, requestId: "request-1", person }, "begun");
    const { id: applicationId, callId } = application;
    const arrived = { applicationId, callId, at: deadline, requestId: "request-1", outcome: "begun" };
    expect(attempt).toEqual({ ...arrived, person: { id: person.id, name: "Kari Testesen" } });
    expect(attemptAt("begun")).toEqual(arrived);
  });

  test("that came too late says how late to the millisecond, and no other does", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000_000 }), (milliseconds) => {
        const at = deadline.add({ milliseconds });
        expect(attemptAt({ reason: "deadline-passed", deadline, at }, at).lateMs).toBe(milliseconds);
        expect(attemptAt({ reason: "too-busy" }, at)).not.toHaveProperty("lateMs");
        expect(attemptAt("failed", at)).not.toHaveProperty("lateMs");
      }),
    );
  });

  test("says where something was wrong, a hundred places at most and the true count, and never what was answered", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
        const problems = Array.from({ length: count }, (_, place) => problem(place));
        const attempt = attemptAt({ reason: "problems-in-answers", problems });
        expect(attempt.missing?.count).toBe(count);
        expect(attempt.missing?.first).toEqual(
          problems.slice(0, 100).map(({ pointer, code }) => ({ pointer, code })),
        );
        expect(JSON.stringify(attempt)).not.toContain(secret);
      }),
    );
  });

  test("never holds what a refusal tells of answers or of others", () => {
    const attempt = attemptAt({
      reason: "saved-elsewhere",
      theirs: { revision: 1, answers: { name: secret }, savedAt: deadline, savedBy: secret },
    });
    expect(attempt.outcome).toBe("saved-elsewhere");
    expect(JSON.stringify([attempt, attemptAt({ reason: "not-yours-to-do", owner: secret })])).not.toContain(
      secret,
    );
  });

  test("comes back from its record as it was", () => {
    const attempt = attemptAt({ reason: "problems-in-answers", problems: [problem(1)] });
    expect(Attempt.parse(z.encode(Attempt, attempt))).toEqual(attempt);
  });
});

test("opening the page is no refusal, and applicants are not told that a stranger came by", () => {
  const all = AttemptOutcome.options.map((outcome) => ({ ...attemptAt("begun"), outcome }));
  const outcomes = (some: readonly Attempt[]) => some.map(({ outcome }) => outcome);
  const refused = AttemptOutcome.options.filter((outcome) => outcome !== "begun");
  expect(outcomes(refusedIn(all))).toEqual(refused);
  expect(outcomes(toldToApplicants(all))).toEqual(refused.filter((outcome) => outcome !== "not-found"));
});
