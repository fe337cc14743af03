import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ApplicationState } from "#shared/domain/application.ts";
import { countingSubmission, differsFrom, standingOf } from "#shared/domain/standing.ts";

const applications = fc.record({
  state: fc.constantFrom(...ApplicationState.options),
  submissions: fc.integer({ min: 0, max: 30 }),
});
const numbersOf = (submissions: number) => Array.from({ length: submissions }, (_, i) => i + 1);

describe("of all that has been sent", () => {
  test("at most one counts: the last while the application is sent, and none when it is not", () => {
    fc.assert(
      fc.property(applications, (application) => {
        const counting = numbersOf(application.submissions).filter(
          (number) => standingOf(application, number) === "counts",
        );
        const isSent = application.state === "submitted" && application.submissions > 0;
        expect(counting).toEqual(isSent ? [application.submissions] : []);
        expect(countingSubmission(application)).toBe(counting[0]);
      }),
    );
  });

  test("a change that is begun moves nothing", () => {
    const sent = { state: "submitted", submissions: 2 } as const;
    const changing = { ...sent, changingSince: "2024-06-20T10:00:00.000Z" };
    expect(countingSubmission(changing)).toBe(countingSubmission(sent));
  });

  test("the earlier ones are replaced, and the last is withdrawn when the application is", () => {
    expect(numbersOf(3).map((number) => standingOf({ state: "submitted", submissions: 3 }, number))).toEqual([
      "replaced",
      "replaced",
      "counts",
    ]);
    expect(numbersOf(2).map((number) => standingOf({ state: "withdrawn", submissions: 2 }, number))).toEqual([
      "replaced",
      "withdrawn",
    ]);
  });
});

test("what differs from what was sent is any section that it has in another revision, and no other section", () => {
  const sent = { revisions: { applicant: 2, budget: 0 } };
  expect(differsFrom(sent, { applicant: 2 })).toBe(false);
  expect(differsFrom(sent, { applicant: 2, budget: 0, impact: 7 })).toBe(false);
  expect(differsFrom(sent, { applicant: 3, budget: 0 })).toBe(true);
  expect(differsFrom(sent, { applicant: 2, budget: 1 })).toBe(true);
});
