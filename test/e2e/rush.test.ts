import { setTimeout as moment } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { instant } from "#shared/domain/time.ts";
import { findReceipt } from "#shared/records/receipts.ts";
import { submissionsOf } from "#shared/records/submissions.ts";
import { client, startSystem } from "./road.ts";
import { at, type Ready, readyToSend, recordsOf, submissionOf } from "./rush.ts";

/** `RUSH=500` is the rush that is spoken of in docs; fewer show the same in less time. */
const applicants = Number(process.env["RUSH"] ?? 90);
const beforeIt = 10_000;
const all = 15_000;
const deadline = instant("2024-06-21T14:00:00.000Z");

/** Every other one by the form of the review page, as without script, and the others as programs do. */
const send = async (site: string, one: Ready, n: number) => {
  const { idempotencyKey, revisions } = one.sending;
  const person = at(site, one);
  if (n % 2) return { ...one, told: await person.ask("POST", submissionOf(one), one.sending) };
  const fields = Object.entries(revisions).map(([key, value]) => [`revisions.${key}`, String(value)]);
  const form = { idempotencyKey, ...Object.fromEntries(fields) };
  return { ...one, told: await person.page(submissionOf(one), form) };
};

/** The load has a shape in time: each sends at a moment of its own, from ten seconds before the deadline to five after. */
const sendAtItsMoment = async (site: string, one: Ready, n: number) => {
  await moment((n / applicants) * all);
  return send(site, one, n);
};

test("a rush at the deadline: the arrival decides each, and what is accepted is there, receipted and mailed once", {
  timeout: 120_000 + applicants * 2000,
}, async () => {
  const system = await startSystem();
  onTestFinished(() => system.stop());
  const ready = await readyToSend(system, applicants);
  const table = recordsOf(system);
  const clock = client(system.url);
  const start = new Date(deadline.epochMilliseconds - beforeIt).toISOString();
  await clock.ask("POST", "/local/clock", { to: start });
  const told = await Promise.all(ready.map((one, n) => sendAtItsMoment(system.url, one, n)));

  const isAnswer = ({ told: { status } }: (typeof told)[number]) => [201, 303, 410].includes(status);
  const others = told.filter((one) => !isAnswer(one)).map(({ told: { status, text } }) => [status, text]);
  const errors = system.lines.filter((line) => line.includes('"level":"ERROR"'));
  expect({ others: others.slice(0, 3), errors: errors.slice(0, 3) }).toEqual({ others: [], errors: [] });
  expect(new Set(told.map(({ told: { status } }) => status)).size).toBe(3);
  const accepted = told.filter(({ told: { status } }) => status !== 410);
  for (const one of told) {
    const stored = await submissionsOf(table, one.application.id);
    expect(stored).toHaveLength(one.told.status === 410 ? 0 : 1);
    for (const { receivedAt } of stored)
      expect(receivedAt.epochMilliseconds).toBeLessThanOrEqual(deadline.epochMilliseconds);
  }
  const refused = told.filter(({ told: { json } }) => Object(json).receivedAt && Object(json).deadline);
  for (const {
    told: { json },
  } of refused)
    expect(instant(Object(json).receivedAt).epochMilliseconds).toBeGreaterThan(deadline.epochMilliseconds);

  await clock.ask("POST", "/local/clock", { to: "2024-06-21T16:02:00.000+02:00" });
  for (const { application } of accepted)
    await vi.waitFor(async () =>
      expect(await findReceipt(table, application.id, 1)).toMatchObject({
        jws: expect.stringMatching(/^ey/),
      }),
    );
  const receipts = async () =>
    (await system.messages()).filter(
      ({ subject, to }) => subject.includes("NIC24-") && /rush-/.test(String(to)),
    );
  await vi.waitFor(
    async () =>
      expect(
        (await receipts())
          .filter(({ subject }) => subject.startsWith("Kvittering"))
          .map(({ to }) => String(to))
          .toSorted(),
      ).toEqual(accepted.map(({ mail }) => mail).toSorted()),
    60_000,
  );
  expect(system.lines.filter((line) => line.includes('"level":"ERROR"'))).toEqual([]);
});
