import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { saveSection } from "#shared/records/sections.ts";
import { expire, findSubmission, submissionsOf, submit } from "#shared/records/submissions.ts";
import { aMessage, anApplication, anEvent, aSection } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { applicantAt, submissionOf } from "./applicant.ts";

const table = await freshTable();
const { draft, stored, save, send, takeBack, missDeadline, traces } = applicantAt(table);

/** Another application's change that owes the very same message. */
const oweElsewhere = async (application: Application) => {
  const other = await draft();
  await expire(table, { application: other, event: anEvent(), messages: [aMessage(application)] });
};

describe("submitting", () => {
  test("keeps the copy, the state, the event and the receipt owed, all with the time of arrival", async () => {
    const application = await draft();
    const { submission, event, message, reviewed } = submissionOf(application);
    expect(await submit(table, { application, submission, event, message, reviewed })).toBe("submitted");
    expect(await findSubmission(table, application.id, 1)).toEqual(submission);
    expect(await traces(application)).toEqual({
      application: {
        ...application,
        state: "submitted",
        revision: 2,
        lastEvent: expect.not.stringMatching(application.lastEvent),
        submissions: 1,
        submittedAt: submission.receivedAt,
      },
      sections: [aSection()],
      submissions: [submission],
      messages: [message],
      history: ["application-started", "application-submitted"],
    });
  });

  const outcomesOfTwenty = async (application: Application, key?: string) =>
    Promise.all(Array.from({ length: 20 }, () => send(application, undefined, key)));

  test.each([
    ["the same key", randomUUID()],
    ["keys of their own", undefined],
  ])("twenty times at once with %s gives one submission, one receipt, one event", async (_, key) => {
    const application = await draft();
    const outcomes = await outcomesOfTwenty(application, key);
    expect(outcomes.filter((outcome) => outcome === "submitted")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "changed")).toHaveLength(19);
    const { submissions, messages, history } = await traces(application);
    expect(submissions).toHaveLength(1);
    expect(messages).toHaveLength(1);
    expect(history).toEqual(["application-started", "application-submitted"]);
    if (key) expect(submissions[0]?.idempotencyKey).toBe(key);
  });

  const changes: [string, (application: Application) => Promise<unknown>][] = [
    [
      "a section has been saved since the review",
      (application) => save(application, { revision: 2, answers: {} }),
    ],
    ["a section has appeared since the review", (application) => save(application, { section: "budget" })],
    ["the application has been taken out of draft", (application) => missDeadline(application)],
    ["the receipt is owed already", (application) => oweElsewhere(application)],
  ];

  test.each(changes)("writes nothing at all when %s", async (_, change) => {
    const application = await draft();
    await change(application);
    const before = await traces(application);
    expect(await send(application)).toBe("changed");
    expect(await traces(application)).toEqual(before);
  });

  test("writes nothing when a section reviewed does not exist", async () => {
    const application = await draft();
    expect(await send(application, { applicant: 1, budget: 1 })).toBe("changed");
    expect(await stored(application)).toEqual(application);
  });

  test("either keeps what a save at the same moment wrote, or refuses the save: never both half", async () => {
    for (let round = 0; round < 10; round += 1) {
      const application = await draft();
      const [sent, saving] = await Promise.all([
        send(application),
        save(application, { revision: 2, answers: { organisation: "Changed AS" } }),
      ]);
      expect([sent, saving.outcome]).toBeOneOf([
        ["submitted", "not-editable"],
        ["changed", "saved"],
      ]);
    }
  });

  test("leaves the facts that were copied meanwhile", async () => {
    const application = await draft();
    const section = aSection({ section: "cluster" });
    await saveSection(table, { application, section, facts: { cluster: "Ny klynge" } });
    expect(await send(application)).toBe("submitted");
    expect(await stored(application)).toMatchObject({ cluster: "Ny klynge" });
  });
});

describe("a submission", () => {
  test("is never changed afterwards, by no later change and by no second write of its number", async () => {
    const application = await draft();
    await send(application);
    const first = await findSubmission(table, application.id, 1);
    await takeBack(await stored(application));
    const withdrawn = await stored(application);
    await save(withdrawn, { revision: 2, answers: { organisation: "Changed AS" } });
    const again = { ...withdrawn, submissions: 0 };
    const message = aMessage(withdrawn);
    expect(await submit(table, { ...submissionOf(again, { applicant: 2 }), message })).toBe("changed");
    expect(await send(withdrawn, { applicant: 2 })).toBe("submitted");
    expect(await findSubmission(table, application.id, 1)).toEqual(first);
    expect((await submissionsOf(table, application.id)).map(({ number }) => number)).toEqual([1, 2]);
  });

  test("that is not there is not found", async () => {
    expect(await findSubmission(table, anApplication().id, 1)).toBeUndefined();
  });
});
