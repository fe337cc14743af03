import { describe, expect, test } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { instant } from "#shared/domain/time.ts";
import { beginChange, endChange } from "#shared/records/changes.ts";
import { sentOfApplication } from "#shared/records/receipts.ts";
import { saveSection } from "#shared/records/sections.ts";
import { submit } from "#shared/records/submissions.ts";
import { aMessage, anApplication, anEvent, aSection } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { applicantAt, submissionOf } from "./applicant.ts";

const table = await freshTable();
const { draft, stored, save, send, takeBack, traces } = applicantAt(table);
const at = instant("2024-06-20T14:00:00.000Z");

const sent = async (): Promise<Application> => {
  const application = await draft();
  await send(application);
  return stored(application);
};
const begin = (application: Application) =>
  beginChange(table, { application, at, event: anEvent({ what: "change-begun" }) });
const changing = async (): Promise<Application> => {
  const application = await sent();
  await begin(application);
  return stored(application);
};
const end = (application: Application, more: Partial<Parameters<typeof endChange>[1]> = {}) =>
  endChange(table, {
    application,
    event: anEvent({ what: "change-ended" }),
    compared: { applicant: 1 },
    ...more,
  });

describe("a change", () => {
  test("is begun once, leaves what was sent as it is, and owes nobody a mail", async () => {
    const application = await sent();
    const before = await traces(application);
    const outcomes = await Promise.all([begin(application), begin(application)]);
    expect(outcomes.toSorted()).toEqual(["begun", "changed"]);
    expect(await traces(application)).toEqual({
      ...before,
      application: {
        ...application,
        changingSince: at,
        revision: 3,
        lastEvent: expect.not.stringMatching(application.lastEvent),
      },
      history: [...before.history, "change-begun"],
    });
  });

  test("lets the sections be saved, and the names in lists stay those of what was sent", async () => {
    const application = await sent();
    expect((await save(application, { revision: 2 })).outcome).toBe("not-editable");
    const now = await changing();
    const section = aSection({ revision: 2, answers: { organisation: "Ny AS" } });
    const saving = await saveSection(table, {
      application: now,
      section,
      facts: { organisation: "Ny AS" },
    });
    expect(saving.outcome).toBe("saved");
    expect(await stored(now)).toEqual(now);
  });

  test("that was begun after somebody read a draft has them read it again, and no name is copied", async () => {
    const application = await draft();
    await send(application);
    await begin(await stored(application));
    const section = aSection({ section: "cluster" });
    const saving = await saveSection(table, { application, section, facts: { cluster: "Usendt" } });
    expect(saving.outcome).toBe("access-changed");
    expect((await stored(application)).cluster).toBe("");
  });

  test("is sent as the next submission, with its names, and has then ended", async () => {
    const application = await changing();
    await save(application, { revision: 2, answers: { organisation: "Ny AS" } });
    const sending = submissionOf(application, { applicant: 2 });
    expect(await submit(table, { ...sending, facts: { organisation: "Ny AS" } })).toBe("submitted");
    const now = await stored(application);
    expect(now).toMatchObject({ state: "submitted", submissions: 2, organisation: "Ny AS" });
    expect(now.changingSince).toBeUndefined();
    expect((await sentOfApplication(table, now)).map(({ number }) => number)).toEqual([1, 2]);
  });

  test("ends when the application is withdrawn", async () => {
    const application = await changing();
    expect(await takeBack(application)).toBe("withdrawn");
    expect((await stored(application)).changingSince).toBeUndefined();
  });
});

describe("a change that is not sent", () => {
  test("ends with nothing noted but the event when nothing differs", async () => {
    const application = await changing();
    const before = await traces(application);
    expect(await end(application)).toBe("ended");
    const { application: now, history, ...rest } = await traces(application);
    const { changingSince: _, ...unchanged } = before.application;
    expect(now).toEqual({
      ...unchanged,
      revision: 4,
      lastEvent: expect.not.stringMatching(unchanged.lastEvent),
    });
    expect(history).toEqual([...before.history, "change-ended"]);
    expect(rest).toMatchObject({ messages: before.messages, submissions: before.submissions });
  });

  test("leaves word of what differs, which is gone when it is changed or sent again", async () => {
    const application = await changing();
    await save(application, { revision: 2, answers: { organisation: "Ny AS" } });
    const message = aMessage(application, { id: aMessage(anApplication()).id });
    const unsent = { at, message };
    expect(await end(application, { compared: { applicant: 2 }, unsent })).toBe("ended");
    const now = await stored(application);
    expect(now).toMatchObject({ state: "submitted", submissions: 1, changesUnsentAt: at });
    expect(now.changingSince).toBeUndefined();
    expect((await traces(now)).messages).toContainEqual(message);
    await begin(now);
    expect((await stored(now)).changesUnsentAt).toBeUndefined();
  });

  test.each([
    [
      "a section was saved after they were compared",
      (one: Application) => save(one, { revision: 2, answers: {} }),
    ],
    ["it has been sent meanwhile", (one: Application) => send(one, { applicant: 1 })],
  ])("does not end when %s", async (_, meanwhile) => {
    const application = await changing();
    await meanwhile(application);
    const before = await traces(application);
    expect(await end(application)).toBe("changed");
    expect(await traces(application)).toEqual(before);
  });
});
