import { execFile } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { makeVisitor } from "../../local/demo/visitor.ts";
import { people } from "../../local/people.ts";
import { type Runtime, startRuntime } from "../../local/runtime.ts";

let runtime: Runtime;
beforeAll(async () => {
  runtime = await startRuntime({ port: 0, demo: true, log: () => {} });
}, 120_000);
afterAll(() => runtime?.stop());

const Listed = z.object({ items: z.array(z.object({ state: z.string() })) });

/** How many there are of each state in a list that staff see. */
const statesIn = async (list: "applications" | "registrations"): Promise<Record<string, number>> => {
  const { follow } = makeVisitor();
  const staff = people.find(({ groups }) => groups.includes("staff"));
  const choice = await follow(`${runtime.url}/auth/sign-in?to=/staff`);
  await follow(choice.url, { method: "POST", body: new URLSearchParams({ person: staff?.id ?? "" }) });
  const address = `${runtime.url}/staff/calls/nic-2024/${list}.json`;
  const { response } = await follow(address, { headers: { accept: "application/json" } });
  const { items } = Listed.parse(await response.json());
  const states: Record<string, number> = {};
  for (const { state } of items) states[state] = (states[state] ?? 0) + 1;
  return states;
};

test("the demo has applications in all states, and forty registrations of which some are cancelled", async () => {
  expect(await statesIn("applications")).toEqual({ draft: 3, submitted: 2, withdrawn: 1, expired: 1 });
  expect(await statesIn("registrations")).toEqual({ registered: 37, cancelled: 3 });
});

const Audited = z.object({
  counts: z.object({ applications: z.int(), submissions: z.int(), receipts: z.int(), events: z.int() }),
  breaks: z.array(z.object({ code: z.string() })),
});

/** Runs the line that the start page shows, as somebody would who pastes it; the signatures are left out. */
const pasteAuditLine = async () => {
  const page = await (await fetch(`${runtime.url}/local`)).text();
  const [, line = ""] = /<pre[^>]*>(.*npm run audit.*) --keys .*<\/pre>/.exec(page) ?? [];
  const stdout = await new Promise<string>((done) => {
    execFile("bash", ["-c", `${line} --json`], (_, out) => done(out));
  });
  return Audited.parse(JSON.parse(stdout.slice(stdout.indexOf("{"))));
};

test("the line on the start page audits the records here, and none has been tampered with", async () => {
  await runtime.settled();
  const { counts, breaks } = await pasteAuditLine();
  expect(counts).toMatchObject({ applications: 7, submissions: 3, receipts: 3 });
  expect(counts.events).toBeGreaterThanOrEqual(12);
  expect(breaks.filter(({ code }) => code !== "signature-missing")).toEqual([]);
});

test("the demo's drafts expire when the clock gets to the deadline again, and their holders are told", async () => {
  const told = async () => (await runtime.messages()).filter(({ subject }) => subject.startsWith("Utkastet"));
  expect(await told()).toHaveLength(1);
  await runtime.travel(Date.parse("2024-06-21T17:00:00+02:00"));
  expect(await told()).toHaveLength(4);
  expect(await statesIn("applications")).toEqual({ submitted: 2, withdrawn: 1, expired: 4 });
});
