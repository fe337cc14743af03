import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import type { Attempt } from "#shared/domain/attempt.ts";
import { PersonId } from "#shared/domain/person.ts";
import { languages } from "#shared/domain/text.ts";
import { startApplication } from "#shared/records/applications.ts";
import { attemptsOf, attemptsOfCall } from "#shared/records/attempts.ts";
import { saveSection } from "#shared/records/sections.ts";
import { submissionsOf } from "#shared/records/submissions.ts";
import { openTable, type Table } from "#shared/records/table.ts";
import { routes as draftRoutes } from "../../functions/draft/routes.ts";
import { routes } from "../../functions/submission/routes.ts";
import { completeDraft } from "../support/answers.ts";
import { anApplication, anEvent, aPerson, aSection } from "../support/builders.ts";
import { join } from "../support/colleagues.ts";
import {
  cancelled,
  type DynamoDbAnswer,
  failure,
  freshTable,
  throttled,
  withObstacle,
} from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { openTestKeys } from "../support/receipt-keys.ts";
import { nobody } from "../support/register.ts";
import { asking, signedIn } from "./asking.ts";

const { keys } = await openTestKeys("2024-1");
const inTime = "2024-06-21T14:00:00.000Z";
const tooLate = "2024-06-21T14:00:00.001Z";
const mediaTypes = { page: { accept: "text/html" }, json: { accept: "application/json" } };

let table: Table;
let ask: (request: Request) => Promise<Told>;
let owner: readonly string[];
let lines: string[];
beforeEach(async () => {
  lines = [];
  vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  table = await freshTable();
  ask = asking(table, (around) => routes({ ...around, keys }));
  owner = [await signedIn(table)];
});

const keepWhole = async (given: Partial<Application> = {}): Promise<Application> => {
  const application = anApplication(given);
  await startApplication(table, { application, event: anEvent() });
  for (const [section, answers] of Object.entries(completeDraft("connect")))
    await saveSection(table, { application, section: aSection({ section, answers }) });
  return application;
};
const keepEmpty = async (given: Partial<Application> = {}): Promise<Application> => {
  const application = anApplication(given);
  await startApplication(table, { application, event: anEvent() });
  return application;
};

const revisionsOf = (application: Application, one: 0 | 1) =>
  Object.fromEntries(Object.keys(completeDraft(application.level)).map((section) => [section, one]));

/** What the review page of a whole draft (every section saved once), or of an empty one, sends. */
const sending = (application: Application, one: 0 | 1 = 1, more: Partial<Request> = {}): Request => ({
  method: "POST",
  path: `/nb/applications/${application.id}/submission`,
  at: inTime,
  requestId: "JKJaXmPLvHcESHA=",
  cookies: owner,
  json: { idempotencyKey: randomUUID(), revisions: revisionsOf(application, one) },
  ...more,
});

const kept = ({ id }: Application): Promise<Attempt[]> => attemptsOf(table, id);
const outcomes = async (application: Application) => (await kept(application)).map(({ outcome }) => outcome);

/** The same function over a table that cannot do some of what it is asked. */
const hindered = (answer: DynamoDbAnswer, ...commands: readonly string[]) => {
  const obstacle = (_: number, command: string) =>
    commands.some((one) => command.startsWith(one)) ? answer : undefined;
  const hindered = withObstacle(table, "refuse", obstacle).table;
  return asking(table, ({ site }) => routes({ table: hindered, keys, site }));
};

/** The same table through a client that never hears back when it asks this. */
const unanswering = (command: string): Table => {
  const silent = openTable(table.name);
  silent.client.middlewareStack.add(
    (next, { commandName = "" }) =>
      (given) =>
        commandName.startsWith(command) ? new Promise(() => undefined) : next(given),
    { step: "finalizeRequest" },
  );
  return silent;
};

