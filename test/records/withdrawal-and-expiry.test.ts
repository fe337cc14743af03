import { describe, expect, test } from "vitest";
import { messagesOf } from "#shared/records/messages.ts";
import { expire } from "#shared/records/submissions.ts";
import { aMessage, anEvent } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { applicantAt, withdrawalAt } from "./applicant.ts";

const table = await freshTable();
const { draft, stored, send, takeBack, missDeadline, traces } = applicantAt(table);

describe("withdrawing", () => {
  test("keeps the submission and when it was sent, and tells so", async () => {
    const application = await draft();
    await send(application);
    const submitted = await stored(application);
    expect(await takeBack(submitted)).toBe("withdrawn");
    const { application: now, submissions, messages, history } = await traces(application);
    expect(now).toEqual({
      ...submitted,
      ...{ state: "withdrawn", withdrawnAt: withdrawalAt, revision: 3 },
      lastEvent: expect.not.stringMatching(submitted.lastEvent),
    });
    expect(submissions).toHaveLength(1);
    expect(messages).toHaveLength(2);
    expect(new Set(history)).toContain("application-withdrawn");
  });

  test("twice at once happens once", async () => {
    const application = await draft();
    await send(application);
    const submitted = await stored(application);
    const outcomes = await Promise.all([takeBack(submitted), takeBack(submitted)]);
    expect(outcomes.toSorted()).toEqual(["changed", "withdrawn"]);
    expect(await messagesOf(table, application.id)).toHaveLength(2);
  });

  test("is forgotten by the state, not by the history, when it is sent again", async () => {
    const application = await draft();
    await send(application);
    await takeBack(await stored(application));
    await send(await stored(application));
    const now = await stored(application);
    expect(now).toMatchObject({ state: "submitted", submissions: 2, revision: 4 });
    expect(now.withdrawnAt).toBeUndefined();
  });
});

describe("expiring", () => {
  test("marks a draft and tells its owner once, however often it is done", async () => {
    const application = await draft();
    const change = { application, event: anEvent(), messages: [aMessage(application)] };
    expect(await expire(table, change)).toBe("expired");
    expect(await expire(table, change)).toBe("changed");
    expect(await stored(application)).toMatchObject({ state: "expired", revision: 2 });
    expect(await messagesOf(table, application.id)).toHaveLength(1);
  });

  test("leaves a draft alone that has been sent meanwhile", async () => {
    const application = await draft();
    await send(application);
    const before = await traces(application);
    expect(await missDeadline(application)).toBe("changed");
    expect(await traces(application)).toEqual(before);
  });

  test("loses nothing that arrived in time: it is sent as soon as it is decided on again", async () => {
    const application = await draft();
    await missDeadline(application);
    expect(await send(application)).toBe("changed");
    expect(await send(await stored(application))).toBe("submitted");
  });
});
