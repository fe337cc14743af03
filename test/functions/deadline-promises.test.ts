// What is promised of the deadline, whatever becomes of the schedule: by requests alone, as an applicant meets it.
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { type Application, ApplicationId } from "#shared/domain/application.ts";
import { PersonId } from "#shared/domain/person.ts";
import { openBucket } from "#shared/files/bucket.ts";
import { readAll } from "#shared/records/reads.ts";
import type { Table } from "#shared/records/table.ts";
import { keys as tableKeys } from "#shared/records/table-keys.ts";
import { routes as documentRoutes } from "../../functions/documents/routes.ts";
import { routes as draftRoutes } from "../../functions/draft/routes.ts";
import { routes as staffRoutes } from "../../functions/staff-console/routes.ts";
import { routes as submissionRoutes } from "../../functions/submission/routes.ts";
import { completeDraft } from "../support/answers.ts";
import { kept } from "../support/begun.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { openTestKeys } from "../support/receipt-keys.ts";
import { nobody } from "../support/register.ts";
import { asking, signedIn } from "./asking.ts";
import { enforceAt } from "./enforcing.ts";
import { applicantOf, keepWritten } from "./written.ts";

const { keys } = await openTestKeys("2024-1");
const atDeadline = "2024-06-21T14:00:00.000Z";
const aMillisecondLate = "2024-06-21T14:00:00.001Z";
const { cluster } = completeDraft("connect");

let table: Table;
let cookies: readonly string[];
let ask: (request: Request) => Promise<Told>;
/** A new environment of the functions, which knows nothing of the others. */
const deploy = () =>
  asking(table, (around) => [
    ...staffRoutes(table, openBucket("files"), around.site.url),
    ...draftRoutes({ table, register: nobody }),
    ...submissionRoutes({ ...around, keys }),
    ...documentRoutes(around),
  ]);
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  ask = deploy();
  cookies = [await signedIn(table)];
});

/** A draft that is filled in, and that has been looked through. */
const draft = async () => {
  const application = await keepWritten(table);
  expect((await ownerOf(application).get("/review")).status).toBe(200);
  return application;
};
const ownerOf = (application: Application) => applicantOf(ask, application, cookies);
const sent = async () => {
  const application = await draft();
  expect((await ownerOf(application).send()).status).toBe(201);
  return application;
};
const changing = async () => {
  const application = await sent();
  expect((await ownerOf(application).post("/change")).status).toBe(200);
  return application;
};
const withdrawn = async () => {
  const application = await sent();
  expect((await ownerOf(application).post("/withdrawal")).status).toBe(200);
  return application;
};
const begun = { draft, sent, changing, withdrawn };

const saveAt = ({ id }: Application, revision: number, at: string) => {
  const json = { revision, answers: { ...cluster, name: "Sendt sist" } };
  return ask({ method: "PUT", path: `/nb/applications/${id}/sections/cluster`, json, cookies, at });
};
/** Sends what was reviewed, with so many of its sections saved once more. */
const sendAt = async (application: Application, at: string) => {
  const { json } = await ownerOf(application).get("/review");
  const { revisions } = z.object({ revisions: z.record(z.string(), z.number()) }).parse(json);
  return ownerOf(application).post("/submission", { idempotencyKey: randomUUID(), revisions }, at);
};

/** All that is kept of an application, but the book of refused attempts. */
const recordsOf = async ({ id }: Application) =>
  (await readAll(table, { key: tableKeys.application(id).pk })).filter(({ item }) => item !== "attempt");

const runs: readonly (readonly [string, readonly string[]])[] = [
  ["that never comes", []],
  ["that comes too early", ["2024-06-21T13:00:00Z", atDeadline, "2024-06-21T14:00:59.999Z"]],
  ["that comes when it should", ["2024-06-21T14:01:00Z"]],
];

