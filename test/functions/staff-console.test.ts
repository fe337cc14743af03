import { beforeEach, describe, expect, test, vi } from "vitest";
import { CallId } from "#shared/domain/call.ts";
import { instant } from "#shared/domain/time.ts";
import { openBucket } from "#shared/files/bucket.ts";
import { staffEvents } from "#shared/records/events.ts";
import { historyOf } from "#shared/records/history.ts";
import { keepRegistration } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { routes } from "../../functions/staff-console/routes.ts";
import { countAnew } from "../../operator/count-anew.ts";
import { anApplication, aRegistration, aRegistrationMessage } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { asking, signedIn } from "./asking.ts";
import { keepDraft, keepSubmitted } from "./records.ts";

const callId = CallId.parse("nic-2024");
const applications = "/staff/calls/nic-2024/applications";
const registrations = "/staff/calls/nic-2024/registrations";
const json = { accept: "application/json" };

let table: Table;
let ask: (request: Request) => Promise<Told>;
let staff: readonly string[];
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  ask = asking(table, ({ table, site }) => routes(table, openBucket("files"), site.url));
  staff = [await signedIn(table, { name: "Sak S. Behandler", roles: ["manager"] })];
});

const events = () => staffEvents(table, callId, 100);

/** A list as it is some seconds later, when the table's stream has told of what was written. */
const askList = async (path: string): Promise<Told> => {
  await countAnew(table, instant("2024-06-20T12:00:00.000Z"));
  return ask({ path, cookies: staff, headers: json });
};

describe("only staff come in", () => {
  const paths = [
    "/staff",
    "/staff/events",
    applications,
    registrations,
    `/staff/applications/${anApplication().id}`,
  ];
  test.for(paths)("to %s", async (path) => {
    const applicant = [await signedIn(table)];
    expect((await ask({ path, headers: json })).status).toBe(401);
    expect((await ask({ path })).headers["location"]).toBe(`/auth/sign-in?to=${encodeURIComponent(path)}`);
    expect((await ask({ path, headers: json, cookies: applicant })).status).toBe(403);
    expect((await ask({ path, cookies: ["__Host-session=guessed"] })).status).toBe(303);
    expect((await ask({ path, cookies: staff, at: "2025-01-01T00:00:00.000Z" })).status).toBe(303);
    expect(await events()).toEqual([]);
  });
  test.for(["/staff", "/staff/events", applications, registrations])("and staff do, to %s", async (path) => {
    const told = await ask({ path, cookies: staff });
    expect([told.status, told.headers["cache-control"]]).toEqual([200, "no-store"]);
  });
});

describe("the list of applications", () => {
  const found = async (query: string) => {
    const told = await askList(`${applications}?${query}`);
    return JSON.stringify(told.json);
  };
  test("is chosen by text over reference, organisation, cluster and owner, by level and by state", async () => {
    const sea = await keepSubmitted(table, { organisation: "Havbruk AS", cluster: "Sjø", level: "impact" });
    const draft = await keepDraft(table);
    for (const query of [
      "text=havbruk",
      "text=SJ%C3%98",
      `text=${sea.reference}`,
      "level=impact",
      "state=submitted",
    ]) {
      const list = await found(query);
      expect(list).toContain(sea.reference);
      expect(list).not.toContain(draft.reference);
    }
    expect(await found("text=testesen&state=&sort=-reference")).toContain(draft.reference);
    expect(await found("text=finnes+ikke")).toBe(
      '{"items":[],"total":0,"next":null,"previous":null,"cutShort":false}',
    );
  });

  test("has fifty on a page and says where the next ones are", async () => {
    for (let i = 0; i < 51; i += 1) await keepDraft(table);
    const first = Object((await askList(`${applications}?level=connect`)).json);
    expect(first).toMatchObject({ total: 51, previous: null });
    expect(first.next).toMatch(`${applications}?level=connect&after=`);
    const second = Object((await askList(first.next)).json);
    expect(second).toMatchObject({ items: [{ state: "draft" }], next: null });
    const again = Object((await askList(second.previous)).json);
    expect(again).toMatchObject({ items: first.items, previous: null });
    expect(again.next).toBe(first.next);
  });

  test("shows what names people gave as text and never as markup", async () => {
    await keepSubmitted(table, { organisation: "<script>alert(1)</script>" });
    await askList(applications);
    const { text } = await ask({ path: applications, cookies: staff });
    expect(text).toContain("&lt;script&gt;alert(1)");
    expect(text).not.toContain("<script>alert(1)");
  });
});