describe("sending", () => {
  test("that is accepted leaves a submission and no attempt, however often it is repeated", async () => {
    const application = await keepWhole();
    const request = sending(application);
    for (const at of [inTime, inTime, tooLate]) expect((await ask({ ...request, at })).status).toBe(201);
    expect(await submissionsOf(table, application.id)).toHaveLength(1);
    expect(await kept(application)).toEqual([]);
  });

  test("a millisecond too late is kept with who, when and how late, once for the request", async () => {
    const application = await keepWhole();
    for (let times = 0; times < 2; times += 1)
      expect((await ask(sending(application, 1, { at: tooLate }))).status).toBe(410);
    const [attempt, ...others] = await kept(application);
    expect(attempt).toMatchObject({
      outcome: "deadline-passed",
      lateMs: 1,
      requestId: "JKJaXmPLvHcESHA=",
      person: { id: application.owner.id, name: "Kari Testesen" },
    });
    expect(attempt?.at.toString()).toBe("2024-06-21T14:00:00.001Z");
    expect(others).toEqual([]);
    expect(await attemptsOfCall(table, application.callId)).toEqual([attempt]);
  });

  test("what is not answered is kept as places and codes, and never as answers", async () => {
    const application = await keepEmpty();
    await saveSection(table, {
      application,
      section: aSection({ answers: { organisation: "Hemmelig AS", email: "hemmelig" } }),
    });
    const revisions = { ...revisionsOf(application, 0), applicant: 1 };
    const told = await ask(sending(application, 0, { json: { idempotencyKey: randomUUID(), revisions } }));
    expect(told.status).toBe(422);
    const [attempt] = await kept(application);
    expect(attempt?.missing?.first).toContainEqual({ pointer: "/applicant/email", code: expect.any(String) });
    expect(attempt?.missing?.count).toBe(attempt?.missing?.first.length);
    expect(JSON.stringify(attempt).toLowerCase()).not.toContain("hemmelig");
  });

  test("by a colleague who may only write, and by a stranger, is kept with who it was", async () => {
    const application = await keepWhole();
    const line = aPerson({ id: PersonId.parse("line"), name: "Line" });
    await join(table, application, line, "edit");
    const stranger = aPerson({ id: PersonId.parse("stranger"), name: "Fremmed" });
    for (const [person, status] of [
      [line, 403],
      [stranger, 404],
    ] as const) {
      const cookies = [await signedIn(table, person)];
      const request = sending(application, 1, { cookies, requestId: person.id });
      expect((await ask(request)).status).toBe(status);
    }
    expect((await kept(application)).map(({ outcome, person }) => [outcome, person?.id]).toSorted()).toEqual([
      ["not-found", "stranger"],
      ["not-yours-to-do", "line"],
    ]);
  });
});

describe("what the door refuses", () => {
  test("because the session has just ended is kept, without a person", async () => {
    const application = await keepWhole();
    expect((await ask(sending(application, 1, { cookies: [] }))).status).toBe(401);
    expect(await kept(application)).toMatchObject([{ outcome: "sign-in-required" }]);
    expect((await kept(application))[0]).not.toHaveProperty("person");
  });

  const bodies: readonly [string, number, Partial<Request>][] = [
    ["another-person", 404, { json: { person: "somebody-else" } }],
    ["malformed-request", 422, { json: { revisions: "none" } }],
    ["malformed-request", 422, { json: [] }],
    ["unsupported-content-type", 415, { headers: { "content-type": "text/plain" } }],
    ["too-large", 413, { json: { text: "x".repeat(2_000_001) } }],
  ];
  test.for(bodies)("as %s is kept", async ([outcome, status, given]) => {
    const application = await keepWhole();
    expect((await ask(sending(application, 1, given))).status).toBe(status);
    expect(await outcomes(application)).toEqual([outcome]);
  });

  test("of a page of another site is no attempt of the applicant", async () => {
    const application = await keepWhole();
    const told = await ask(sending(application, 1, { headers: { "sec-fetch-site": "cross-site" } }));
    expect(told.status).toBe(403);
    expect(told.json).not.toHaveProperty("attempt");
    expect(await kept(application)).toEqual([]);
    expect(lines.join()).not.toContain("attempt.unwritten");
  });

  test("of an application that does not exist is kept nowhere, and is answered just like one that does", async () => {
    const application = await keepWhole();
    const none = anApplication();
    const answers = await Promise.all(
      [application, none].map((one) => ask(sending(one, 1, { cookies: [] }))),
    );
    expect(answers[0]?.text).toBe(answers[1]?.text);
    expect(answers[0]?.json).toHaveProperty("attempt.requestId", "JKJaXmPLvHcESHA=");
    expect(await kept(none)).toEqual([]);
    const stranger = [await signedIn(table, { id: PersonId.parse("stranger") })];
    const found = await Promise.all(
      [application, none].map((one) => ask(sending(one, 1, { cookies: stranger }))),
    );
    expect(found[0]?.text).toBe(found[1]?.text);
    expect(found[0]?.json).not.toHaveProperty("attempt");
  });
});

