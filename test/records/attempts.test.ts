import { describe, expect, test } from "vitest";
import { type Attempt, attemptOf, type NotSent } from "#shared/domain/attempt.ts";
import { CallId } from "#shared/domain/call.ts";
import { same } from "#shared/domain/text.ts";
import { instant } from "#shared/domain/time.ts";
import { attemptsOf, attemptsOfCall, keepAttempt } from "#shared/records/attempts.ts";
import { anApplication, aPerson } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";

const table = await freshTable();
const start = instant("2024-06-21T13:30:00.000Z");
const moment = (milliseconds: number) => start.add({ milliseconds });

const keep = async (
  application: ReturnType<typeof anApplication>,
  milliseconds: number,
  outcome: NotSent | "begun" = { reason: "too-busy" },
  requestId = `Request${milliseconds}=`,
): Promise<Attempt> => {
  const asked = { at: moment(milliseconds), requestId, person: aPerson() };
  const attempt = attemptOf(application, asked, outcome);
  await keepAttempt(table, attempt);
  return attempt;
};

describe("the attempts of an application", () => {
  test("are all kept, whatever became of them, in order of time, and none of another's", async () => {
    const application = anApplication();
    const at = moment(3);
    const problems = [
      { pointer: "/applicant/email", code: "required", label: same("E"), message: same("M") },
    ];
    const third = await keep(application, 3, { reason: "deadline-passed", deadline: start, at });
    const first = await keep(application, 1, "begun");
    const second = await keep(application, 2, { reason: "problems-in-answers", problems });
    await keep(anApplication(), 2);
    expect(await attemptsOf(table, application.id)).toEqual([first, second, third]);
  });

  test("are written once for a request: what was kept first stands", async () => {
    const application = anApplication();
    const kept = await keep(application, 1, "failed", "the-same");
    await keep(application, 1, { reason: "too-busy" }, "the-same");
    expect(await attemptsOf(table, application.id)).toEqual([kept]);
  });
});

describe("the attempts of a call", () => {
  const callId = CallId.parse("attempts-2024");

  test("are those of all its applications, the last first; of an interval those with both its ends and no millisecond more", async () => {
    const kept: Attempt[] = [];
    for (const milliseconds of Array.from({ length: 30 }, (_, i) => i))
      kept.push(await keep(anApplication({ callId }), milliseconds));
    await keep(anApplication({ callId: CallId.parse("other-2024") }), 15);
    expect(await attemptsOfCall(table, callId)).toEqual(kept.toReversed());
    const interval = { from: moment(10), until: moment(20) };
    expect(await attemptsOfCall(table, callId, interval)).toEqual(kept.slice(10, 21).toReversed());
  });
});
