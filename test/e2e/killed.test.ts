import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { findReceipt } from "#shared/records/receipts.ts";
import { submissionsOf } from "#shared/records/submissions.ts";
import { startRuntime } from "../../local/runtime.ts";
import { temporaryFolder } from "../local/hand-made.ts";
import { addressWhenReady, familyOf, idOf, type Running, run } from "../support/npm-start.ts";
import { client } from "./road.ts";
import { at, type Ready, readyToSend, recordsOf, submissionOf } from "./rush.ts";

const applicants = 24;
const atOnce = 6;
const now = "2024-06-21T15:50";

const isFunction = (processId: number): boolean => {
  try {
    return readFileSync(`/proc/${processId}/cmdline`, "utf8").includes("aws-lambda-ric");
  } catch {
    return false;
  }
};

const killOneFunction = ({ child }: Running): void => {
  const [first] = familyOf(idOf(child)).filter(isFunction);
  if (first) process.kill(first, "SIGKILL");
};

/** As a person does whose page says that it did not get through: presses again, and again, with the same key. */
const sendUntilTold = (site: string, one: Ready) =>
  vi.waitFor(
    async () => {
      const told = await at(site, one).ask("POST", submissionOf(one), one.sending);
      expect(told.status).toBe(201);
      return told;
    },
    { timeout: 120_000, interval: 300 },
  );

const seeded = async (data: string): Promise<readonly Ready[]> => {
  const system = await startRuntime({ port: 0, dataDir: data, now, log: () => undefined });
  const ready = await readyToSend(system, applicants);
  await system.stop();
  return ready;
};

const readBack = async (data: string, ready: readonly Ready[]) => {
  const system = await startRuntime({ port: 0, dataDir: data, now, log: () => undefined });
  const table = recordsOf(system);
  const kept = await Promise.all(
    ready.map(async ({ application: { id } }) => ({
      submissions: (await submissionsOf(table, id)).length,
      receipt: (await findReceipt(table, id, 1)) !== undefined,
    })),
  );
  // What was owed when it was killed goes out by the minutely run, when the lease of whoever was killed has run out.
  await client(system.url).ask("POST", "/local/clock", { to: "2024-06-21T16:30:00" });
  const mailsTo = async (mail: string) =>
    (await system.messages()).filter(
      ({ to, subject }) => to.includes(mail) && subject.includes("Kvittering"),
    );
  await vi.waitFor(async () => {
    for (const { mail } of ready) expect((await mailsTo(mail)).length).toBeGreaterThan(0);
  }, 60_000);
  const mails = await Promise.all(ready.map(async ({ mail }) => (await mailsTo(mail)).length));
  await system.stop();
  return { kept, mails };
};

test("what was acknowledged is there, whatever is killed while it is sent: functions again and again, and the whole runtime", {
  timeout: 400_000,
}, async () => {
  const data = temporaryFolder();
  const ready = await seeded(data);
  let running = run(["--port", "0", "--data", data, "--now", now]);
  const port = new URL(await addressWhenReady(running)).port;
  const site = `http://127.0.0.1:${port}`;
  const start = () => run(["--port", port, "--data", data, "--now", now]);
  let acknowledged = 0;
  const waiting = [...ready];
  const one = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await sendUntilTold(site, next);
      acknowledged += 1;
      if (acknowledged === applicants / 2) {
        running.child.kill("SIGKILL");
        await running.ended;
        running = start();
        await addressWhenReady(running);
      } else if (acknowledged % 4 === 0) killOneFunction(running);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  expect(acknowledged).toBe(applicants);
  running.child.kill("SIGKILL");
  await running.ended;

  const { kept, mails } = await readBack(data, ready);
  expect(kept).toEqual(ready.map(() => ({ submissions: 1, receipt: true })));
  // A mail may go twice when its function was killed between sending it and noting so, and no oftener.
  expect(mails.filter((count) => count > 2)).toEqual([]);
});