describe("what goes wrong on our side", () => {
  test("because others are in the way is kept as too busy", async () => {
    const application = await keepWhole();
    const told = await hindered(throttled, "TransactWriteItems")(sending(application));
    expect([told.status, told.headers["retry-after"]]).toEqual([429, "2"]);
    expect(await kept(application)).toMatchObject([
      { outcome: "too-busy", person: { id: application.owner.id } },
    ]);
  });

  test("because it never settles is kept as too busy", async () => {
    const application = await keepWhole();
    const changed = cancelled("ConditionalCheckFailed", ...Array.from({ length: 30 }, () => "None"));
    expect((await hindered(changed, "TransactWriteItems")(sending(application))).status).toBe(429);
    expect(await outcomes(application)).toEqual(["too-busy"]);
  });

  test("unexpectedly is kept as failed, and says nothing of the inside", async () => {
    const application = await keepWhole();
    const told = await hindered(failure("InternalServerError"), "TransactWriteItems")(sending(application));
    expect(told.status).toBe(500);
    expect(told.text).not.toContain("InternalServerError");
    expect(told.json).toHaveProperty("attempt.requestId");
    expect(await kept(application)).toMatchObject([
      { outcome: "failed", person: { id: application.owner.id } },
    ]);
  });

  test("in that there is no time left is kept as failed, before the function is stopped", async () => {
    const application = await keepWhole();
    const stuck = unanswering("TransactWriteItems");
    const told = await asking(
      table,
      ({ site }) => routes({ table: stuck, keys, site }),
      6500,
    )(sending(application));
    expect(told.status).toBe(500);
    expect(told.json).toHaveProperty("attempt.requestId");
    expect(await kept(application)).toMatchObject([{ outcome: "failed", person: { id: "person-1" } }]);
  });

  test.for([
    ["cannot be written", ["PutItem"], 410, "deadline-passed"],
    ["cannot be read for", ["GetItem"], 500, "failed"],
  ] as const)(
    "with the book itself, that %s, changes no answer and leaves a line in the log",
    async ([, commands, status, reason]) => {
      const application = await keepWhole();
      const request = sending(application, 1, { at: tooLate });
      const told = await hindered(failure("InternalServerError"), ...commands)(request);
      expect(told.status).toBe(status);
      if (status === 410) expect(told.text).toBe((await ask(request)).text);
      const written = lines.map((line) => JSON.parse(line)).find(({ code }) => code === "attempt.unwritten");
      expect(written).toMatchObject({
        applicationId: application.id,
        reason,
        requestId: "JKJaXmPLvHcESHA=",
      });
      expect(lines.join()).not.toContain("Kari");
    },
  );

  test("with the book is not waited for longer than two seconds", async () => {
    const application = await keepWhole();
    const slow = unanswering("PutItem");
    const request = sending(application, 1, { at: tooLate });
    const told = await asking(table, ({ site }) => routes({ table: slow, keys, site }))(request);
    expect(told.status).toBe(410);
    expect(lines.join()).toContain("attempt.unwritten");
  });
});

