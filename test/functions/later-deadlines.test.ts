import { beforeEach, describe, expect, test, vi } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import type { Application } from "#shared/domain/application.ts";
import { decideApproval, decideProposal } from "#shared/domain/call-deadlines.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import { decideExtension } from "#shared/domain/extension.ts";
import { instant } from "#shared/domain/time.ts";
import { applicationsOfCall } from "#shared/records/applications.ts";
import { keepCallDeadlines, readCallDeadlines } from "#shared/records/call-deadlines.ts";
import { callsInForce } from "#shared/records/calls.ts";
import { extend } from "#shared/records/extensions.ts";
import { historyOf } from "#shared/records/history.ts";
import { messagesDue } from "#shared/records/messages.ts";
import { submit, withdraw } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { followMoves } from "../../functions/deadline-enforcement/moved-deadline.ts";
import { begin, kept } from "../support/begun.ts";
import { aMessage, anApplication, anEvent, aSubmission, sentEvent } from "../support/builders.ts";
import { freshTable, withFirstTransactionRefused } from "../support/dynamodb.ts";
import { enforceAt } from "./enforcing.ts";

const { call } = nic2024;
const timeZone = "Europe/Oslo";
const afterDeadline = "2024-06-21T14:01:00.000Z";
const approvedAt = "2024-06-21T15:00:00.000Z";
const afterApproval = "2024-06-21T15:01:00.000Z";
const newDeadline = "2024-06-28T16:00:00";
const afterNew = "2024-06-28T14:01:00.000Z";
const extendedTo = "2024-06-24T12:00:00";
const beforeGrace = "2024-06-24T10:00:59.999Z";
const afterExtension = "2024-06-24T10:01:00.000Z";

let table: Table;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
});

const sent = async (): Promise<Application> => {
  const application = await begin(table);
  const submission = aSubmission(application, { revisions: {} });
  const event = sentEvent(application, submission.receivedAt);
  await submit(table, { application, submission, reviewed: {}, event, message: aMessage(application) });
  return kept(table, application);
};

const takenBack = async (): Promise<Application> => {
  const application = await sent();
  const message = aMessage(application, { id: aMessage(anApplication()).id });
  const event = anEvent({ what: "application-withdrawn" });
  await withdraw(table, { application, at: instant("2024-06-21T13:00:00Z"), event, message });
  return kept(table, application);
};

const extendTo = async (application: Application, localTime: string, at = "2024-06-21T14:30:00Z") => {
  const now = await kept(table, application);
  const extension = {
    ...{ until: { kind: "moment", localTime, timeZone } as const, reason: "Sykdom" },
    ...{ grantedBy: { id: "ola", name: "Ola" }, grantedAt: instant(at) },
  };
  if (!decideExtension(call, now, extension).ok) throw new Error("It was refused");
  await extend(table, {
    ...{ application: now, extension, messages: [] },
    event: anEvent({ what: "extension-granted" }),
  });
};

const moveTo = async (localTime: string, at = approvedAt) => {
  const event = () => anEvent({ what: "deadline-moved" });
  const proposed = decideProposal(call, await readCallDeadlines(table, call.id), {
    ...{ to: { kind: "moment", localTime, timeZone } as const, reason: "Innloggingen var nede" },
    ...{ proposedBy: { id: "ola", name: "Ola" }, proposedAt: instant(at) },
  });
  if (!proposed.ok) throw new Error("It was refused");
  await keepCallDeadlines(table, proposed.value, event());
  const approved = decideApproval(call, proposed.value, {
    ...{ seen: proposed.value.revision, by: { id: "anne", name: "Anne" }, at: instant(at) },
  });
  if (!approved.ok) throw new Error("It was refused");
  await keepCallDeadlines(table, approved.value, event());
};

/** As the schedules have it run: moved deadlines, extensions that end, and levels that close. */
const run = async (at: string, over = table): Promise<boolean> => {
  const calls = await callsInForce(over);
  const moved = await followMoves(over, calls, instant(at));
  await enforceAt(
    over,
    at,
    calls.map((one) => one.call),
  );
  return moved;
};

