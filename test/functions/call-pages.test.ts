import { beforeEach, describe, expect, test, vi } from "vitest";
import { knownKeys } from "../../functions/call-pages/known-keys.ts";
import { routes } from "../../functions/call-pages/routes.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { openTestKeys } from "../support/receipt-keys.ts";
import { asking } from "./asking.ts";

const findKeys = knownKeys((await openTestKeys("2024-1")).keys);

let ask: (request: Request) => Promise<Told>;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  ask = asking(await freshTable(), (around) => routes({ ...around, findKeys }));
});

const maxAge = ({ headers }: Told) =>
  Number(/^public, max-age=(\d+)$/.exec(headers["cache-control"] ?? "")?.[1]);
const pages = ["/nb", "/nn", "/en", "/nb/calls/nic-2024", "/nn/privacy", "/en/accessibility"];

test.for(pages)("%s is a page that may be kept for a minute, the same for everybody", async (path) => {
  const told = await ask({ path });
  expect(told.status).toBe(200);
  expect(told.text).toContain(`<html lang="${path.slice(1, 3)}`);
  expect(told.headers["vary"]).toBe("accept");
  expect(maxAge(told)).toBe(60);
});

describe("no kept page outlives what it says", () => {
  test.for([
    ["an hour before a deadline", "2024-06-21T13:00:00.000Z", 60],
    ["20.5 s before the deadline", "2024-06-21T13:59:39.500Z", 20],
    ["half a second before it", "2024-06-21T13:59:59.500Z", 0],
    ["at the deadline", "2024-06-21T14:00:00.000Z", 0],
    ["after it", "2024-06-21T14:00:00.001Z", 60],
    ["10 s before sign-up closes", "2024-04-29T21:59:50.000Z", 9],
    ["5 s before the call opens", "2024-04-01T05:59:55.000Z", 5],
  ] as const)("%s", async ([, at, seconds]) => {
    for (const path of ["/nb", "/nb/calls/nic-2024"]) expect(maxAge(await ask({ path, at }))).toBe(seconds);
  });
});

test("the root leads to the reader's own language", async () => {
  const to = async (language: string) =>
    (await ask({ path: "/", headers: { "accept-language": language } })).headers["location"];
  expect(await to("nn-NO,nn;q=0.9")).toBe("/nn");
  expect(await to("de, no;q=0.5")).toBe("/nb");
  expect(await to("en-GB")).toBe("/en");
  expect((await ask({ path: "/" })).status).toBe(303);
});

test.for([
  ["/nn/noko-anna", {}, "nn"],
  ["/gone/for/good", { "accept-language": "en" }, "en"],
  ["/nb/calls/nic-1999", {}, "nb"],
  ["/sv", {}, "nb"],
] as const)(
  "%s is not found, in words the reader knows, and the answer is not kept",
  async ([path, headers, language]) => {
    const told = await ask({ path, headers });
    expect(told.status).toBe(404);
    expect(told.text).toContain(`<html lang="${language}`);
    expect(told.headers["cache-control"]).toBe("no-store");
  },
);

test("health is told after the table has been read, and never kept", async () => {
  const told = await ask({ path: "/health", headers: { accept: "application/json" } });
  expect(told.json).toEqual({ status: "ok" });
  expect(told.headers["cache-control"]).toBe("no-store");
  const lost = asking({ ...(await freshTable()), name: "no-such-table" }, (around) =>
    routes({ ...around, findKeys }),
  );
  expect((await lost({ path: "/health", headers: { accept: "application/json" } })).status).toBe(500);
});

test("a program is told when each level closes", async () => {
  const path = "/en/calls/nic-2024";
  const headers = { accept: "application/json" };
  const states = async (at: string) => JSON.stringify((await ask({ path, at, headers })).json);
  expect(await states("2024-06-21T14:00:00.000Z")).toContain('"state":"open"');
  expect(await states("2024-06-21T14:00:00.001Z")).not.toContain('"state":"open"');
});
