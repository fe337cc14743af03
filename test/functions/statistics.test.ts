import { beforeEach, expect, test, vi } from "vitest";
import { openBucket } from "#shared/files/bucket.ts";
import { keepRegistration } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { type Key, keys } from "#shared/records/table-keys.ts";
import { routes } from "../../functions/staff-console/routes.ts";
import { createHandler } from "../../functions/statistics/handler.ts";
import { aRegistration } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { asking, signedIn } from "./asking.ts";
import { keepDraft, keepSubmitted } from "./records.ts";

const path = "/staff/calls/nic-2024/statistics";

let table: Table;
let ask: (request: Request) => Promise<Told>;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  ask = asking(table, ({ table, site }) => routes(table, openBucket("files"), site.url));
});

/** What the stream tells of these records. */
const streamed = (...changed: readonly Key[]) => ({
  Records: changed.map(({ pk, sk }) => ({
    dynamodb: { ApproximateCreationDateTime: 1_718_000_000, Keys: { pk: { S: pk }, sk: { S: sk } } },
  })),
});

const hear = async (...changed: readonly Key[]): Promise<void> => {
  await Reflect.apply(createHandler(table), undefined, [streamed(...changed), {}]);
};

const keepSome = async (): Promise<readonly Key[]> => {
  const applications = [
    await keepSubmitted(table, { level: "impact" }),
    await keepDraft(table, { level: "connect" }),
  ];
  const registration = aRegistration();
  await keepRegistration(table, { registration });
  return [
    ...applications.map(({ id }) => keys.application(id)),
    keys.registration(registration.webinarId, registration.id),
  ];
};

test("the overview has what the stream has told of, once, however often it tells", async () => {
  const changed = await keepSome();
  await hear(...changed, ...changed);
  await hear(...changed);
  const cookies = [await signedIn(table, { roles: ["manager"] })];
  const { status, json } = await ask({
    path,
    cookies,
    headers: { accept: "application/json" },
    at: "2024-06-20T14:00:00.000Z",
  });
  expect([status, json]).toMatchObject([
    200,
    {
      applications: { impact: { submitted: 1 }, connect: { draft: 1 }, explore: { draft: 0 } },
      registrations: { registered: 1 },
      atRisk: [{ level: "connect", drafts: 1, deadline: "2024-06-21T14:00:00.000Z" }],
    },
  ]);
});

test("only a manager sees who did what", async () => {
  const seen = async (role: "reader" | "manager") => {
    const cookies = [await signedIn(table, { roles: [role] })];
    const headers = { accept: "application/json" };
    await ask({ path: "/staff/calls/nic-2024/applications", cookies });
    return Object((await ask({ path, cookies, headers })).json).events;
  };
  expect(await seen("reader")).toBeUndefined();
  expect(await seen("manager")).toMatchObject([
    { what: "applications-listed" },
    { what: "applications-listed" },
  ]);
});

test.for([
  ["a week and a millisecond before", "2024-06-14T13:59:59.999Z", 0],
  ["a week before", "2024-06-14T14:00:00.000Z", 0],
  ["a millisecond less than a week before", "2024-06-14T14:00:00.001Z", 1],
  ["at the deadline", "2024-06-21T14:00:00.000Z", 1],
  ["a millisecond after it", "2024-06-21T14:00:00.001Z", 0],
] as const)("drafts are shown to be at risk %s", async ([, at, count]) => {
  await hear(keys.application((await keepDraft(table)).id));
  const cookies = [await signedIn(table, { roles: ["manager"] })];
  const { json } = await ask({ path, cookies, at, headers: { accept: "application/json" } });
  expect(Object(json).atRisk).toHaveLength(count);
});
