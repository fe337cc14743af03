import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { attemptOf, type NotSent } from "#shared/domain/attempt.ts";
import { CallId } from "#shared/domain/call.ts";
import { same } from "#shared/domain/text.ts";
import { instant } from "#shared/domain/time.ts";
import { openBucket } from "#shared/files/bucket.ts";
import { keepAttempt } from "#shared/records/attempts.ts";
import { staffEvents } from "#shared/records/events.ts";
import type { Table } from "#shared/records/table.ts";
import { routes } from "../../functions/staff-console/routes.ts";
import { aPerson } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { asking, signedIn } from "./asking.ts";
import { keepDraft, keepSubmitted } from "./records.ts";

const callId = CallId.parse("nic-2024");
const attempts = "/staff/calls/nic-2024/attempts";
const outages = "/staff/calls/nic-2024/outages";
const accept = { accept: "application/json" };
const afterwards = "2024-06-21T20:00:00.000Z";

let table: Table;
let ask: (request: Request) => Promise<Told>;
let staff: readonly string[];
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  ask = asking(table, ({ table, site }) => routes(table, openBucket("files"), site.url));
  staff = [await signedIn(table, { name: "Sak S. Behandler", roles: ["manager"] })];
});

const look = (path: string, headers: Record<string, string> = accept) =>
  ask({ path, cookies: staff, headers, at: afterwards });

/** An attempt at a time of 21 June in Oslo. */
const tried = async (application: Application, time: string, outcome: NotSent | "begun") => {
  const at = instant(`2024-06-21T${time}+02:00`);
  await keepAttempt(table, attemptOf(application, { at, requestId: time, person: aPerson() }, outcome));
};
const problems = ["email", "phone"].map((field) => ({
  pointer: `/applicant/${field}`,
  code: "required",
  label: same("Label"),
  message: same("Message"),
}));
const late = {
  reason: "deadline-passed",
  deadline: instant("2024-06-21T14:00:00.000Z"),
  at: instant("2024-06-21T14:00:00.007Z"),
} as const;

const interval = {
  fromDate: "21.6.2024",
  fromTime: "15.30",
  untilDate: "21.6.2024",
  untilTime: "kl. 16.15",
  what: "Databasen svarte ikke",
};
const record = () => ask({ method: "POST", path: outages, cookies: staff, json: interval, at: afterwards });

test.for([
  ["GET", attempts],
  ["GET", outages],
  ["POST", outages],
  ["GET", `${outages}/${"0".repeat(32)}`],
])("only staff come in: %s %s", async ([method = "", path = ""]) => {
  const applicant = [await signedIn(table)];
  const told = await Promise.all(
    [[], applicant].map((cookies) => ask({ method, path, cookies, headers: accept })),
  );
  expect(told.map(({ status }) => status)).toEqual([401, 403]);
  expect(await staffEvents(table, callId, 10)).toEqual([]);
});

describe("the book of a call", () => {
  test("lists what was refused or failed, the last first and chosen by outcome, and leaves a trace", async () => {
    const application = await keepDraft(table);
    await tried(application, "15:40:00.001", "begun");
    await tried(application, "15:41:00.002", "failed");
    await tried(application, "16:00:00.007", late);
    expect((await look(attempts)).json).toMatchObject({
      items: [
        { applicationId: application.id, outcome: "deadline-passed", lateMs: 7, requestId: "16:00:00.007" },
        { outcome: "failed", at: "2024-06-21T13:41:00.002Z" },
      ],
      next: null,
      cutShort: false,
    });
    expect((await look(`${attempts}?outcome=failed`)).json).toMatchObject({
      items: [{ outcome: "failed" }],
    });
    expect((await look(`${attempts}?outcome=too-busy`)).json).toMatchObject({ items: [] });
    const { text } = await look(attempts, {});
    for (const words of [application.reference, "21. juni 2024 kl. 16.00.00,007", "7 ms etter fristen"])
      expect(text).toContain(words);
    expect(await staffEvents(table, callId, 10)).toContainEqual(
      expect.objectContaining({ what: "attempts-listed", detail: "outcome=failed" }),
    );
  });

  test("has fifty on a page and says where the next ones are", async () => {
    const application = await keepDraft(table);
    for (let second = 0; second < 51; second += 1)
      await tried(application, `15:40:${String(second).padStart(2, "0")}.000`, "failed");
    const first = Object((await look(`${attempts}?outcome=failed`)).json);
    expect(first.items).toHaveLength(50);
    expect((await look(first.next)).json).toMatchObject({
      items: [{ requestId: "15:40:00.000" }],
      next: null,
    });
  });
});

test("the page of one application shows its attempts, with what was missing by the form's own words", async () => {
  const application = await keepDraft(table);
  await tried(application, "15:40:00.001", "begun");
  await tried(application, "15:41:00.002", { reason: "problems-in-answers", problems });
  const path = `/staff/applications/${application.id}`;
  const { text } = await look(path, {});
  for (const words of [
    "Åpnet siden for å sende",
    "21. juni 2024 kl. 15.41.00,002",
    "2 steder",
    "E-postadresse",
    "Telefonnummer",
    "Kari Testesen",
  ])
    expect(text).toContain(words);
  expect(text).not.toContain("Hemmelig");
  expect((await look(path)).json).toMatchObject({
    attempts: [{ outcome: "begun" }, { outcome: "problems-in-answers", missing: { count: 2 } }],
  });
});

