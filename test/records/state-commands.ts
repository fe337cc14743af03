// What may happen to an application: to the model and to the service alike.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect } from "vitest";
import * as z from "zod";
import { completeDraft } from "../support/answers.ts";
import { hold, itemsOf } from "./state-laws.ts";
import type { Model, Sending } from "./state-model.ts";
import * as expected from "./state-model.ts";
import { outcomeOf, type Room, timeOf } from "./state-room.ts";

export type Happening = fc.AsyncCommand<Model, Room>;

/** `deed` is how the diagram calls what may take the application to another state. */
const happening = (
  name: string,
  deed: RegExp,
  happens: (model: Model, room: Room) => Promise<void>,
): Happening => ({
  check: () => true,
  toString: () => name,
  run: async (model, room) => {
    const from = model.place;
    await happens(model, room);
    await hold(model, room, { from, deed });
  },
});

const nothing = /^$/;
const Receipted = z.object({ number: z.number() });

/** Sends, as often at once as a nervous hand may press; then looks at the receipt, as one does. */
const sendTo = async (room: Room, { key, written }: Sending, at: number, times: number) => {
  const body = { idempotencyKey: key, revisions: { ...room.revisions, cluster: written } };
  const told = await Promise.all(
    Array.from({ length: times }, () => room.ask("POST", "/submission", body, at)),
  );
  const answers = told.map((one) => (one.status === 201 ? Receipted.parse(one.json).number : outcomeOf(one)));
  expect(new Set(answers).size).toBe(1);
  if (told[0]?.status === 201) expect((await room.get("/receipt")).status).toBe(200);
  return answers[0];
};

/** Nothing is written by it; attempts that are refused have a book of their own. */
const changesNothing = async (room: Room, deed: () => Promise<void>) => {
  const items = async () => (await itemsOf(room)).filter(({ item }) => item !== "attempt");
  const before = await items();
  await deed();
  expect(await items()).toEqual(before);
};

const { cluster } = completeDraft("connect");
export const write = happening("write", nothing, async (model, room) => {
  const answers = { ...cluster, name: `Klyngen ${model.written}` };
  const json = { revision: model.written, answers };
  const told = await room.ask("PUT", "/sections/cluster", json, model.now);
  expect(outcomeOf(told)).toBe(expected.write(model));
});

export const send = (times: number, isInTime = false) =>
  happening(`send ${times} times, ${isInTime ? "in time" : "now"}`, /submit/, async (model, room) => {
    const sending = { key: randomUUID(), written: model.written };
    const at = expected.arrivalOf(model, isInTime);
    const told = await sendTo(room, sending, at, times);
    expect(told).toBe(expected.send(model, sending, at));
  });

/** From a review page that was opened before the last save. */
export const sendFromOldPage = happening("send from an old page", /submit/, async (model, room) => {
  const sending = { key: randomUUID(), written: Math.max(1, model.written - 1) };
  expect(await sendTo(room, sending, model.now, 1)).toBe(expected.send(model, sending, model.now));
});

/** The very same request as one that was answered before: the answer had been lost. */
export const repeat = (which: number) =>
  happening(`repeat ${which}`, nothing, async (model, room) => {
    const { sent, now } = model;
    const again = sent[which % sent.length];
    if (!again) return;
    await changesNothing(room, async () =>
      expect(await sendTo(room, again, now, 1)).toBe(expected.send(model, again, now)),
    );
  });

export const change = happening("change", /^change/, async (model, room) => {
  const told = await room.ask("POST", "/change", {}, model.now);
  expect(outcomeOf(told)).toBe(expected.change(model));
});

export const withdraw = happening("withdraw", /withdraw/, async (model, room) => {
  const told = await room.ask("POST", "/withdrawal", {}, model.now);
  expect(outcomeOf(told)).toBe(expected.withdraw(model));
});

/** So many hours after the deadline or now, whichever is later, as staff type it: on the clock in Oslo. */
const laterBy = (model: Model, from: number, hours: number) => {
  const to = Math.floor(Math.max(model.now, from) / 60_000) * 60_000 + hours * 3_600_000;
  const [date = "", clock = ""] = timeOf(to + 2 * 3_600_000).split("T");
  const typed = { date: date.split("-").toReversed().join("."), time: clock.slice(0, 5), reason: "Sykdom" };
  return { to, typed };
};

export const extend = (hours: number) =>
  happening(`extend by ${hours} hours`, /extend/, async (model, room) => {
    const { to, typed } = laterBy(model, expected.deadlineOf(model), hours);
    const path = `/staff/applications/${room.application.id}/extension`;
    expect(outcomeOf(await room.byStaff("ola", path, typed, model.now))).toBe(expected.extend(model, to));
  });

export const move = (hours: number) =>
  happening(`move by ${hours} hours`, nothing, async (model, room) => {
    const { to, typed } = laterBy(model, model.closes, hours);
    const path = "/staff/calls/nic-2024/deadline";
    const proposed = await room.byStaff("ola", path, { action: "propose", ...typed }, model.now);
    expect(outcomeOf(proposed)).toBe(expected.move(model, to));
    if (proposed.status >= 400) return;
    const { revision } = z.object({ revision: z.number() }).parse(proposed.json);
    const approved = await room.byStaff("anne", path, { action: "approve", revision }, model.now);
    expect(outcomeOf(approved)).toBe("done");
  });

export const wait = (how: Parameters<typeof expected.wait>[1]) =>
  happening(`wait ${JSON.stringify(how)}`, nothing, async (model) => expected.wait(model, how));

/** A run of the schedule, and at once another: what is done is done. */
export const run = happening("run", /expire|reopen|the deadline/, async (model, room) => {
  await room.run(model.now);
  expected.tidy(model);
  await changesNothing(room, () => room.run(model.now));
});

/** Where it is refused whatever the time is, there is little to see more than once. */
const where = (isWorthIt: (model: Model) => boolean, one: Happening): Happening => ({
  ...one,
  check: isWorthIt,
});
const isOpen = ({ place }: Model) => place !== "stands";

const minute = 60_000;
const waits = [
  { by: 5 * minute },
  { past: 0 },
  { past: 0 },
  { past: 1 },
  { past: minute },
  { past: 90 * minute },
];
const hours = fc.constantFrom(-1, 0, 1, 26, 26);

export const happenings = fc.commands(
  [
    fc.constant(where(isOpen, write)),
    fc.constantFrom(1, 1, 1, 3).map((times) => where(isOpen, send(times))),
    fc.constant(where(isOpen, send(1))),
    fc.constant(where(isOpen, send(1, true))),
    fc.constant(where((model) => isOpen(model) && model.written > 1, sendFromOldPage)),
    fc.nat(5).map((which) => where(({ sent }) => sent.length > 0, repeat(which))),
    fc.constant(where(({ place }) => place === "stands", change)),
    fc.constant(where(expected.isSent, withdraw)),
    hours.map(extend),
    hours.map(move),
    fc.constantFrom(...waits).map(wait),
    fc.constant(run),
  ],
  { maxCommands: 24, size: "max" },
);
