import readXlsxFile from "read-excel-file/node";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { CallId } from "#shared/domain/call.ts";
import { EmailAddress } from "#shared/domain/person.ts";
import { staffEvents } from "#shared/records/events.ts";
import { keepRegistration } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { routes } from "../../functions/export/routes.ts";
import { aRegistration, aRegistrationMessage } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { asking, signedIn } from "./asking.ts";
import { keepDraft, keepSubmitted } from "./records.ts";

const callId = CallId.parse("nic-2024");
const applications = "/staff/calls/nic-2024/applications";
const registrations = "/staff/calls/nic-2024/registrations";

let table: Table;
let ask: (request: Request) => Promise<Told>;
let staff: readonly string[];
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  ask = asking(table, ({ table }) => routes(table));
  staff = [await signedIn(table, { name: "Sak S. Behandler", roles: ["staff"] })];
});

const events = () => staffEvents(table, callId, 100);

describe("exports are for staff alone", () => {
  const paths = [applications, registrations].flatMap((path) =>
    ["csv", "xlsx", "json"].map((kind) => `${path}.${kind}`),
  );
  test.for(paths)("%s", async (path) => {
    const applicant = [await signedIn(table)];
    const json = { accept: "application/json" };
    expect((await ask({ path, headers: json })).status).toBe(401);
    expect((await ask({ path, headers: json, cookies: applicant })).status).toBe(403);
    expect((await ask({ path, cookies: applicant })).status).toBe(403);
    expect(await events()).toEqual([]);
    const told = await ask({ path, cookies: staff });
    expect(told.status).toBe(200);
    expect(told.headers["content-disposition"]).toContain("attachment");
    expect(told.headers["cache-control"]).toBe("no-store");
  });
  test("and of calls that are there", async () => {
    expect((await ask({ path: "/staff/calls/nic-1999/applications.csv", cookies: staff })).status).toBe(404);
  });
});

describe("an export of applications", () => {
  test("as JSON has the facts on both clocks, the answers, the groups' rows, and counts what it wrote", async () => {
    const { reference } = await keepSubmitted(table, { level: "impact" });
    const told = await ask({ path: `${applications}.json`, cookies: staff });
    expect(told.json).toMatchObject({
      items: [
        {
          reference,
          level: "NIC Impact",
          state: "submitted",
          submittedAt: "2024-06-20T14:00:00.000+02:00",
          submittedAtUtc: "2024-06-20T12:00:00.000Z",
          "applicant.organisation": "Eksempelklyngen SA",
          "members.list": 2,
        },
      ],
      groups: { "members.list": [{ reference, name: "Bedrift Én AS" }, { name: "Högskolan Exempel" }] },
      expected: 1,
      written: 1,
    });
  });

  test("says of a draft that there is one and nothing it says", async () => {
    const { reference } = await keepDraft(table);
    for (const kind of ["csv", "json"]) {
      const { text } = await ask({ path: `${applications}.${kind}`, cookies: staff });
      expect(text).toContain(reference);
      expect(text).not.toContain("Hemmelig");
    }
  });

  test("holds what the list at the same address holds, all pages of it, and counts it", async () => {
    for (let i = 0; i < 60; i += 1) await keepDraft(table, { level: i % 2 === 0 ? "explore" : "impact" });
    const told = await ask({ path: `${applications}.json?level=explore&page=2`, cookies: staff });
    expect(told.json).toMatchObject({ expected: 30, written: 30 });
    expect([told.headers["x-expected-count"], told.headers["x-written-count"]]).toEqual(["30", "30"]);
  });

  test("guards what looks like a formula in CSV, but not numbers", async () => {
    await keepSubmitted(table, { organisation: '=HYPERLINK("https://felle.example")' });
    const { text } = await ask({ path: `${applications}.csv`, cookies: staff });
    expect(text.startsWith("\ufeffReferanse;")).toBe(true);
    expect(text).toContain(`;"'=HYPERLINK(""https://felle.example"")";`);
    expect(text).not.toMatch(/;"?=HYPERLINK/);
    expect(text).toMatch(/;800000;/);
  });

  test("has typed cells and a sheet for each group in XLSX", async () => {
    const { reference } = await keepSubmitted(table, { organisation: "=1+1" });
    const told = await ask({ path: `${applications}.xlsx?lang=nn`, cookies: staff });
    const found = await readXlsxFile(told.bytes);
    expect(found.length).toBeGreaterThan(2);
    const cells = found[0]?.data[1] ?? [];
    expect(cells[0]).toBe(reference);
    expect(cells).toContain("=1+1");
    expect(cells).toContain(800_000);
    expect(cells.some((cell) => cell instanceof Date)).toBe(true);
    const members = found.find(({ sheet }) => sheet === "Medlemmer og partnarar");
    expect(members?.data.slice(1).map(([first]) => first)).toEqual([reference, reference]);
  });
});

test("an export of registrations has each person and no key", async () => {
  const registration = aRegistration({
    name: "+47 Kari",
    email: EmailAddress.parse("kari@eksempel.example"),
    organisationNumber: "986399445",
    interest: "explore",
    questions: "=Kven kjem?",
  });
  const message = aRegistrationMessage(registration);
  await keepRegistration(table, { registration, message, needs: "Teiknspråktolk" });
  const csv = await ask({ path: `${registrations}.csv`, cookies: staff });
  expect(csv.text).toContain(
    "\r\n'+47 Kari;kari@eksempel.example;Havbruk Test AS;986399445;Dagleg leiar;explore;'=Kven kjem?;nn;registered;",
  );
  const json = await ask({ path: `${registrations}.json`, cookies: staff });
  expect(json.json).toMatchObject({ items: [{ registeredAtUtc: "2024-05-14T09:30:00.000Z" }], written: 1 });
  for (const secret of [registration.keyHashes[0], "Teiknspråktolk"])
    expect(csv.text + json.text).not.toContain(secret);
});

test("each export is an event: who, what kind, how many, by which filters, but not the text searched for", async () => {
  await keepSubmitted(table);
  await ask({ path: `${applications}.csv?level=connect&text=Eksempel`, cookies: staff });
  await ask({
    path: `${registrations}.xlsx?state=cancelled`,
    cookies: staff,
    at: "2024-04-16T07:00:00.000Z",
  });
  expect(await events()).toMatchObject([
    { what: "registrations-exported", name: "Sak S. Behandler", detail: "xlsx 0 state=cancelled" },
    { what: "applications-exported", who: "person-1", detail: "csv 1 text level=connect" },
  ]);
});
