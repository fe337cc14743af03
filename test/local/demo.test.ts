import { execFile } from "node:child_process";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import * as z from "zod";
import { makeVisitor } from "../../local/demo/visitor.ts";
import { people } from "../../local/people.ts";
import { type Runtime, startRuntime } from "../../local/runtime.ts";

let runtime: Runtime;
beforeAll(async () => {
  runtime = await startRuntime({ port: 0, demo: true, log: () => {} });
}, 400_000);
afterAll(() => runtime?.stop());

const Listed = z.object({
  items: z.array(z.object({ state: z.string(), registeredAt: z.string().optional() })),
});

/** A list that staff see. */
const listed = async (list: "applications" | "registrations"): Promise<z.infer<typeof Listed>["items"]> => {
  const { follow } = makeVisitor();
  const staff = people.find(({ groups }) => groups.includes("manager"));
  const choice = await follow(`${runtime.url}/auth/sign-in?to=/staff`);
  await follow(choice.url, { method: "POST", body: new URLSearchParams({ person: staff?.id ?? "" }) });
  const address = `${runtime.url}/staff/calls/nic-2024/${list}.json`;
  const { response } = await follow(address, { headers: { accept: "application/json" } });
  return Listed.parse(await response.json()).items;
};

/** How many there are of each state. */
const statesIn = async (list: "applications" | "registrations"): Promise<Record<string, number>> => {
  const states: Record<string, number> = {};
  for (const { state } of await listed(list)) states[state] = (states[state] ?? 0) + 1;
  return states;
};

test("the demo has applications in all states, and forty registrations of which some are cancelled", async () => {
  expect(await statesIn("applications")).toEqual({ draft: 3, submitted: 2, withdrawn: 1, expired: 1 });
  expect(await statesIn("registrations")).toEqual({ registered: 37, cancelled: 3 });
});

/** Runs the line that the start page shows, as somebody would who pastes it. */
const pasteAuditLine = async (): Promise<string> => {
  const page = await (await fetch(`${runtime.url}/local`)).text();
  const [, line = ""] = /<pre[^>]*>(.*npm run audit.*)<\/pre>/.exec(page) ?? [];
  return new Promise((done) => {
    execFile("bash", ["-c", line], (_, out) => done(out));
  });
};

test("nothing in the demo is later than what happens next", async () => {
  const latest = Math.max(
    ...(await listed("registrations")).map(({ registeredAt = "" }) => Date.parse(registeredAt)),
  );
  expect(runtime.clock.now()).toBeGreaterThan(latest);
});

test("the demo's drafts expire when the clock gets to the deadline again, and their holders are told", async () => {
  const told = async () => (await runtime.messages()).filter(({ subject }) => subject.startsWith("Utkastet"));
  expect(await told()).toHaveLength(1);
  await runtime.travel(Date.parse("2024-06-21T17:00:00+02:00"));
  expect(await told()).toHaveLength(4);
  expect(await statesIn("applications")).toEqual({ submitted: 2, withdrawn: 1, expired: 4 });
});

test("the line on the start page audits the records here: all receipts are signed by now, and nothing was tampered with", async () => {
  await runtime.settled();
  expect(await pasteAuditLine()).toMatch(
    /^7 applications, 3 submissions, \d+ events, 3 receipts, 3 signatures valid, 0 owed; 0 breaks$/m,
  );
});

test("a demo that begins after the deadlines has been through them", { timeout: 400_000 }, async () => {
  const later = await startRuntime({ port: 0, demo: true, now: "2024-06-22T09:00", log: () => {} });
  onTestFinished(() => later.stop());
  const subjects = (await later.messages()).map(({ subject }) => subject);
  expect(subjects.filter((one) => one.startsWith("Utkastet"))).toHaveLength(4);
  expect(subjects.filter((one) => one.includes("webinar"))).not.toEqual([]);
  expect(later.clock.now()).toBeGreaterThanOrEqual(Date.parse("2024-06-22T09:00:00+02:00"));
});
