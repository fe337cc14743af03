import { beforeEach, describe, expect, test, vi } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import type { Application } from "#shared/domain/application.ts";
import type { Call, Level } from "#shared/domain/call.ts";
import { instant } from "#shared/domain/time.ts";
import { historyOf } from "#shared/records/history.ts";
import { submit, withdraw } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { begin, kept } from "../support/begun.ts";
import { aMessage, anEvent, aSubmission, sentEvent } from "../support/builders.ts";
import { cancelled, freshTable, withFirstTransactionRefused } from "../support/dynamodb.ts";
import { aContext } from "../support/http-event.ts";
import { enforceAt, noticesIn, statesIn, withDeadline } from "./enforcing.ts";

const { call } = nic2024;
const beforeGrace = "2024-06-21T14:00:59.999Z";
const afterGrace = "2024-06-21T14:01:00.000Z";
const anHourLater = "2024-06-21T15:01:00.000Z";

let table: Table;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
});

const started = async (level: Level = "connect"): Promise<Application> => {
  return begin(table, { level });
};

const sent = async (): Promise<Application> => {
  const application = await started();
  const submission = aSubmission(application, { revisions: {} });
  const event = sentEvent(application, submission.receivedAt);
  const message = aMessage(application);
  await submit(table, { application, submission, reviewed: {}, event, message });
  return kept(table, application);
};

const run = (at: string, calls: readonly Call[] = [call], over = table) => enforceAt(over, at, calls);

const states = () => statesIn(table);

/** Of which applications the holders are told. */
const notices = () => noticesIn(table, "draft-expired");

describe("when a deadline has passed by a minute", () => {
  test("drafts are marked, their history says so and their holders are told; what was sent or withdrawn is left", async () => {
    const [draft, submitted, withdrawn] = [await started(), await sent(), await sent()];
    const event = anEvent({ what: "application-withdrawn" });
    const message = aMessage(withdrawn);
    await withdraw(table, { application: withdrawn, at: instant("2024-06-21T13:00:00Z"), event, message });
    await run(afterGrace);
    expect(await states()).toEqual({
      [draft.id]: "expired",
      [submitted.id]: "submitted",
      [withdrawn.id]: "withdrawn",
    });
    expect(await notices()).toEqual([draft.id]);
    expect((await historyOf(table, draft.id)).at(-1)).toMatchObject({
      what: "application-expired",
      who: "system",
      at: instant(afterGrace),
    });
  });

  test("and not a millisecond sooner", async () => {
    const draft = await started();
    await run(beforeGrace);
    expect(await states()).toEqual({ [draft.id]: "draft" });
    expect(await notices()).toEqual([]);
  });

  test("one level's deadline leaves the other levels alone", async () => {
    const staggered = withDeadline(call, "impact", "2024-06-28T16:00:00");
    const [connect, impact] = [await started("connect"), await started("impact")];
    await run(afterGrace, [staggered]);
    expect(await states()).toEqual({ [connect.id]: "expired", [impact.id]: "draft" });
    await run("2024-06-28T14:01:00.000Z", [staggered]);
    expect(await states()).toEqual({ [connect.id]: "expired", [impact.id]: "expired" });
    expect(await notices()).toHaveLength(2);
  });
});

describe("the end is the same however the schedule runs", () => {
  test.for([
    ["on time", [afterGrace]],
    ["twice", [afterGrace, afterGrace]],
    ["late", [anHourLater]],
    ["out of order", [anHourLater, beforeGrace, afterGrace]],
    ["early and then late", [beforeGrace, anHourLater]],
    ["years late", ["2026-01-01T00:00:00.000Z"]],
  ] as const)("%s", async ([, times]) => {
    const drafts = [await started("connect"), await started("explore"), await started("impact")];
    for (const time of times) await run(time);
    expect(await states()).toEqual(Object.fromEntries(drafts.map(({ id }) => [id, "expired"])));
    expect((await notices()).toSorted()).toEqual(drafts.map(({ id }) => id).toSorted());
    for (const { id } of drafts)
      expect((await historyOf(table, id)).filter(({ what }) => what === "application-expired")).toHaveLength(
        1,
      );
  });

  test("several at once", async () => {
    const drafts = [await started(), await started(), await started()];
    await Promise.allSettled([run(afterGrace), run(afterGrace), run(afterGrace)]);
    await run(anHourLater);
    expect(Object.values(await states())).toEqual(drafts.map(() => "expired"));
    expect(await notices()).toHaveLength(3);
  });
});

test("one that fails stops no other, and the run asks to be made again until all is done", async () => {
  const drafts = [await started(), await started(), await started()];
  const hindered = withFirstTransactionRefused(table);
  await expect(run(afterGrace, [call], hindered)).rejects.toThrow("Not all could be done: close");
  expect(Object.values(await states()).toSorted()).toEqual(["draft", "expired", "expired"]);
  await run(afterGrace);
  expect(Object.values(await states())).toEqual(drafts.map(() => "expired"));
  expect(await notices()).toHaveLength(3);
});

test("a draft that somebody changes while it is being closed is closed by another run, which is asked for", async () => {
  const draft = await started();
  const hindered = withFirstTransactionRefused(table, cancelled("ConditionalCheckFailed", "None", "None"));
  await expect(run(afterGrace, [call], hindered)).rejects.toThrow("Not all could be done: close");
  expect(await states()).toEqual({ [draft.id]: "draft" });
  await run(afterGrace);
  expect(await states()).toEqual({ [draft.id]: "expired" });
});

describe("what the schedule sends", () => {
  const handle = async (event: unknown) => {
    vi.stubEnv("TABLE_NAME", table.name);
    vi.stubEnv("REGISTER_URL", "http://127.0.0.1:9");
    vi.stubEnv("RECEIPT_KEYS", "2024-1=arn:aws:kms:eu-north-1:111122223333:key/1");
    vi.resetModules();
    const { handler } = await import("../../functions/deadline-enforcement/index.ts");
    return handler(event, aContext);
  };
  test("is the time it was due, and that time decides", async () => {
    const draft = await started();
    await handle({ at: "2024-06-21T14:00:00Z" });
    expect(await states()).toEqual({ [draft.id]: "draft" });
    await handle({ at: "2024-06-21T14:01:00Z" });
    expect(await states()).toEqual({ [draft.id]: "expired" });
  });
  test.for([{}, { at: "<aws.scheduler.scheduled-time>" }, { at: 5 }, null])(
    "is refused as %o",
    async (event) => {
      await expect(handle(event)).rejects.toThrow();
    },
  );
});
