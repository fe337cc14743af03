import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { instant } from "#shared/domain/time.ts";
import { applicationsOf, findApplication } from "#shared/records/applications.ts";
import { historyOf } from "#shared/records/history.ts";
import { recordLook } from "#shared/records/looks.ts";
import { claimMessage } from "#shared/records/message-tries.ts";
import { messagesDue } from "#shared/records/messages.ts";
import { saveSection } from "#shared/records/sections.ts";
import { latestSubmissions, submit } from "#shared/records/submissions.ts";
import { encode, TooBusy } from "#shared/records/table.ts";
import { keys } from "#shared/records/table-keys.ts";
import { aMessage, anEvent, aSection } from "../support/builders.ts";
import {
  cancelled,
  type DynamoDbAnswer,
  failure,
  freshTable,
  throttled,
  withObstacle,
} from "../support/dynamodb.ts";
import { applicantAt, submissionOf } from "./applicant.ts";

const table = await freshTable();
const { draft, traces } = applicantAt(table);

/** The error for the first so many requests, and nothing in the way after. */
const first = (count: number, error: DynamoDbAnswer) => (request: number) =>
  request <= count ? error : undefined;

const always = (error: DynamoDbAnswer) => () => error;

const conflict = cancelled("TransactionConflict", "None", "None", "None", "None");
const unlucky = cancelled("None", "ThrottlingError", "None", "ConditionalCheckFailed", "None");

describe.concurrent("others in the way", () => {
  test.each([
    ["hold an item", 5, conflict],
    ["take up an item's throughput, whatever else is said", 5, unlucky],
    ["take up the table's throughput", 2, throttled],
    ["take up the account's throughput", 2, failure("ThrottlingException")],
  ])("that %s for a while are waited for, and then all is written once", async (_, times, error) => {
    const application = await draft();
    const { table: hindered, requests } = withObstacle(table, "refuse", first(times, error));
    expect(await submit(hindered, submissionOf(application))).toBe("submitted");
    expect(requests()).toBe(times + 1);
    const { submissions, messages, history } = await traces(application);
    expect([submissions.length, messages.length, history.length]).toEqual([1, 1, 2]);
  });

  test.each([
    ["hold an item", conflict],
    [
      "take up an item's throughput",
      cancelled("ProvisionedThroughputExceeded", "None", "None", "None", "None"),
    ],
    ["take up the table's throughput", throttled],
    ["take up the account's throughput", failure("ThrottlingException")],
    ["go over its limit of requests", failure("RequestLimitExceeded")],
    ["are at the same transaction", failure("TransactionInProgressException")],
  ])("that %s all the time make it too busy, and nothing is half done", async (_, error) => {
    const application = await draft();
    const before = await traces(application);
    const { table: hindered } = withObstacle(table, "refuse", always(error));
    await expect(submit(hindered, submissionOf(application))).rejects.toThrow(TooBusy);
    const section = aSection({ revision: 2, answers: {} });
    await expect(saveSection(hindered, { application, section })).rejects.toThrow(TooBusy);
    expect(await traces(application)).toEqual(before);
    expect(await submit(table, submissionOf(application))).toBe("submitted");
  });

  test("make reading too busy as well", async () => {
    const application = await draft();
    const { table: hindered } = withObstacle(table, "refuse", always(throttled));
    const reads: Promise<unknown>[] = [
      findApplication(hindered, application.id),
      applicationsOf(hindered, application.owner.id),
      latestSubmissions(hindered, [{ ...application, submissions: 1 }]),
    ];
    await Promise.all(reads.map((read) => expect(read).rejects.toThrow(TooBusy)));
  });

  test("that hold one item are waited for by a single write too", async () => {
    const application = await draft();
    await submit(table, submissionOf(application));
    const message = aMessage(application);
    const { id } = message;
    const inUse = failure("TransactionConflictException");
    const { table: hindered } = withObstacle(table, "refuse", first(3, inUse));
    const at = instant("2024-06-20T12:00:05Z");
    const claimed = await claimMessage(hindered, message, { at, until: at.add({ seconds: 90 }) });
    expect(claimed).toMatchObject({ id, attempts: 1 });
    const due = await messagesDue(table, at);
    expect(due.map((one) => one.id)).not.toContain(id);
  });

  test("do not hide a condition that fails once they are gone", async () => {
    const application = await draft();
    await submit(table, submissionOf(application));
    const { table: hindered } = withObstacle(table, "refuse", first(3, conflict));
    expect(await submit(hindered, submissionOf(application))).toBe("changed");
  });
});

describe("a batch of which all is left over", () => {
  const submitted = async (): Promise<Application> => {
    const application = await draft();
    await submit(table, submissionOf(application));
    return { ...application, submissions: 1 };
  };

  const allLeft = ({ id }: Application): DynamoDbAnswer => ({
    Responses: {},
    UnprocessedKeys: { [table.name]: { Keys: [encode({ ...keys.submission(id, 1) })] } },
  });

  test("is asked for again", async () => {
    const application = await submitted();
    const { table: hindered } = withObstacle(table, "refuse", first(4, allLeft(application)));
    expect(await latestSubmissions(hindered, [application])).toHaveLength(1);
  });

  test("all the time is too busy", async () => {
    const application = await submitted();
    const { table: hindered } = withObstacle(table, "refuse", always(allLeft(application)));
    await expect(latestSubmissions(hindered, [application])).rejects.toThrow(TooBusy);
  });
});

describe("an answer lost on its way back", () => {
  test.each([throttled, conflict])(
    "is asked for again, and what was written is written once",
    async (error) => {
      const application = await draft();
      const { table: hindered } = withObstacle(table, "lose", first(1, error));
      expect(await submit(hindered, submissionOf(application))).toBe("submitted");
      expect((await traces(application)).submissions).toHaveLength(1);
    },
  );

  test("makes no trouble for an event, which is recorded once", async () => {
    const application = await draft();
    const { table: hindered } = withObstacle(table, "lose", first(1, failure("InternalServerError")));
    const event = anEvent({ what: "application-viewed", at: instant("2024-06-24T07:00:00Z") });
    await recordLook(hindered, application, event);
    expect((await historyOf(table, application.id)).slice(1)).toMatchObject([event]);
  });

  test("is not asked for again as another's: a second request with new words is a conflict or changed", async () => {
    const application = await draft();
    const lost = withObstacle(table, "lose", always(conflict)).table;
    const section = aSection({ revision: 2, answers: { organisation: randomUUID() } });
    await expect(saveSection(lost, { application, section })).rejects.toThrow(TooBusy);
    expect(await saveSection(table, { application, section })).toEqual({ outcome: "saved", section });
    const other = { ...section, answers: { organisation: "Other AS" } };
    expect(await saveSection(table, { application, section: other })).toMatchObject({ outcome: "conflict" });
  });
});

describe("a transaction refused for a reason of its own", () => {
  test("is an error that names the reason and holds nothing of what was written", async () => {
    const application = await draft();
    const tooLarge = cancelled("ValidationError", "None", "None", "None", "None");
    const { table: hindered, requests } = withObstacle(table, "refuse", always(tooLarge));
    const failure = await submit(hindered, submissionOf(application)).catch((error: unknown) => error);
    expect(failure).toEqual(new Error("The transaction was cancelled: ValidationError"));
    expect(Object.keys(failure ?? {})).toEqual([]);
    expect(requests()).toBe(1);
  });
});
