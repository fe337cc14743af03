import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import type { Application } from "#shared/domain/application.ts";
import { attemptOf, type NotSent } from "#shared/domain/attempt.ts";
import { Closing, listText } from "#shared/domain/closing.ts";
import { sha256 } from "#shared/domain/digest.ts";
import { instant } from "#shared/domain/time.ts";
import { keepAttempt } from "#shared/records/attempts.ts";
import { closingsOf } from "#shared/records/closings.ts";
import { findSubmission, submit, withdraw } from "#shared/records/submissions.ts";
import { openTable, type Table } from "#shared/records/table.ts";
import { deadlineDuties } from "../../functions/deadline-enforcement/duties.ts";
import { enforce } from "../../functions/deadline-enforcement/enforce.ts";
import { openTerms } from "../../functions/deadline-enforcement/terms.ts";
import { routes } from "../../functions/staff-console/routes.ts";
import { begin, kept } from "../support/begun.ts";
import { localBucket } from "../support/bucket.ts";
import { aMessage, anApplication, anEvent, aSubmission } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { extend } from "../support/extended.ts";
import { asking, signedIn } from "./asking.ts";
import { call, enforceAt, owedIn, withDeadline } from "./enforcing.ts";
import { keepSubmitted } from "./records.ts";

const aMinuteAfter = "2024-06-21T14:01:00Z";

let table: Table;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
});

const takeBack = async (application: Application, at = "2024-06-21T13:00:00Z") => {
  await withdraw(table, {
    application,
    at: instant(at),
    event: anEvent({ what: "application-withdrawn", at: instant(at), detail: "1" }),
    message: aMessage(application, { id: aMessage(anApplication()).id }),
  });
};

const sendAgain = async (application: Application, at: string) => {
  const number = application.submissions + 1;
  await submit(table, {
    application,
    submission: aSubmission(application, { revisions: {}, receivedAt: instant(at) }),
    reviewed: {},
    event: anEvent({ what: "application-submitted", at: instant(at), detail: String(number) }),
    message: aMessage(application),
  });
};

const deadline = instant("2024-06-21T14:00:00Z");
const late: NotSent = { reason: "deadline-passed", deadline, at: deadline.add({ seconds: 30 }) };
const attemptAt = (application: Application, at: string, outcome: NotSent | "begun") =>
  keepAttempt(table, attemptOf(application, { at: instant(at), requestId: randomUUID() }, outcome));

/** What was fixed, level by level. */
const closings = async () =>
  Object.fromEntries(
    (await closingsOf(table, call.id)).map((closing) => [
      `${closing.list.level} ${closing.list.deadline}`,
      closing,
    ]),
  );
const connect = "connect 2024-06-21T14:00:00.000Z";

describe("when a deadline has passed by a minute", () => {
  test("what stood sent is fixed with the submission that counts, and the others are counted", async () => {
    const sent = await keepSubmitted(table);
    await sendAgain(sent, "2024-06-21T12:00:00Z");
    await takeBack(await keepSubmitted(table));
    const draft = await begin(table);
    await attemptAt(draft, "2024-06-21T13:59:00Z", "failed");
    await attemptAt(draft, "2024-06-21T14:00:30Z", late);
    await attemptAt(draft, "2024-06-21T13:58:00Z", "begun");
    await attemptAt(draft, "2024-06-21T14:01:00.001Z", late);
    const elsewhere = await keepSubmitted(table, { level: "impact" });
    await enforceAt(table, aMinuteAfter);
    const fixed = (await closings())[connect];
    const counts = await findSubmission(table, sent.id, 2);
    expect(fixed).toMatchObject({
      numbers: { sent: 1, withdrawn: 1, drafts: 1, extended: 0, refused: 2 },
      list: { applications: [{ reference: sent.reference, submission: 2, digest: counts?.digest }] },
    });
    expect(fixed?.digest).toBe(fixed && sha256(listText(fixed.list)));
    const impact = (await closings())["impact 2024-06-21T14:00:00.000Z"];
    expect(impact?.list.applications.map(({ reference }) => reference)).toEqual([elsewhere.reference]);
  });

  test("and not a millisecond sooner", async () => {
    await keepSubmitted(table);
    await enforceAt(table, "2024-06-21T14:00:59.999Z");
    expect(await closings()).toEqual({});
    expect(await owedIn(table, "closing-summary")).toEqual([]);
  });

  test("the staff of the call get one mail for levels that close together, with numbers and no names", async () => {
    const sent = await keepSubmitted(table, { organisation: "Hemmelig AS" });
    await begin(table, { level: "explore" });
    await enforceAt(table, aMinuteAfter);
    const [mail, ...more] = await owedIn(table, "closing-summary");
    expect(more).toEqual([]);
    expect(mail?.to).toBe(call.closingReportTo);
    const fixed = await closings();
    expect(
      mail?.content.levels.map(({ level, sent: number, drafts, digest }) => [level, number, drafts, digest]),
    ).toEqual([
      ["connect", 1, 0, fixed[connect]?.digest],
      ["explore", 0, 1, fixed["explore 2024-06-21T14:00:00.000Z"]?.digest],
      ["impact", 0, 0, fixed["impact 2024-06-21T14:00:00.000Z"]?.digest],
    ]);
    expect(JSON.stringify(mail)).not.toContain("Hemmelig");
    expect(JSON.stringify(mail)).not.toContain(sent.owner.name);
  });

  test("a level that closes later is told of by itself, then", async () => {
    const staggered = withDeadline(call, "impact", "2024-06-28T16:00:00");
    await keepSubmitted(table, { level: "impact" });
    await enforceAt(table, aMinuteAfter, [staggered]);
    const levels = async () =>
      (await owedIn(table, "closing-summary"))
        .map(({ content }) => content.levels.map(({ level }) => level))
        .toSorted();
    expect(await levels()).toEqual([["connect", "explore"]]);
    await enforceAt(table, "2024-06-28T14:01:00Z", [staggered]);
    expect(await levels()).toEqual([["connect", "explore"], ["impact"]]);
  });
});

