import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import readXlsxFile from "read-excel-file/node";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { Application } from "#shared/domain/application.ts";
import { CallId } from "#shared/domain/call.ts";
import { EmailAddress } from "#shared/domain/person.ts";
import type { Bucket } from "#shared/files/bucket.ts";
import { listedUnder } from "#shared/records/applications.ts";
import { putAll } from "#shared/records/batches.ts";
import { staffEvents } from "#shared/records/events.ts";
import { keepRegistration } from "#shared/records/registrations.ts";
import { encode, type Table } from "#shared/records/table.ts";
import { keys } from "#shared/records/table-keys.ts";
import { routes } from "../../functions/export/routes.ts";
import { begin } from "../support/begun.ts";
import { localBucket } from "../support/bucket.ts";
import { anApplication, aRegistration, aRegistrationMessage } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { asking, signedIn } from "./asking.ts";
import { keepDraft, keepSubmitted } from "./records.ts";
import { keepSent } from "./sent.ts";

const callId = CallId.parse("nic-2024");
const applications = "/staff/calls/nic-2024/applications";
const registrations = "/staff/calls/nic-2024/registrations";

let table: Table;
let ask: (request: Request) => Promise<Told>;
let bucket: Bucket;
let staff: readonly string[];
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  bucket = (await localBucket()).bucket;
  const asked = asking(table, ({ table }) => routes(table, bucket));
  ask = (request) => asked({ at: "2024-06-24T08:00:00.000Z", ...request });
  staff = [await signedIn(table, { name: "Sak S. Behandler", roles: ["manager"] })];
});

const events = () => staffEvents(table, callId, 100);

