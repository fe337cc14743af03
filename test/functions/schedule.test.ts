import { beforeEach, expect, test, vi } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import type { Message } from "#shared/domain/message.ts";
import { instant } from "#shared/domain/time.ts";
import { applicationsOfCall } from "#shared/records/applications.ts";
import { beginChange } from "#shared/records/changes.ts";
import { closingsOf } from "#shared/records/closings.ts";
import { messagesDue } from "#shared/records/messages.ts";
import { saveSection } from "#shared/records/sections.ts";
import { submit, withdraw } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { begin, kept } from "../support/begun.ts";
import { aMessage, anEvent, aSection, aSubmission, sentEvent } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { extend } from "../support/extended.ts";
import { call, enforceAt } from "./enforcing.ts";

let table: Table;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
});

/** When there is something to do: three reminders, the deadline, an extension with its own, warnings and deletions. */
const times = [
  ...["2024-06-14T14:00:00Z", "2024-06-19T14:00:00Z", "2024-06-20T14:00:00Z", "2024-06-21T14:01:00Z"],
  ...["2024-06-26T10:00:00Z", "2024-06-27T10:00:00Z", "2024-06-28T10:01:00Z"],
  ...["2024-09-05T14:00:00Z", "2024-09-12T10:00:00Z", "2024-09-18T22:00:00Z", "2024-09-25T22:00:00Z"],
] as const;

/** Runs that come when all of it should have been done long ago. */
const afterwards = ["2024-10-01T12:00:00Z", "2024-10-20T12:00:00Z"] as const;

const begun = () => begin(table, { startedAt: instant("2024-04-02T08:00:00Z") });

/** With a mail that is owed still, or has gone. */
const sent = async (mail: Partial<Message> = {}): Promise<Application> => {
  const application = await begun();
  await saveSection(table, { application, section: aSection() });
  const submission = aSubmission(application, { revisions: { applicant: 1 } });
  const event = sentEvent(application, submission.receivedAt);
  const message = aMessage(application, mail);
  await submit(table, { application, submission, reviewed: submission.revisions, event, message });
  return kept(table, application);
};

const takenBack = async (): Promise<void> => {
  // What confirms something is not deleted before it has gone.
  const application = await sent({ state: "sent" });
  const at = instant("2024-06-20T15:00:00Z");
  const message = aMessage(await begun(), { state: "sent" });
  await withdraw(table, { application, at, event: anEvent({ what: "application-withdrawn", at }), message });
};

const changing = async (): Promise<void> => {
  const application = await sent();
  const at = instant("2024-06-20T15:00:00Z");
  await beginChange(table, { application, at, event: anEvent({ what: "change-begun", at }) });
  await saveSection(table, {
    application,
    section: aSection({ revision: 2, answers: { organisation: "Ny" } }),
  });
};

/** One of everything, whose names are the order in which they were begun. */
const fill = async (): Promise<void> => {
  await begun();
  await extend(table, await begun(), "2024-06-28T12:00:00");
  await sent();
  await takenBack();
  await changing();
};

const kindsOwed = async () =>
  (await messagesDue(table, instant("2030-01-01T00:00:00Z")))
    .map(({ id }) => String(id).split(".")[0] ?? "")
    .toSorted();

/** All that is left when it is over, with nothing in it that chance has made. */
const end = async () => {
  const applications = await applicationsOfCall(table, call.id);
  const closings = await closingsOf(table, call.id);
  return {
    applications: applications
      .map(({ state, submissions, changesUnsentAt }) => ({
        ...{ state, submissions, isUnsent: changesUnsentAt !== undefined },
      }))
      .toSorted((a, b) => Number(a.isUnsent) - Number(b.isUnsent)),
    closings: closings.map(({ list, numbers }) => ({
      ...numbers,
      level: list.level,
      listed: list.applications.length,
    })),
    owed: await kindsOwed(),
  };
};

const after = (minutes: number) => times.map((time) => instant(time).add({ minutes }).toString());
const hourly = times.map((time) => {
  const hour = 3_600_000;
  return instant(Math.ceil(instant(time).epochMilliseconds / hour) * hour).toString();
});

const none = { sent: 0, withdrawn: 0, drafts: 0, extended: 0, refused: 0, listed: 0 };
const ended = {
  applications: [
    { state: "submitted", submissions: 1, isUnsent: false },
    { state: "submitted", submissions: 1, isUnsent: true },
  ],
  closings: [
    { level: "connect", sent: 2, withdrawn: 1, drafts: 2, extended: 1, refused: 0, listed: 2 },
    { ...none, level: "explore" },
    { ...none, level: "impact" },
  ],
  // What was said of an application that is deleted is deleted with it.
  owed: ["changes-not-sent", "closing-summary", "receipt", "receipt"],
};

/** Before the first deletion: of three drafts, one with a week more. */
const told = [
  ...["changes-not-sent", "closing-summary"],
  ...["deletion-notice", "deletion-notice", "deletion-notice", "deletion-notice"],
  ...["draft-expired", "draft-expired", "draft-expired", "receipt", "receipt"],
  ...Array.from({ length: 9 }, (_, at) => `reminder-${["day", "two-days", "week"][Math.floor(at / 3)]}`),
];

test.for([
  ["on time", times],
  ["ten minutes late", after(10)],
  ["each twice", times.flatMap((time) => [time, time])],
  ["only each hour", hourly],
] as const)(
  "the end is the same, and each message is owed once, when the schedule runs %s",
  async ([, runs]) => {
    await fill();
    const isEarly = (time: string) => time < "2024-09-18";
    for (const time of runs.filter(isEarly)) await enforceAt(table, time);
    expect(await kindsOwed()).toEqual(told);
    for (const time of runs.filter((one) => !isEarly(one))) await enforceAt(table, time);
    expect(await end()).toEqual(ended);
  },
);

const everyOther = [...times.filter((_, at) => at % 2), ...times.filter((_, at) => !(at % 2))];

test.for([
  ["from the last to the first", times.toReversed()],
  ["every other time, and then the others", everyOther],
  ["not at all until it is over", []],
] as const)("the end is the same when the schedule runs %s", async ([, runs]) => {
  await fill();
  for (const time of [...runs, ...afterwards]) await enforceAt(table, time);
  expect(await end()).toEqual(ended);
});
