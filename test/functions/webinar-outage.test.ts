import { expect, test, vi } from "vitest";
import { CallId } from "#shared/domain/call.ts";
import type { Message } from "#shared/domain/message.ts";
import { instant } from "#shared/domain/time.ts";
import { findMessage, messagesDue, messagesOfRegistration } from "#shared/records/messages.ts";
import { registrationsOfCall } from "#shared/records/registrations.ts";
import { routes } from "../../functions/webinar-sign-up/routes.ts";
import { killedAt, startDelivery, streamOf } from "../mail/delivery.ts";
import { freshTable } from "../support/dynamodb.ts";
import { asking } from "./asking.ts";
import { byClients } from "./clients.ts";
import { webinarId } from "./webinar.ts";

/** `OUTAGE_RUSH=500` is what is spoken of in docs; fewer show the same in less time. */
const signUps = Number(process.env["OUTAGE_RUSH"] ?? "120");
const start = instant("2024-04-15T07:00:00.000Z");
/** People sign up in each of so many minutes; SES is down for ten of them, from when half have. */
const minutes = 40;
const down = { from: 20, until: 30 };
/** From the first request of a run until its first message is marked as sent, and one more. */
const steps = 10;
const end = minutes + 15;

/** Before SES goes down, each step has been killed before and after it in runs of both kinds. */
const whenKilled = (minute: number, by: "stream" | "minutely") =>
  (Math.floor(minute / steps) % 2 === 0) === (by === "stream") ? "after" : "before";

const setUp = async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const table = await freshTable();
  const ask = asking(table, routes);
  const delivery = await startDelivery(table);
  const signUp = (n: number, minute: number) =>
    ask({
      method: "POST",
      path: "/nb/calls/nic-2024/webinar",
      at: start.add({ minutes: minute, seconds: n % 60 }).toString(),
      headers: { "x-forwarded-for": `198.51.${n % 250}.7, 130.176.0.9` },
      json: { name: `Deltaker ${n}`, email: `p${n}@eksempel.example`, interest: "undecided", language: "nb" },
    });
  const known = new Set<string>();
  /** What the stream would tell of since it was last asked. */
  const newlyOwed = async (): Promise<Message[]> => {
    const all = await messagesDue(table, instant("2024-04-16T00:00:00Z"), 10_000);
    const fresh = all.filter(({ id }) => !known.has(id));
    for (const { id } of fresh) known.add(id);
    return fresh;
  };
  const messages = async (): Promise<Message[]> => {
    const registrations = await registrationsOfCall(table, CallId.parse("nic-2024"));
    const ofEach = await byClients(16, registrations.length, async (n) => {
      const one = registrations[n];
      return one ? messagesOfRegistration(table, webinarId, one.id) : [];
    });
    return ofEach.flat();
  };
  const { mailbox } = delivery;
  const mailsTo = (to: string) =>
    mailbox.all().filter(({ destinations }) => destinations.includes(to)).length;
  return { ...delivery, table, signUp, newlyOwed, messages, mailsTo };
};

test(`${signUps} sign up while SES is down for ten minutes and the mail function is killed at each step: none is lost`, {
  timeout: 600_000,
}, async () => {
  const { table, run, runBehind, mailbox, state, ...webinar } = await setUp();
  const addressOf = new Map<string, Message>();
  /** Whom SES took a mail to that the killed run never came to mark. */
  const caught = new Set<string>();
  const killed = { before: new Set<number>(), after: new Set<number>() };

  const runKilled = async (event: unknown, step: number, when: "before" | "after") => {
    const earlier = mailbox.all().length;
    const { guard, life } = killedAt(step, when);
    await runBehind(guard)(event).catch(() => {});
    if (life.isOver) killed[when].add(step);
    for (const { destinations } of mailbox.all().slice(earlier)) {
      const to = destinations[0] ?? "";
      const id = addressOf.get(to)?.id;
      if (id && (await findMessage(table, id))?.state === "sending") caught.add(to);
    }
  };

  let asked = 0;
  let sentBefore = 0;
  for (let minute = 0; minute < end; minute += 1) {
    state.isDown = minute >= down.from && minute < down.until;
    const upTo = Math.min(signUps, Math.ceil((signUps * (minute + 1)) / minutes));
    const from = asked;
    const statuses = await byClients(8, upTo - from, async (n) => webinar.signUp(from + n, minute));
    asked = upTo;
    expect(statuses.filter(({ status }) => status !== 202)).toEqual([]);
    const fresh = await webinar.newlyOwed();
    for (const message of fresh) addressOf.set(message.to, message);
    const step = 1 + (minute % steps);
    const event = { at: start.add({ minutes: minute + 1 }).toString() };
    if (fresh.length > 0) await runKilled(streamOf(fresh), step, whenKilled(minute, "stream"));
    if (minute < minutes) await runKilled(event, step, whenKilled(minute, "minutely"));
    await run(event);
    if (minute < down.from) sentBefore = mailbox.all().length;
    if (state.isDown) expect(mailbox.all()).toHaveLength(sentBefore);
  }

  expect(sentBefore).toBeGreaterThan(signUps * 0.4);
  const messages = await webinar.messages();
  expect(messages.map(({ to }) => to).toSorted()).toEqual(
    Array.from({ length: signUps }, (_, n) => `p${n}@eksempel.example`).toSorted(),
  );
  expect(new Set(messages.map((one) => one.state))).toEqual(new Set(["sent"]));
  const twice = messages.filter(({ to }) => webinar.mailsTo(to) > 1);
  expect(twice.map(({ to }) => to).toSorted()).toEqual([...caught].toSorted());
  for (const { to, maybeTwice = 0 } of messages) {
    expect([to, webinar.mailsTo(to)]).toEqual([to, caught.has(to) ? 2 : 1]);
    if (caught.has(to)) expect(maybeTwice).toBeGreaterThan(0);
  }
  const all = Array.from({ length: steps }, (_, n) => n + 1);
  for (const when of ["before", "after"] as const)
    expect([...killed[when]].toSorted((a, b) => a - b)).toEqual(all);
  expect(twice.length).toBeGreaterThan(0);
});