describe("exports are for staff alone", () => {
  const paths = ["applications", "registrations", "messages", "events"].flatMap((what) =>
    ["csv", "xlsx", "jsonl", "json"].map((kind) => `/staff/calls/nic-2024/${what}.${kind}`),
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

test("a table of groups is a file of its own, and one that is not there is not found", async () => {
  const { reference } = await keepSubmitted(table, { level: "impact" });
  const members = await ask({ path: `${applications}.csv?csv=plain&table=members&lang=en`, cookies: staff });
  expect(members.headers["content-disposition"]).toContain("nic-2024-applications-members-list.csv");
  expect(members.headers["x-written-count"]).toBe("2");
  expect(members.text).toMatch(new RegExp(`^Reference,.*\r\n${reference},974760673,Bedrift Én AS,`));
  expect((await ask({ path: `${applications}.jsonl?table=nothing`, cookies: staff })).status).toBe(404);
});

test("headings are in the language that is asked for", async () => {
  const headings = {
    nb: "Sendt (norsk tid);Sendt (UTC)",
    nn: "Send (norsk tid);Send (UTC)",
    en: "Sent (Norwegian time);Sent (UTC)",
  };
  for (const [lang, heading] of Object.entries(headings)) {
    const { text } = await ask({ path: `${applications}.csv?lang=${lang}`, cookies: staff });
    expect(text).toContain(heading);
  }
});

test("an export of events has the whole history of each application, and what was done with the call", async () => {
  const { reference, revision } = await keepSubmitted(table);
  await ask({ path: `${applications}.csv`, cookies: staff });
  const told = await ask({ path: "/staff/calls/nic-2024/events.jsonl", cookies: staff });
  const items = told.text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(told.headers["x-expected-count"]).toBe(String(revision + 1));
  expect(items).toMatchObject([
    { reference, number: 1, what: "application-started" },
    {
      reference,
      number: 2,
      what: "application-submitted",
      atUtc: "2024-06-20T12:00:00.000Z",
      at: "2024-06-20T14:00:00.000+02:00",
    },
    { what: "applications-exported", detail: "csv 1" },
  ]);
});

test("an export of messages says to whom they went, and neither what they say nor a key", async () => {
  const { reference } = await keepSubmitted(table);
  const registration = aRegistration();
  const message = aRegistrationMessage(registration);
  await keepRegistration(table, { registration, message });
  const told = await ask({ path: "/staff/calls/nic-2024/messages.json", cookies: staff });
  expect(told.json).toMatchObject({
    items: [
      { kind: "receipt", reference, state: "owed" },
      { kind: "registration", to: message.to, owedAtUtc: expect.stringMatching(/Z$/) },
    ],
    written: 2,
  });
  if (message.content.kind !== "registration") throw new Error("It is another message");
  expect(told.text).not.toContain(message.content.key);
});

test("a file that is too large to be passed on comes by S3, whole", async () => {
  const organisation = "å".repeat(170_000);
  for (let i = 0; i < 13; i += 1) await keepSent(table, await begin(table), { applicant: { organisation } });
  const told = await ask({ path: `${applications}.csv?csv=plain`, cookies: staff });
  expect(told.status).toBe(303);
  const file = await fetch(told.headers["location"] ?? "");
  expect(file.headers.get("content-disposition")).toContain("nic-2024-applications.csv");
  expect((await file.text()).split(organisation)).toHaveLength(14);
  expect(await events()).toMatchObject([{ what: "applications-exported", detail: "csv 13 csv=plain" }]);
});

test("a submission that is missing makes no file and no event", async () => {
  const application = await keepSubmitted(table);
  await table.client.send(
    new DeleteItemCommand({ TableName: table.name, Key: encode({ ...keys.submission(application.id, 1) }) }),
  );
  expect((await ask({ path: `${applications}.csv`, cookies: staff })).status).toBe(500);
  expect(await events()).toEqual([]);
});

describe("of more applications than one answer can be made of", () => {
  const json = { accept: "application/json" };
  beforeEach(async () => {
    const all = Array.from({ length: 501 }, (_, i) => anApplication({ level: i ? "connect" : "impact" }));
    await putAll(
      table,
      all.map((one) => ({
        ...{ ...z.encode(Application, one), ...keys.application(one.id), item: "application" },
        ...listedUnder(one),
      })),
    );
  });

  test("a file is refused before it is made, and nothing is noted", async () => {
    const told = await ask({ path: `${applications}.csv`, cookies: staff, headers: json });
    expect(told.status).toBe(409);
    expect(told.json).toMatchObject({ type: "/problems/too-much-at-once", most: 500 });
    expect(await events()).toEqual([]);
  });

  test("one of some of them is made", async () => {
    const told = await ask({ path: `${applications}.csv?level=impact`, cookies: staff });
    expect([told.status, told.headers["x-written-count"]]).toEqual([200, "1"]);
  });

  test("the page has it made in the background, and what is not too much downloaded", async () => {
    for (const path of ["/staff/calls/nic-2024/exports", `${applications}.xlsx`]) {
      const { text } = await ask({ path, cookies: staff });
      expect(text).toContain('<input type="hidden" name="what" value="applications"/>');
      expect(text).not.toContain(`formaction="${applications}.csv"`);
      expect(text).toContain(`formaction="${registrations}.csv"`);
    }
  });
});

test("the page leads to every file, in three languages", async () => {
  const told = await ask({ path: "/staff/calls/nic-2024/exports", cookies: staff });
  for (const what of ["applications", "registrations", "messages", "events"])
    for (const kind of ["xlsx", "csv", "jsonl", "json"])
      expect(told.text).toContain(`formaction="/staff/calls/nic-2024/${what}.${kind}"`);
  expect(told.text).toContain('value="members.list"');
});

test("each export is an event: who, what kind, how many, by which filters, but not the text searched for", async () => {
  await keepSubmitted(table);
  await ask({ path: `${applications}.csv?level=connect&text=Eksempel`, cookies: staff });
  await ask({
    path: `${registrations}.xlsx?state=cancelled`,
    cookies: staff,
    at: "2024-06-24T09:00:00.000Z",
  });
  expect(await events()).toMatchObject([
    { what: "registrations-exported", name: "Sak S. Behandler", detail: "xlsx 0 state=cancelled" },
    { what: "applications-exported", who: "person-1", detail: "csv 1 text level=connect" },
  ]);
});