const states = async () =>
  Object.fromEntries((await applicationsOfCall(table, call.id)).map(({ id, state }) => [id, state]));

const told = async (kind: string) =>
  (await messagesDue(table, instant("2027-01-01T00:00:00Z")))
    .filter(({ content }) => content.kind === kind)
    // Messages around a deadline say in their id whom they are to, too.
    .map(({ id }) => String(id).split(".").slice(0, 3).join("."))
    .toSorted();

const idOf = (kind: string, { id }: Application, localTime: string) => {
  const last = lastInstantOf({ kind: "moment", localTime, timeZone }).epochMilliseconds;
  return `${kind}.${id}.${last}`;
};

describe("when the deadline of a call has been moved", () => {
  test("what had expired is a draft again, and everybody who may use the time is told, once", async () => {
    const [expired, submitted, withdrawn] = [await begin(table), await sent(), await takenBack()];
    await run(afterDeadline);
    const draft = await begin(table);
    await moveTo(newDeadline);
    await run(afterApproval);
    expect(await states()).toEqual({
      [expired.id]: "draft",
      [draft.id]: "draft",
      [submitted.id]: "submitted",
      [withdrawn.id]: "withdrawn",
    });
    const ids = [expired, submitted, draft].map((one) => idOf("deadline-moved", one, newDeadline));
    expect(await told("deadline-moved")).toEqual(ids.toSorted());
    expect((await historyOf(table, expired.id)).at(-1)).toMatchObject({
      ...{ what: "application-reopened", who: "system", at: instant(afterApproval) },
    });
    const [message] = (await messagesDue(table, instant("2027-01-01T00:00:00Z"))).filter(
      ({ id }) => id === idOf("deadline-moved", submitted, newDeadline),
    );
    expect(message?.content).toMatchObject({
      ...{ state: "submitted", from: instant("2024-06-21T14:00:00Z"), to: instant("2024-06-28T14:00:00Z") },
      reason: "Innloggingen var nede",
    });
  });

  test("nothing happens by a run that was due before it was approved", async () => {
    const expired = await begin(table);
    await run(afterDeadline);
    await moveTo(newDeadline);
    await run(afterDeadline);
    expect(await states()).toEqual({ [expired.id]: "expired" });
    expect(await told("deadline-moved")).toEqual([]);
  });

  test("when it is found out after that deadline too, nothing is opened and nobody is told of it", async () => {
    const [expired] = [await begin(table), await sent()];
    await run(afterDeadline);
    await moveTo(newDeadline);
    await run(afterNew);
    await run(afterApproval);
    expect(await states()).toMatchObject({ [expired.id]: "expired" });
    expect(await told("deadline-moved")).toEqual([]);
    expect(await told("draft-expired")).toHaveLength(1);
  });

  test("before it had passed, nobody expires until the new one, and then they are told of that", async () => {
    const draft = await begin(table);
    await moveTo(newDeadline, "2024-06-21T12:00:00Z");
    await run(afterDeadline);
    expect(await states()).toEqual({ [draft.id]: "draft" });
    await run(afterNew);
    expect(await states()).toEqual({ [draft.id]: "expired" });
    expect(await told("draft-expired")).toEqual([idOf("draft-expired", draft, newDeadline)]);
  });

  test("whoever has more time already keeps it and is not written to", async () => {
    const [longer, shorter] = [await begin(table), await begin(table)];
    await extendTo(longer, "2024-07-31T12:00:00");
    await extendTo(shorter, extendedTo);
    await moveTo(newDeadline);
    await run(afterApproval);
    expect(await told("deadline-moved")).toEqual([idOf("deadline-moved", shorter, newDeadline)]);
    await run(afterExtension);
    expect(await states()).toEqual({ [longer.id]: "draft", [shorter.id]: "draft" });
    await run(afterNew);
    expect(await states()).toEqual({ [longer.id]: "draft", [shorter.id]: "expired" });
  });

  test("twice before anybody was told, they are told of the one that holds", async () => {
    const draft = await begin(table);
    await moveTo(newDeadline);
    await moveTo("2024-07-05T16:00:00", "2024-06-21T15:00:30.000Z");
    await run(afterApproval);
    expect(await told("deadline-moved")).toEqual([idOf("deadline-moved", draft, "2024-07-05T16:00:00")]);
  });
});