describe("recording an outage", () => {
  test("leads to whom it hit, is listed, and is noted as done by staff, however often it is sent", async () => {
    const told = await record();
    expect(told.status).toBe(201);
    expect((await record()).json).toEqual(told.json);
    expect((await look(outages)).json).toMatchObject({
      items: [
        {
          from: "2024-06-21T13:30:00.000Z",
          until: "2024-06-21T14:15:00.000Z",
          what: "Databasen svarte ikke",
          recordedBy: { name: "Sak S. Behandler" },
        },
      ],
    });
    const events = (await staffEvents(table, callId, 10)).filter(({ what }) => what === "outage-recorded");
    expect(events).toHaveLength(1);
    const page = await look(outages, {});
    expect(page.text).toContain("21. juni 2024 kl. 15.30 til 21. juni 2024 kl. 16.15");
  });

  test("from the page leads on to the outage in the same language", async () => {
    const path = `${outages}?lang=nn`;
    const told = await ask({ method: "POST", path, cookies: staff, form: interval, at: afterwards });
    expect(told.status).toBe(303);
    expect(told.headers["location"]).toMatch(/^\/staff\/calls\/nic-2024\/outages\/[0-9a-f]{32}\?lang=nn$/);
  });

  test.for([
    ["/untilTime", "until-not-after-from", { untilTime: "15.30" }],
    ["/untilTime", "in-the-future", { untilTime: "22.01" }],
    ["/fromTime", "unreadable.time", { fromTime: "25.00" }],
    ["/untilDate", "unreadable.date", { untilDate: "31.6.2024" }],
    ["/what", "required", { what: " " }],
    ["/fromDate", "wrong-type", { fromDate: 21 }],
  ] as const)("is refused at %s as %s, and nothing typed is lost", async ([pointer, code, given]) => {
    const wanted = { ...interval, ...given };
    const request = { method: "POST", path: outages, cookies: staff, at: afterwards, json: wanted };
    const told = await ask(request);
    expect(told.status).toBe(422);
    expect(told.json).toMatchObject({ problems: [{ pointer, code }] });
    const { text } = await ask({ ...request, headers: { accept: "text/html" } });
    for (const typed of ["21.6.2024", "Databasen svarte ikke"])
      if (Object.values(wanted).includes(typed)) expect(text).toContain(typed);
    expect((await look(outages)).json).toEqual({ items: [] });
  });
});

describe("an outage", () => {
  test("shows who was begun, told to wait or failed within it, what they are now and whether they were sent later", async () => {
    const stopped = await keepDraft(table, { organisation: "Stoppet AS" });
    const through = await keepSubmitted(table, { at: "2024-06-21T14:10:00.000Z" });
    const onMerits = await keepDraft(table, { organisation: "Avvist AS" });
    const outside = await keepDraft(table, { organisation: "Utenfor AS" });
    await tried(stopped, "15:30:00.000", "begun");
    await tried(stopped, "15:59:00.000", "failed");
    await tried(stopped, "16:00:00.007", late);
    await tried(through, "16:05:00.000", { reason: "too-busy" });
    await tried(onMerits, "15:50:00.000", { reason: "problems-in-answers", problems });
    await tried(outside, "15:29:59.999", "failed");
    await tried(outside, "16:15:00.001", "begun");
    const path = (await record()).headers["location"] ?? "";
    const attempt = (outcome: string) => expect.objectContaining({ outcome });
    expect((await look(path)).json).toMatchObject({
      items: [
        {
          application: { id: stopped.id, state: "draft" },
          hindered: true,
          attempts: [attempt("begun"), attempt("failed"), attempt("deadline-passed")],
          sentAt: null,
        },
        { application: { id: onMerits.id }, hindered: false },
        {
          application: { id: through.id, state: "submitted" },
          hindered: true,
          sentAt: "2024-06-21T14:10:00.000Z",
        },
      ],
    });
    const { text } = await look(path, {});
    const [affected = "", ...others] = text.split("Avvist av andre grunner");
    for (const { id } of [stopped, through]) expect(affected).toContain(`/staff/applications/${id}`);
    expect(affected).not.toContain("Avvist AS");
    expect(others.join()).toContain("Avvist AS");
    expect(text).not.toContain("Utenfor AS");
    const done = (await staffEvents(table, callId, 10)).map(({ what }) => what);
    expect(done.toSorted()).toEqual(["outage-recorded", "outage-viewed", "outage-viewed"]);
  });

  test("that is not there is not found, nor one of a call that is not there", async () => {
    expect((await look(`${outages}/${"0".repeat(32)}`)).status).toBe(404);
    expect((await look("/staff/calls/none-2024/outages")).status).toBe(404);
    expect((await look("/staff/calls/none-2024/attempts")).status).toBe(404);
  });
});
