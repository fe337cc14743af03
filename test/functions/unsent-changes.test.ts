import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { instant } from "#shared/domain/time.ts";
import { beginChange } from "#shared/records/changes.ts";
import { historyOf } from "#shared/records/history.ts";
import { messagesOf } from "#shared/records/messages.ts";
import { saveSection } from "#shared/records/sections.ts";
import { submit } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { begin, kept } from "../support/begun.ts";
import { aMessage, anEvent, aSection, aSubmission, sentEvent } from "../support/builders.ts";
import { freshTable, withFirstTransactionRefused } from "../support/dynamodb.ts";
import { extend } from "../support/extended.ts";
import { enforceAt } from "./enforcing.ts";

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
  const event = sentEvent(application, submission.receivedAt);
  const message = aMessage(application);
  await submit(table, { application, submission, reviewed: submission.revisions, event, message });
  return change(await kept(table, application));
};

const write = (application: Application, revision = 2) =>
  saveSection(table, {
    application,
    section: aSection({ revision, answers: { organisation: `Ny ${revision}` } }),
  });

const run = (at: string, over = table) => enforceAt(over, at);
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
    const application = await extend(table, await changing(), "2024-06-24T12:00:00");
    await write(application);
    await run(afterGrace);
    expect((await kept(table, application)).changingSince).toBeDefined();
    await run("2024-06-24T10:01:00.000Z");
    expect(await notices(application)).toHaveLength(1);
  });

  test("are told of once for a submission, also when more time was given and the same was left again", async () => {
    const application = await changing();
    await write(application);
    await run(afterGrace);
    const longer = await extend(
      table,
      await kept(table, application),
      "2024-06-24T12:00:00",
      "2024-06-21T15:00:00Z",
    );
    await write(await change(longer), 3);
    await run("2024-06-24T10:01:00.000Z");
    expect((await kept(table, application)).changingSince).toBeUndefined();
    expect(await ended(application)).toHaveLength(2);
    expect(await notices(application)).toHaveLength(1);
  });

  test("are ended by another run when one breaks, and stop no other", async () => {
    const all = [await changing(), await changing()];
    for (const one of all) await write(one);
    const hindered = withFirstTransactionRefused(table);
    await expect(run(afterGrace, hindered)).rejects.toThrow();
    const left = await Promise.all(all.map(async (one) => (await kept(table, one)).changingSince));
    expect(left.filter((since) => since !== undefined)).toHaveLength(1);
    await run(afterGrace);
    for (const one of all) expect(await notices(one)).toHaveLength(1);
  });
});
