import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { EmailAddress, PersonId } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import { keepRegistration } from "#shared/records/registrations.ts";
import { openTable, type Table } from "#shared/records/table.ts";
import { begin, kept } from "../support/begun.ts";
import { aPerson, aRegistration, aRegistrationMessage } from "../support/builders.ts";
import { join } from "../support/colleagues.ts";
import { freshTable } from "../support/dynamodb.ts";
import { extend } from "../support/extended.ts";
import { call, enforceAt, noticesIn, owedIn, withDeadline } from "./enforcing.ts";
import { keepSubmitted } from "./records.ts";

const week = "2024-06-14T14:00:00Z";
const twoDays = "2024-06-19T14:00:00Z";
const day = "2024-06-20T14:00:00Z";

let table: Table;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
});

const aWriter = (id: string) =>
  aPerson({ id: PersonId.parse(id), email: EmailAddress.parse(`${id}@kollega.example`) });

/** What was reminded of, by whom it went to. */
const reminded = async () =>
  (await owedIn(table, "reminder")).map(({ to, content }) => `${content.which} ${to}`).toSorted();

describe("a week before the deadline", () => {
  test("the owner and the colleagues who may write are reminded, once, in their own languages", async () => {
    const application = await begin(table, { language: "en" });
    await join(table, application, aWriter("skriver"), "edit", "nn");
    await join(table, await kept(table, application), aWriter("leser"), "read");
    await join(table, await kept(table, application), aWriter("uten-valg"));
    await enforceAt(table, "2024-06-14T13:59:59Z");
    expect(await reminded()).toEqual([]);
    await enforceAt(table, week);
    await enforceAt(table, "2024-06-14T15:00:00Z");
    const messages = await owedIn(table, "reminder");
    expect(messages.map(({ to, language }) => [to, language]).toSorted()).toEqual([
      ["kari@eksempel.example", "en"],
      ["skriver@kollega.example", "nn"],
      ["uten-valg@kollega.example", "en"],
    ]);
  });

  test("the message holds nothing but ids", async () => {
    const application = await begin(table, { cluster: "Hemmelig klynge", organisation: "Hemmelig AS" });
    await enforceAt(table, week);
    expect((await owedIn(table, "reminder")).map(({ content }) => content)).toEqual([
      {
        kind: "reminder",
        callId: call.id,
        applicationId: application.id,
        reader: application.owner.id,
        deadline: instant("2024-06-21T14:00:00Z"),
        which: "week",
      },
    ]);
  });

  test("nobody is who has sent, and nobody who began after it", async () => {
    await keepSubmitted(table);
    await begin(table, { startedAt: instant("2024-06-14T14:00:00.001Z") });
    await enforceAt(table, "2024-06-14T15:00:00Z");
    expect(await reminded()).toEqual([]);
    await enforceAt(table, twoDays);
    expect(await reminded()).toEqual(["two-days kari@eksempel.example"]);
  });
});

describe("however the schedule runs", () => {
  test.for([
    ["on time", [week, twoDays, day], ["day", "two-days", "week"]],
    ["twice", [week, week, twoDays, twoDays, day, day], ["day", "two-days", "week"]],
    [
      "late",
      ["2024-06-16T00:00:00Z", "2024-06-20T13:00:00Z", "2024-06-21T13:00:00Z"],
      ["day", "two-days", "week"],
    ],
    ["out of order", [day, week, twoDays], ["day"]],
    ["once, in the end", ["2024-06-21T13:59:00Z"], ["day"]],
    ["when it is over", ["2024-06-21T14:01:00Z"], []],
  ] as const)("%s, each reminder goes once and none in vain", async ([, times, kinds]) => {
    await begin(table);
    for (const time of times) await enforceAt(table, time);
    expect(await reminded()).toEqual(kinds.map((kind) => `${kind} kari@eksempel.example`));
  });

  test("several at once", async () => {
    await begin(table);
    await Promise.all([enforceAt(table, week), enforceAt(table, week), enforceAt(table, week)]);
    expect(await reminded()).toHaveLength(1);
  });
});