describe("what can be quoted of a refused attempt", () => {
  test("is when it came, how late and under which number, as JSON and as one sentence in each language", async () => {
    const application = await keepWhole();
    const sentences = {
      nb: "Forsøket er notert: Det kom fram til oss 21. juni 2024 kl. 16.00.00,001, 1 ms etter fristen. Oppgi forespørsel JKJaXmPLvHcESHA= hvis dere vil klage.",
      nn: "Forsøket er notert: Det kom fram til oss 21. juni 2024 kl. 16.00.00,001, 1 ms etter fristen. Oppgje førespurnad JKJaXmPLvHcESHA= om de vil klage.",
      en: "The attempt is on record: it reached us 21 June 2024 at 16:00:00.001, 1 ms after the deadline. Quote request JKJaXmPLvHcESHA= if you wish to complain.",
    };
    for (const language of languages) {
      const path = `/${language}/applications/${application.id}/submission`;
      const request = sending(application, 1, { at: tooLate, path });
      expect((await ask(request)).json).toMatchObject({
        attempt: {
          requestId: "JKJaXmPLvHcESHA=",
          receivedAt: tooLate,
          lateMs: 1,
          message: sentences[language],
        },
      });
      expect((await ask({ ...request, headers: mediaTypes.page })).text).toContain(sentences[language]);
    }
  });

  test("stands on every page that says no, from the door, the room or an apology", async () => {
    const application = await keepEmpty();
    const noted = "Forsøket er notert: Det kom fram til oss 21. juni 2024 kl. 16.00.00,000. Oppgi";
    const page = (given: Partial<Request> = {}) =>
      sending(application, 0, { headers: mediaTypes.page, ...given });
    const told = [
      await ask(page()),
      await ask(page({ cookies: [] })),
      await ask(page({ json: {} })),
      await hindered(failure("InternalServerError"), "Query")(page()),
      await hindered(throttled, "Query")(page()),
    ];
    expect(told.map(({ status }) => status)).toEqual([422, 401, 422, 500, 429]);
    for (const { text } of told) expect(text).toContain(noted);
  });

  test("is told to those who take part in the application, without what a stranger did", async () => {
    const application = await keepWhole();
    const stranger = [await signedIn(table, { id: PersonId.parse("stranger") })];
    await ask(sending(application, 1, { at: tooLate }));
    await ask(sending(application, 1, { at: tooLate, cookies: stranger, requestId: "other" }));
    const path = `/nb/applications/${application.id}`;
    const show = asking(table, ({ table }) => draftRoutes({ table, register: nobody }));
    const told = await show({ path, cookies: owner, headers: mediaTypes.json });
    const attempt = {
      requestId: "JKJaXmPLvHcESHA=",
      receivedAt: tooLate,
      outcome: "deadline-passed",
      lateMs: 1,
    };
    expect(told.json).toMatchObject({ attempts: [attempt] });
    const { text } = await show({ path, cookies: owner });
    expect(text).toContain("Ett forsøk på å sende gikk ikke");
    expect(text).toContain("21. juni 2024 kl. 16.00.00,001: Fristen var ute, 1 ms etter fristen.");
  });
});

describe("opening the page to send from", () => {
  const review = (application: Application, more: Partial<Request> = {}): Request => ({
    path: `/nb/applications/${application.id}/review`,
    at: inTime,
    requestId: "look",
    cookies: owner,
    ...more,
  });

  test("is kept as begun for who may send, as a page and for a program", async () => {
    const application = await keepWhole();
    await ask(review(application));
    await ask(review(application, { requestId: "program", headers: mediaTypes.json }));
    expect(await kept(application)).toMatchObject([
      { outcome: "begun", requestId: "look", person: { id: application.owner.id } },
      { outcome: "begun", requestId: "program" },
    ]);
  });

  test("is not kept of who may not send, nor when it cannot be sent", async () => {
    const application = await keepWhole();
    const line = aPerson({ id: PersonId.parse("line") });
    await join(table, application, line, "edit");
    const cookies = [await signedIn(table, line)];
    expect((await ask(review(application, { cookies }))).status).toBe(200);
    expect((await ask(review(application, { at: tooLate }))).status).toBe(200);
    expect((await ask(review(application, { cookies: [] }))).status).toBe(303);
    await ask(sending(application));
    expect((await ask(review(application))).status).toBe(200);
    expect(await kept(application)).toEqual([]);
  });

  test("shows the page although the book cannot be written", async () => {
    const application = await keepWhole({ reviewedAt: aSection().savedAt });
    const told = await hindered(failure("InternalServerError"), "PutItem")(review(application));
    expect(told.status).toBe(200);
    expect(lines.join()).toContain('"code":"attempt.unwritten"');
  });
});
