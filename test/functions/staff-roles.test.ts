import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { CallId } from "#shared/domain/call.ts";
import { Role } from "#shared/domain/person.ts";
import { openBucket } from "#shared/files/bucket.ts";
import { staffEvents } from "#shared/records/events.ts";
import type { Table } from "#shared/records/table.ts";
import { routes as exportRoutes } from "../../functions/export/routes.ts";
import { routes } from "../../functions/staff-console/routes.ts";
import { pageFunctions } from "../../infra/page-functions.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { asking, signedIn } from "./asking.ts";
import { keepSubmitted } from "./records.ts";

type Plans = typeof pageFunctions;
type Address = Extract<Plans[keyof Plans]["routes"][number], `${string} /staff${string}`>;

/** The lowest role that each address lets in. An address without a row does not compile. */
const lowest: Readonly<Record<Address, Role>> = {
  "GET /staff": "reader",
  "GET /staff/calls/{call}/applications": "reader",
  "GET /staff/calls/{call}/registrations": "reader",
  "GET /staff/calls/{call}/attempts": "reader",
  "GET /staff/calls/{call}/outages": "reader",
  "POST /staff/calls/{call}/outages": "officer",
  "GET /staff/calls/{call}/outages/{id}": "reader",
  "GET /staff/calls/{call}/closing": "reader",
  "GET /staff/applications/{id}": "reader",
  "GET /staff/applications/{id}/files/{file}": "reader",
  "POST /staff/applications/{id}/extension": "officer",
  "GET /staff/applications/{id}/differences": "reader",
  "POST /staff/applications/{id}/notes": "officer",
  "POST /staff/applications/{id}/assignment": "officer",
  "POST /staff/applications/{id}/control": "officer",
  "GET /staff/calls/{call}/deadline": "reader",
  "POST /staff/calls/{call}/deadline": "manager",
  "GET /staff/calls/{call}/webinar": "reader",
  "POST /staff/calls/{call}/webinar": "manager",
  "GET /staff/calls/{call}/statistics": "reader",
  "GET /staff/calls/{call}/registrations/needs": "officer",
  "GET /staff/calls/{call}/webinar/messages": "reader",
  "GET /staff/calls/{call}/webinar/messages/{id}": "reader",
  "POST /staff/calls/{call}/webinar/messages": "manager",
  "GET /staff/events": "manager",
  "GET /staff/calls/{call}/undelivered": "reader",
  "GET /staff/registrations/{webinar}/{id}": "reader",
  "POST /staff/registrations/{webinar}/{id}": "officer",
  "GET /staff/calls/{call}/registrations/new": "officer",
  "POST /staff/calls/{call}/registrations/new": "officer",
  "GET /staff/messages/{message}": "reader",
  "POST /staff/messages/{message}": "officer",
  "GET /staff/calls/{call}/exports": "officer",
  // Of tables; all that was sent takes a manager, which the function itself decides.
  "POST /staff/calls/{call}/exports": "officer",
  "GET /staff/calls/{call}/exports/{id}/{volume}": "officer",
  "GET /staff/calls/{call}/applications.xlsx": "officer",
  "GET /staff/calls/{call}/applications.csv": "officer",
  "GET /staff/calls/{call}/applications.jsonl": "officer",
  "GET /staff/calls/{call}/applications.json": "officer",
  "GET /staff/calls/{call}/registrations.xlsx": "officer",
  "GET /staff/calls/{call}/registrations.csv": "officer",
  "GET /staff/calls/{call}/registrations.jsonl": "officer",
  "GET /staff/calls/{call}/registrations.json": "officer",
  "GET /staff/calls/{call}/messages.xlsx": "officer",
  "GET /staff/calls/{call}/messages.csv": "officer",
  "GET /staff/calls/{call}/messages.jsonl": "officer",
  "GET /staff/calls/{call}/messages.json": "officer",
  "GET /staff/calls/{call}/events.xlsx": "manager",
  "GET /staff/calls/{call}/events.csv": "manager",
  "GET /staff/calls/{call}/events.jsonl": "manager",
  "GET /staff/calls/{call}/events.json": "manager",
};

const callId = CallId.parse("nic-2024");
const bucket = openBucket("files");

let table: Table;
let ask: (request: Request) => Promise<Told>;
let application: Application;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  application = await keepSubmitted(table);
  ask = asking(table, ({ site }) => [...routes(table, bucket, site.url), ...exportRoutes(table, bucket)]);
});

/** What is posted, where nothing at all would ask for more than the least. */
const bodies: Readonly<Record<string, object>> = {
  "POST /staff/calls/{call}/exports": { what: "registrations", kind: "csv", csv: "excel" },
};

