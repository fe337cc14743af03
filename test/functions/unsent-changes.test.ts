import { beforeEach, describe, expect, test, vi } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import type { Application } from "#shared/domain/application.ts";
import { Extension } from "#shared/domain/extension.ts";
import { instant } from "#shared/domain/time.ts";
import { applicationsOfCall } from "#shared/records/applications.ts";
import { beginChange } from "#shared/records/changes.ts";
import { historyOf } from "#shared/records/history.ts";
import { messagesOf } from "#shared/records/messages.ts";
import { saveSection } from "#shared/records/sections.ts";
import { submit } from "#shared/records/submissions.ts";
import { openTable, type Table } from "#shared/records/table.ts";
import { enforceDeadlines } from "../../functions/deadline-enforcement/enforce.ts";
import { endUnsentChanges } from "../../functions/deadline-enforcement/unsent-changes.ts";
import { begin, kept } from "../support/begun.ts";
import { aMessage, anEvent, aSection, aSubmission } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";

const { call } = nic2024;
const beforeGrace = "2024-06-21T14:00:59.999Z";
const afterGrace = "2024-06-21T14:01:00.000Z";

let table: Table;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
});

const change = async (application: Application): Promise<Application> => {
  const at = instant("2024-06-20T14:00:00Z");
  await beginChange(table, { application, at, event: anEvent({ what: "change-begun" }) });
  return kept(table, application);
};

/** One that is sent, with a section written, and being changed. */
const changing = async (given: Partial<Application> = {}): Promise<Application> => {
  const application = await begin(table, given);
  await saveSection(table, { application, section: aSection() });
  const submission = aSubmission(application, { revisions: { applicant: 1, budget: 0 } });
  const event = anEvent({ what: "application-submitted" });
  const message = aMessage(application);
  await submit(table, { application, submission, reviewed: submission.revisions, event, message });
  return change(await kept(table, application));
};

const write = (application: Application, revision = 2) =>
  saveSection(table, {
    application,
    section: aSection({ revision, answers: { organisation: `Ny ${revision}` } }),
  });

const run = (at: string, over = table) => enforceDeadlines(over, [call], instant(at));
const again = async (at: string) =>
  endUnsentChanges(table, call, await applicationsOfCall(table, call.id), instant(at));
const notices = async ({ id }: Application) =>
  (await messagesOf(table, id)).filter(({ content }) => content.kind === "changes-not-sent");
const ended = async ({ id }: Application) =>
  (await historyOf(table, id)).filter(({ what }) => what === "change-ended");

describe("changes that were not sent when the deadline came", () => {
  test("are left, what was sent stands, and the owner is told so once", async () => {
    const application = await changing();
    await write(application);
    for (const at of [beforeGrace, afterGrace, afterGrace, "2024-06-21T15:01:00.000Z"]) await run(at);
    const now = await kept(table, application);
    expect(now).toMatchObject({ state: "submitted", submissions: 1, changesUnsentAt: instant(afterGrace) });
    expect(now.changingSince).toBeUndefined();
    expect(await ended(application)).toMatchObject([{ who: "system", detail: "1", at: instant(afterGrace) }]);
    expect(await notices(application)).toMatchObject([
      {
        id: `changes-not-sent.${application.id}.001`,
        to: application.owner.email,
        content: {
          number: 1,
          receivedAt: instant("2024-06-20T12:00:00Z"),
          deadline: instant("2024-06-21T14:00:00Z"),
        },
      },
    ]);
  });

  test("are none when nothing differs from what was sent: the change has ended and nobody is told", async () => {
    const application = await changing();
    await run(afterGrace);
    const now = await kept(table, application);
    expect([now.state, now.changingSince, now.changesUnsentAt]).toEqual(["submitted", undefined, undefined]);
    expect(await ended(application)).toHaveLength(1);
    expect(await notices(application)).toEqual([]);
  });

  test("may be sent until the application's own deadline, which may be later", async () => {
    const until = { kind: "moment", localTime: "2024-06-24T12:00:00", timeZone: "Europe/Oslo" };
    const officer = { id: "ola", name: "Ola Saksbehandler" };
    const extension = Extension.parse({
      until,
      reason: "Sykdom",
      grantedBy: officer,
      grantedAt: "2024-06-20T10:00:00.000Z",
    });
    const application = await changing({ extension });
    await write(application);
    await run(afterGrace);
    expect((await kept(table, application)).changingSince).toBeDefined();
    expect(await again("2024-06-24T10:01:00.000Z")).toBe(true);
    expect(await notices(application)).toHaveLength(1);
  });

  test("are told of once for a submission, also when more time was given and the same was left again", async () => {
    const application = await changing();
    await write(application);
    await run(afterGrace);
    await write(await change(await kept(table, application)), 3);
    expect(await again("2024-06-24T10:01:00.000Z")).toBe(true);
    expect((await kept(table, application)).changingSince).toBeUndefined();
    expect(await ended(application)).toHaveLength(2);
    expect(await notices(application)).toHaveLength(1);
  });

  test("are ended by another run when one breaks, and stop no other", async () => {
    const all = [await changing(), await changing()];
    for (const one of all) await write(one);
    let transactions = 0;
    const hindered = openTable(table.name);
    hindered.client.middlewareStack.add(
      (next, { commandName }) =>
        async (given) => {
          if (commandName === "TransactWriteItemsCommand" && ++transactions === 1) throw new Error("refused");
          return next(given);
        },
      { step: "initialize", name: "first-transaction-fails" },
    );
    await expect(run(afterGrace, hindered)).rejects.toThrow();
    const left = await Promise.all(all.map(async (one) => (await kept(table, one)).changingSince));
    expect(left.filter((since) => since !== undefined)).toHaveLength(1);
    await run(afterGrace);
    for (const one of all) expect(await notices(one)).toHaveLength(1);
  });
});