describe("another deadline is reminded of anew", () => {
  test("when that of the call is moved", async () => {
    await begin(table);
    await enforceAt(table, twoDays);
    const moved = withDeadline(call, "connect", "2024-06-28T16:00:00");
    await enforceAt(table, "2024-06-21T14:00:00Z", [moved]);
    await enforceAt(table, "2024-06-26T14:00:00Z", [moved]);
    const owed = await owedIn(table, "reminder");
    expect(owed.map(({ content }) => [content.which, content.deadline.toString()]).toSorted()).toEqual([
      ["two-days", "2024-06-21T14:00:00Z"],
      ["two-days", "2024-06-28T14:00:00Z"],
      ["week", "2024-06-28T14:00:00Z"],
    ]);
  });

  test("when one application has one of its own, and not that of the others", async () => {
    const application = await extend(table, await begin(table), "2024-06-28T16:00:00");
    for (const time of [week, twoDays, day]) await enforceAt(table, time);
    expect(await reminded()).toEqual([]);
    await enforceAt(table, "2024-06-21T14:00:00Z");
    await enforceAt(table, "2024-06-26T14:30:00Z");
    await enforceAt(table, "2024-06-26T15:30:00Z");
    expect(await reminded()).toEqual(["two-days kari@eksempel.example", "week kari@eksempel.example"]);
    expect(await noticesIn(table, "reminder")).toEqual([application.id, application.id]);
  });

  test("but not of what was due before it was given", async () => {
    await extend(table, await begin(table), "2024-06-25T16:00:00", "2024-06-21T08:00:00Z");
    await enforceAt(table, "2024-06-21T09:00:00Z");
    expect(await reminded()).toEqual([]);
    await enforceAt(table, "2024-06-21T14:00:00Z");
    expect(await reminded()).toEqual(["two-days kari@eksempel.example"]);
  });
});

test("applications are read once in a run, and only when something is due", async () => {
  await begin(table);
  const counted = openTable(table.name);
  let queries = 0;
  counted.client.middlewareStack.add(
    (next, { commandName }) =>
      async (given) => {
        if (commandName === "QueryCommand" && JSON.stringify(given.input).includes("#APPLICATIONS#"))
          queries += 1;
        return next(given);
      },
    { step: "initialize", name: "count" },
  );
  const queriesAt = async (time: string): Promise<number> => {
    queries = 0;
    await enforceAt(counted, time);
    return queries;
  };
  const oncePerPartition = 10;
  expect(await queriesAt("2024-05-20T12:00:00Z")).toBe(0);
  expect(await queriesAt(week)).toBe(oncePerPartition);
  expect(await queriesAt("2024-06-15T12:00:00Z")).toBe(0);
  expect(await queriesAt("2024-06-21T14:01:00Z")).toBe(oncePerPartition);
  expect(await queriesAt("2024-06-21T15:00:00Z")).toBe(0);
  expect(await queriesAt("2024-09-05T14:00:00Z")).toBe(oncePerPartition);
  expect(await queriesAt("2024-09-05T15:00:00Z")).toBe(0);
});

describe("before sign-up for the webinar closes", () => {
  const twoDaysBefore = "2024-04-26T10:00:00Z";
  const began = instant("2024-04-10T08:00:00Z");
  const ownedBy = (id: string): Partial<Application> => ({
    startedAt: began,
    owner: { id: PersonId.parse(id), name: id, email: `${id}@eksempel.example` },
  });
  const invited = async () => (await owedIn(table, "webinar-reminder")).map(({ to }) => to).toSorted();

  test("whoever has a draft and has not signed up is told once, however many drafts they have", async () => {
    await begin(table, ownedBy("ane"));
    await begin(table, { ...ownedBy("ane"), level: "impact" });
    await begin(table, ownedBy("bo"));
    const registration = aRegistration({ email: EmailAddress.parse("bo@eksempel.example") });
    await keepRegistration(table, { registration, message: aRegistrationMessage(registration) });
    await enforceAt(table, "2024-04-26T09:59:59Z");
    expect(await invited()).toEqual([]);
    await enforceAt(table, twoDaysBefore);
    await enforceAt(table, "2024-04-26T11:00:00Z");
    expect(await invited()).toEqual(["ane@eksempel.example"]);
  });

  test("nobody is told who gave their place back, has sent, or began later; nor anybody when it has closed", async () => {
    await begin(table, ownedBy("cecilie"));
    const registration = aRegistration({
      email: EmailAddress.parse("cecilie@eksempel.example"),
      state: "cancelled",
    });
    await keepRegistration(table, { registration, message: aRegistrationMessage(registration) });
    await keepSubmitted(table, ownedBy("dag"));
    await begin(table, { ...ownedBy("eva"), startedAt: instant("2024-04-26T10:00:00.001Z") });
    await enforceAt(table, "2024-04-26T12:00:00Z");
    expect(await invited()).toEqual([]);
    await begin(table, ownedBy("finn"));
    await enforceAt(table, "2024-04-29T22:00:00Z");
    expect(await invited()).toEqual([]);
  });
});