describe.each(runs)("a run %s", (_, times) => {
  const run = async () => {
    for (const at of times) await enforceAt(table, at);
  };

  test("keeps nothing open: what is a millisecond late is refused, and nothing of it is written", async () => {
    const all = await Promise.all(Object.values(begun).map((begin) => begin()));
    await run();
    const before = await Promise.all(all.map(recordsOf));
    const told = await Promise.all(
      all.flatMap((one) => [
        ownerOf(one).post("/change", {}, aMillisecondLate),
        ownerOf(one).post("/withdrawal", {}, aMillisecondLate),
        ownerOf(one).post("/level", { level: "impact" }, aMillisecondLate),
      ]),
    );
    expect(told.filter(({ status }) => status < 400)).toEqual([]);
    for (const one of all) {
      const { state, changingSince } = await kept(table, one);
      const isOpen = state !== "submitted" || changingSince;
      const late = [
        await saveAt(one, 1, aMillisecondLate),
        ...(isOpen ? [await sendAt(one, aMillisecondLate)] : []),
      ];
      expect(late.map(({ status }) => status)).toEqual(isOpen ? [410, 410] : [409]);
    }
    expect(await Promise.all(all.map(recordsOf))).toEqual(before);
    const path = "/nb/calls/nic-2024/applications";
    const start = { method: "POST", path, json: { level: "connect" }, cookies };
    expect((await ask({ ...start, at: aMillisecondLate })).status).toBe(410);
  });

  test("closes nothing early: what arrived with the deadline's last millisecond is saved and sent", async () => {
    const all = [await begun.draft(), await begun.withdrawn()];
    await run();
    for (const [i, one] of all.entries()) {
      expect((await saveAt(one, 1, atDeadline)).status).toBe(200);
      const told = await sendAt(one, atDeadline);
      expect([told.status, told.json]).toMatchObject([201, { number: i + 1, receivedAt: atDeadline }]);
      expect(await kept(table, one)).toMatchObject({ state: "submitted", submissions: i + 1 });
    }
  });
});

describe("the deadline closes for writing and not for reading", () => {
  test.each(["draft", "sent", "changing", "withdrawn"] as const)(
    "what is %s can be read and taken along by its owner, and what was sent by staff",
    async (state) => {
      const application = await begun[state]();
      await enforceAt(table, "2024-06-21T14:01:00Z");
      const own = `/nb/applications/${application.id}`;
      const receipts = state === "draft" ? [] : ["/receipt", "/receipt.json", "/receipt.pdf"];
      for (const rest of ["", "/sections/cluster", "/draft.json", "/draft.pdf", ...receipts])
        expect([rest, (await ask({ path: `${own}${rest}`, cookies, at: aMillisecondLate })).status]).toEqual([
          rest,
          200,
        ]);
      const page = await ask({ path: `${own}/sections/cluster`, cookies, at: aMillisecondLate });
      expect(page.text).toContain(String(cluster?.["name"]));
      const officer = [await signedIn(table, { id: PersonId.parse("ola"), roles: ["manager"] })];
      const path = `/staff/applications/${application.id}`;
      const shown = await ask({ path, cookies: officer, at: aMillisecondLate });
      expect(shown.status).toBe(200);
      expect(shown.text.includes(String(cluster?.["name"]))).toBe(state !== "draft");
    },
  );
});

describe("a later deadline", () => {
  const friday = { date: "28.6.2024", time: "16.00", reason: "Innloggingen var nede" };
  const staff = async (id: string) => [await signedIn(table, { id: PersonId.parse(id), roles: ["manager"] })];

  test("counts from the next request on, in an environment that has refused by the old one already", async () => {
    const [one, another] = [await begun.draft(), await begun.draft()];
    const elsewhere = deploy();
    const post = (path: string, json: object, officer: readonly string[]) =>
      elsewhere({ method: "POST", path, json, cookies: officer, at: aMillisecondLate });
    for (const late of [one, another]) expect((await sendAt(late, aMillisecondLate)).status).toBe(410);

    const [ola, anne] = [await staff("ola"), await staff("anne")];
    expect((await post(`/staff/applications/${one.id}/extension`, friday, ola)).status).toBe(200);
    expect((await sendAt(one, aMillisecondLate)).status).toBe(201);
    expect((await sendAt(another, aMillisecondLate)).status).toBe(410);

    const deadline = "/staff/calls/nic-2024/deadline";
    expect((await post(deadline, { action: "propose", ...friday }, ola)).status).toBe(200);
    expect((await sendAt(another, aMillisecondLate)).status).toBe(410);
    expect((await post(deadline, { action: "approve", revision: 1 }, anne)).status).toBe(200);
    expect((await sendAt(another, aMillisecondLate)).status).toBe(201);
  });

  test("of one application does not follow its answers into another", async () => {
    const extended = await begun.draft();
    const path = `/staff/applications/${extended.id}/extension`;
    await ask({ method: "POST", path, json: friday, cookies: await staff("ola"), at: atDeadline });
    const calls = "/nb/calls/nic-2024/applications";
    const copying = { method: "POST", path: calls, json: { level: "connect", from: extended.id }, cookies };
    const { id } = z.object({ id: z.string() }).parse((await ask({ ...copying, at: atDeadline })).json);
    const copy = await kept(table, { id: ApplicationId.parse(id) });
    expect((await saveAt(copy, 1, aMillisecondLate)).status).toBe(410);
    expect((await saveAt(extended, 1, aMillisecondLate)).status).toBe(200);
  });
});