const requestTo = (address: string): Request => {
  const [method = "", path = ""] = address.split(" ");
  const places: Readonly<Record<string, string>> = {
    ...{ call: callId, id: application.id, webinar: `${callId}-webinar` },
    ...{ message: `receipt.${application.id}.001`, file: "none", volume: "1" },
  };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name] ?? "");
  const common = { method, path: filled, at: "2024-06-22T08:00:00.000Z" };
  return method === "POST"
    ? { ...common, json: bodies[address] ?? {} }
    : { ...common, headers: { accept: "application/json" } };
};

const isLetIn = ({ status }: Told): boolean => status !== 401 && status !== 403;

describe.for(Object.entries(lowest))("%s lets in", ([address, least]) => {
  const as = async (roles: readonly Role[]) =>
    ask({ ...requestTo(address), cookies: [await signedIn(table, { roles: [...roles] })] });

  test("nobody who is not staff, and leaves no trace of them", async () => {
    const request = requestTo(address);
    const ended = { ...request, at: "2025-01-01T00:00:00.000Z" };
    const cookie = await signedIn(table, { roles: ["manager"] });
    const tampered = cookie.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    expect(await ask(request)).toMatchObject({ status: 401, json: { type: "/problems/sign-in-required" } });
    expect((await ask({ ...request, cookies: [tampered] })).status).toBe(401);
    expect((await ask({ ...ended, cookies: [cookie] })).status).toBe(401);
    expect(await as([])).toMatchObject({ status: 403, json: { type: "/problems/not-staff" } });
    expect(await staffEvents(table, callId)).toEqual([]);
  });

  test(`whoever is ${least} or more, and tells others which role it takes`, async () => {
    const words = { reader: "leser", officer: "saksbehandler", manager: "leder" };
    for (const role of Role.options) {
      const told = await as([role]);
      const isEnough = Role.options.indexOf(role) >= Role.options.indexOf(least);
      expect([role, isLetIn(told)]).toEqual([role, isEnough]);
      if (!isEnough)
        expect(told.json).toMatchObject({
          ...{ type: "/problems/not-your-role", takes: least, title: `Dette krever rollen ${words[least]}` },
        });
    }
  });
});

test("the highest of several roles counts, whatever their order", async () => {
  const request = requestTo("GET /staff/events");
  for (const roles of [
    ["manager", "reader"],
    ["reader", "manager"],
  ] as const)
    expect((await ask({ ...request, cookies: [await signedIn(table, { roles: [...roles] })] })).status).toBe(
      200,
    );
});

test("every address of the staff that is deployed is tried here", () => {
  const deployed = Object.values(pageFunctions).flatMap(({ routes: all }) => all.map(String));
  expect(Object.keys(lowest).toSorted()).toEqual(
    deployed.filter((one) => one.includes(" /staff")).toSorted(),
  );
});

describe("pages show only what one may do:", () => {
  const page = async (path: string, role: Role) =>
    (await ask({ path, cookies: [await signedIn(table, { roles: [role] })], at: "2024-06-20T08:00:00.000Z" }))
      .text;
  const of = "/staff/calls/nic-2024";
  test.for([
    ["the way to exports", "/staff", `${of}/exports`, "officer"],
    ["the way to what staff have done", "/staff", "/staff/events", "manager"],
    ["files of a list", `${of}/applications`, "applications.csv", "officer"],
    ["a new registration", `${of}/registrations`, `${of}/registrations/new`, "officer"],
    ["recording an outage", `${of}/outages`, 'method="post" action="/staff', "officer"],
    ["moving the deadline", `${of}/deadline`, 'method="post" action="/staff', "manager"],
    ["changing the webinar", `${of}/webinar`, 'method="post" action="/staff', "manager"],
    ["writing to those who signed up", `${of}/webinar/messages`, 'method="post" action="/staff', "manager"],
    ["exporting events", `${of}/exports`, "events.csv", "manager"],
    ["exporting all that was sent", `${of}/exports`, 'method="post" action="/staff', "manager"],
  ] as const)("%s", async ([, path, shown, least]) => {
    for (const role of Role.options)
      expect([role, (await page(path, role)).includes(shown)]).toEqual([
        role,
        Role.options.indexOf(role) >= Role.options.indexOf(least),
      ]);
  });
  test.for(["extension", "notes", "assignment", "control"])("an application's %s", async (deed) => {
    const path = `/staff/applications/${application.id}`;
    expect(await page(path, "reader")).not.toContain(`${path}/${deed}`);
    expect(await page(path, "officer")).toContain(`${path}/${deed}`);
  });
});