test("the list of registrations shows people and states, and never the keys", async () => {
  const registration = aRegistration({ name: "Kari Prøve" });
  await keepRegistration(table, { registration, message: aRegistrationMessage(registration) });
  const told = await askList(`${registrations}?text=pr%C3%B8ve`);
  expect(told.json).toMatchObject({ items: [{ name: "Kari Prøve", state: "registered" }], next: null });
  const page = await ask({ path: registrations, cookies: staff });
  expect(page.text).toContain("Kari Prøve");
  expect(told.text + page.text).not.toContain(registration.keyHashes[0]);
});

describe("one application", () => {
  test("is shown as it was sent, with its history and its mails", async () => {
    const { id, reference } = await keepSubmitted(table);
    const page = await ask({ path: `/staff/applications/${id}`, cookies: staff });
    for (const text of [reference, "Högskolan Exempel", "Kari Testesen"]) expect(page.text).toContain(text);
    const told = await ask({ path: `/staff/applications/${id}`, cookies: staff, headers: json });
    expect(told.json).toMatchObject({
      application: { reference },
      submissions: [{ number: 1, counts: true }],
      messages: [{ id: `receipt.${id}.001`, state: "owed" }],
    });
  });
  test("that is a draft shows that it exists and nothing it says", async () => {
    const { id, reference } = await keepDraft(table);
    for (const headers of [json, {}]) {
      const { text } = await ask({ path: `/staff/applications/${id}`, cookies: staff, headers });
      expect(text).toContain(reference);
      expect(text).not.toContain("Hemmelig");
    }
  });
  test.for(["not-an-id", anApplication().id])("that is not there is not found: %s", async (id) => {
    expect((await ask({ path: `/staff/applications/${id}`, cookies: staff })).status).toBe(404);
    expect(await events()).toEqual([]);
  });
});

test("whoever looks leaves a trace: in the list of events, and in the history of what was looked at", async () => {
  const { id, reference } = await keepSubmitted(table);
  const look = (path: string, minute: number) =>
    ask({ path, cookies: staff, at: `2024-06-22T07:0${minute}:00.000Z` });
  await look(`${applications}?text=Kari&level=connect`, 1);
  await look(registrations, 2);
  await look(`/staff/applications/${id}`, 3);
  expect(await events()).toMatchObject([
    { what: "application-viewed", detail: reference, name: "Sak S. Behandler" },
    { what: "registrations-listed" },
    { what: "applications-listed", detail: "text level=connect" },
  ]);
  expect((await historyOf(table, id)).map(({ what }) => what)).toContain("application-viewed");
  const found = async (query: string) =>
    (await ask({ path: `/staff/events?${query}`, cookies: staff, headers: json })).json;
  expect(Object(await found("")).items).toHaveLength(3);
  expect(await found("what=registrations-listed")).toMatchObject({
    items: [{ what: "registrations-listed" }],
  });
  expect(await found(`text=${reference}&what=application-viewed`)).toMatchObject({
    items: [{ detail: reference }],
  });
  expect(Object(await found("text=behandler")).items).toHaveLength(3);
  expect(await found("text=nobody")).toMatchObject({ items: [] });
  const page = await ask({ path: "/staff/events", cookies: staff });
  expect(page.text).toContain("Sak S. Behandler");
});