describe("the list is the same however late it is made", () => {
  test.for([
    ["on time", [aMinuteAfter]],
    ["twice", [aMinuteAfter, aMinuteAfter]],
    ["late", ["2024-06-23T00:00:00Z"]],
    ["out of order", ["2024-06-23T00:00:00Z", "2024-06-21T13:00:00Z", aMinuteAfter]],
  ] as const)("%s", async ([, times]) => {
    const early = await extend(table, await keepSubmitted(table), "2024-07-01T12:00:00");
    const late = await extend(table, await begin(table), "2024-07-01T12:00:00");
    await begin(table);
    const [first, ...others] = times;
    // What they do under their extension happens after the deadline, and before a run that is late.
    const onTime = first === aMinuteAfter;
    if (onTime) await enforceAt(table, first);
    await takeBack(early, "2024-06-22T10:00:00Z");
    await sendAgain(late, "2024-06-22T11:00:00Z");
    for (const time of onTime ? others : times) await enforceAt(table, time);
    const fixed = (await closings())[connect];
    expect(fixed?.numbers).toEqual({ sent: 1, withdrawn: 0, drafts: 1, extended: 1, refused: 0 });
    expect(fixed?.list.applications.map(({ reference }) => reference)).toEqual([early.reference]);
    expect(await owedIn(table, "closing-summary")).toHaveLength(1);
  });
});

test("what is fixed is never written over, and the mail tells of that", async () => {
  await keepSubmitted(table);
  const broken = openTable(table.name);
  broken.client.middlewareStack.add(
    (next) => async (given) => {
      if (JSON.stringify(given.input).includes("closing-summary")) throw new Error("refused");
      return next(given);
    },
    { step: "initialize", name: "no-mail" },
  );
  await expect(enforceAt(broken, aMinuteAfter)).rejects.toThrow("Not all could be done: summarise");
  const before = await closings();
  await keepSubmitted(table);
  await enforceAt(table, "2024-06-21T15:00:00Z");
  expect(await closings()).toEqual(before);
  const [mail] = await owedIn(table, "closing-summary");
  expect(mail?.content.levels[0]).toMatchObject({ sent: 1, digest: before[connect]?.digest });
});

test("a duty that fails stops no other, and the run asks to be made again", async () => {
  const draft = await begin(table);
  const around = await openTerms(table, [call], instant(aMinuteAfter));
  const broken = () => Promise.reject(new Error("broken"));
  await expect(
    enforce(around, { first: broken, ...deadlineDuties, last: async () => false }),
  ).rejects.toThrow("Not all could be done: first, last");
  expect((await kept(table, draft)).state).toBe("expired");
});

describe("staff see how a call closed", () => {
  const path = `/staff/calls/${call.id}/closing`;
  const asStaff = async () => {
    const s3 = await localBucket();
    const ask = asking(table, ({ site }) => routes(table, s3.bucket, site.url));
    const cookie = await signedIn(table, { roles: ["manager"] });
    return (accept = "text/html") => ask({ path, cookies: [cookie], headers: { accept } });
  };

  test("on a page that has the list to copy, and as JSON with what the digest is over", async () => {
    const sent = await keepSubmitted(table);
    await enforceAt(table, aMinuteAfter);
    const ask = await asStaff();
    const page = await ask();
    expect(page.status).toBe(200);
    const fixed = (await closings())[connect];
    expect(page.text).toContain(sent.reference);
    expect(page.text).toContain(fixed?.digest);
    const told = z.object({ items: z.array(Closing) }).parse((await ask("application/json")).json);
    expect(told.items.map(({ list }) => list.level)).toEqual(["connect", "explore", "impact"]);
    for (const { list, digest } of told.items) expect(sha256(listText(list))).toBe(digest);
  });

  test("and that it has not, before it has", async () => {
    const ask = await asStaff();
    expect((await ask()).text).toContain("Ingen frist har gått ut ennå.");
  });
});