describe("when an extension has ended", () => {
  test("a draft that was left alone at the deadline expires after its own, and not a millisecond sooner", async () => {
    const [extended, other] = [await begin(table), await begin(table)];
    await extendTo(extended, extendedTo, "2024-06-20T12:00:00Z");
    await run(afterDeadline);
    expect(await states()).toEqual({ [extended.id]: "draft", [other.id]: "expired" });
    await run(beforeGrace);
    expect(await states()).toMatchObject({ [extended.id]: "draft" });
    await run(afterExtension);
    expect(await states()).toMatchObject({ [extended.id]: "expired" });
    expect(await told("draft-expired")).toEqual(
      [
        idOf("draft-expired", extended, extendedTo),
        idOf("draft-expired", other, "2024-06-21T16:00:00"),
      ].toSorted(),
    );
  });

  test("a draft that had expired before is told a second time", async () => {
    const draft = await begin(table);
    await run(afterDeadline);
    await extendTo(draft, extendedTo);
    expect(await states()).toEqual({ [draft.id]: "draft" });
    await run(afterExtension);
    expect(await states()).toEqual({ [draft.id]: "expired" });
    expect(await told("draft-expired")).toHaveLength(2);
  });

  test("what was sent or withdrawn is as it was", async () => {
    const all = [await sent(), await takenBack()];
    for (const one of all) await extendTo(one, extendedTo);
    const before = await states();
    await run(afterExtension);
    expect(await states()).toEqual(before);
    expect(await told("draft-expired")).toEqual([]);
  });
});

describe("the end is the same however the schedule runs", () => {
  test.for([
    ["on time", [afterDeadline, afterApproval, afterExtension, afterNew]],
    ["each twice", [afterDeadline, afterDeadline, afterApproval, afterApproval, afterNew, afterNew]],
    ["late", [afterNew]],
    ["from the last to the first", [afterNew, afterExtension, afterApproval, afterDeadline]],
    ["late and then late again", [afterExtension, afterDeadline, afterNew, afterApproval]],
    ["years late", ["2026-01-01T00:00:00.000Z"]],
  ] as const)("%s", async ([, times]) => {
    const [draft, extended, longer] = [await begin(table), await begin(table), await begin(table)];
    const submitted = await sent();
    await extendTo(extended, extendedTo);
    await extendTo(longer, "2026-03-01T12:00:00");
    await moveTo(newDeadline);
    for (const time of times) expect(await run(time)).toBe(true);
    expect(await states()).toEqual({
      [draft.id]: "expired",
      [extended.id]: "expired",
      [longer.id]: "draft",
      [submitted.id]: "submitted",
    });
    expect(await told("draft-expired")).toEqual(
      [draft, extended].map((one) => idOf("draft-expired", one, newDeadline)).toSorted(),
    );
  });

  test("one that fails stops no other, and what is left is done by the next", async () => {
    const drafts = [await begin(table), await begin(table), await begin(table)];
    await run(afterDeadline);
    await moveTo(newDeadline);
    const hindered = withFirstTransactionRefused(table);
    expect(await run(afterApproval, hindered)).toBe(false);
    expect(Object.values(await states()).toSorted()).toEqual(["draft", "draft", "expired"]);
    expect(await run(afterApproval)).toBe(true);
    expect(Object.values(await states())).toEqual(drafts.map(() => "draft"));
    expect(await told("deadline-moved")).toHaveLength(3);
  });
});
