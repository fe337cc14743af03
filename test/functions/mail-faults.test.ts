import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { type Message, MessageContent, type MessageId } from "#shared/domain/message.ts";
import { ownerKeys } from "#shared/records/index-keys.ts";
import { takeMailPlaces } from "#shared/records/mail-pace.ts";
import { findMessage, oweOnce } from "#shared/records/messages.ts";
import { readMany } from "#shared/records/reads.ts";
import type { Item, Table } from "#shared/records/table.ts";
import { keys } from "#shared/records/table-keys.ts";
import { present, update } from "#shared/records/writes.ts";
import { killedAt, startDelivery, streamOf } from "../mail/delivery.ts";
import { aMessage, anApplication } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { byClients } from "./clients.ts";

let table: Table;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
});

const owe = async (name: string): Promise<Message> => {
  const application = anApplication();
  const message = aMessage(application, { to: `${name}@fjord.example` });
  await oweOnce(table, message, ownerKeys.application(application.id));
  return message;
};
const oweMany = (many: number) => byClients(32, many, (i) => owe(`nr-${i}`));

const stored = async ({ id }: Message): Promise<Message> => {
  const message = await findMessage(table, id);
  if (!message) throw new Error(`${id} is lost`);
  return message;
};

const first = aMessage(anApplication());
const atMinute = (minutes: number) => ({ at: first.owedAt.add({ minutes }).toString() });

describe.for(["stream", "minutely"] as const)("the function, started by the %s run and killed", (by) => {
  test.for(["before", "after"] as const)("%s any step of its work, loses nothing", async (when) => {
    let step = 0;
    let survived = false;
    let twice = 0;
    while (!survived) {
      step += 1;
      table = await freshTable();
      const { run, runBehind, mailbox } = await startDelivery(table);
      const messages = await oweMany(3);
      const { guard, life } = killedAt(step, when);
      const event = by === "stream" ? streamOf(messages) : atMinute(1);
      await runBehind(guard)(event).catch(() => {});
      survived = !life.isOver;
      // The lease of what was under way runs out within three minutes.
      for (const minute of [2, 3, 4, 5]) await run(atMinute(minute));
      for (const message of messages) {
        const mails = mailbox.all().filter(({ destinations }) => destinations.includes(message.to));
        const { state, maybeTwice = 0 } = await stored(message);
        expect([step, state]).toEqual([step, "sent"]);
        expect(mails.length).toBeGreaterThan(0);
        expect(mails.length).toBeLessThanOrEqual(1 + maybeTwice);
        twice += mails.length - 1;
      }
    }
    // All steps were tried, and only what was lost between SES and the mark went twice.
    expect(step).toBeGreaterThan(10);
    expect(twice).toBe(3);
  });
});

test("a mail that was sent twice, perhaps, is no sooner than when the lease has run out", async () => {
  const { run, runBehind, mailbox } = await startDelivery(table);
  const message = await owe("kari");
  // What is due, the quota, places twice, the claim and SES: the mark never comes.
  await runBehind(killedAt(6, "after").guard)(atMinute(1));
  expect(mailbox.all()).toHaveLength(1);
  expect((await stored(message)).state).toBe("sending");
  for (const minute of [2, 3]) await run(atMinute(minute));
  expect(mailbox.all()).toHaveLength(1);
  await run(atMinute(4));
  expect(mailbox.all()).toHaveLength(2);
  expect(await stored(message)).toMatchObject({ state: "sent", attempts: 2, maybeTwice: 1 });
});

test("SES down for ten minutes in the middle of 500 owed messages delays them and loses none", {
  timeout: 240_000,
}, async () => {
  const { run, mailbox, state } = await startDelivery(table);
  const messages = await oweMany(500);
  for (let minute = 1; minute <= 30; minute += 1) {
    state.isDown = minute > 2 && minute <= 12;
    await run(atMinute(minute));
    if (minute === 2) expect(mailbox.all()).toHaveLength(400);
    if (minute === 12) expect(mailbox.all()).toHaveLength(400);
  }
  const receivers = mailbox.all().flatMap(({ destinations }) => destinations);
  expect(receivers).toHaveLength(500);
  expect(new Set(receivers)).toEqual(new Set(messages.map(({ to }) => to)));
  const after = await Promise.all(messages.map(stored));
  expect(new Set(after.map((one) => one.state))).toEqual(new Set(["sent"]));
  // A few found out that SES was down; the others were not tried in vain.
  expect(after.filter(({ failures }) => failures).length).toBeLessThan(40);
});

describe("three hundred at the head of the queue", () => {
  const many = 300;
  /** Owed before the sound ones, and so before them in the queue. */
  const poisoned = async (how: (message: Message) => Item): Promise<readonly MessageId[]> => {
    const ids = [];
    for (let i = 0; i < many; i += 1) {
      const application = anApplication();
      const before = {
        owedAt: first.owedAt.subtract({ minutes: 2 }),
        dueAt: first.owedAt.subtract({ minutes: 1 }),
      };
      const message = aMessage(application, before);
      await oweOnce(table, message, ownerKeys.application(application.id));
      const change = { text: "SET #content = :content", values: { content: how(message) } };
      await table.client.send(
        new UpdateItemCommand(update(table, keys.message(message.id), change, present)),
      );
      ids.push(message.id);
    }
    return ids;
  };
  const states = async (ids: readonly MessageId[]) => {
    const items = await readMany(
      table,
      ids.map((id) => keys.message(id)),
    );
    return new Set(items.map(({ state }) => state));
  };

  test("that nobody can read do not hold back the others, are told of, and are owed still", async () => {
    const { run, mailbox } = await startDelivery(table);
    const told = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const ids = await poisoned(() => ({ kind: "of-another-time" }));
    const sound = [await owe("kari"), await owe("ola")];
    for (const minute of [1, 2]) await run(atMinute(minute));
    expect(
      mailbox
        .all()
        .map(({ destinations }) => destinations[0])
        .toSorted(),
    ).toEqual(sound.map(({ to }) => to));
    expect(told.mock.calls.filter(([line]) => `${line}`.includes("message.unreadable"))).toHaveLength(many);
    expect(await states(ids)).toEqual(new Set(["owed"]));
    // Looked at again in an hour, for somebody may have mended what stops them.
    await run(atMinute(59));
    expect(told.mock.calls.filter(([line]) => `${line}`.includes("message.unreadable"))).toHaveLength(many);
    await run(atMinute(61));
    expect(told.mock.calls.filter(([line]) => `${line}`.includes("message.unreadable"))).toHaveLength(
      many + 200,
    );
  });

  test("whose words cannot be written do not hold back the others, and wait", async () => {
    const { run, mailbox } = await startDelivery(table);
    const ids = await poisoned(({ content }) => ({
      ...z.encode(MessageContent, content),
      callId: "gone-2020",
    }));
    const sound = [await owe("kari"), await owe("ola")];
    for (const minute of [1, 2]) await run(atMinute(minute));
    expect(
      mailbox
        .all()
        .map(({ destinations }) => destinations[0])
        .toSorted(),
    ).toEqual(sound.map(({ to }) => to));
    expect(await states(ids)).toEqual(new Set(["owed"]));
  });
});

describe("when it is too much at once", () => {
  test("SES is left alone until there are places again, and no try counts as failed", async () => {
    const { run, mailbox, state } = await startDelivery(table);
    const messages = await oweMany(5);
    state.isBusy = true;
    await run(atMinute(1));
    const tried = (await Promise.all(messages.map(stored))).filter(({ attempts }) => attempts > 0);
    expect(tried).toMatchObject([{ state: "owed", lastFailure: "ses-busy" }]);
    expect(tried[0]?.failures).toBeUndefined();
    state.isBusy = false;
    await run(atMinute(1));
    expect(mailbox.all()).toHaveLength(0);
    await run(atMinute(3));
    expect(mailbox.all()).toHaveLength(5);
  });

  test("no more goes in a minute than the account's rate allows, whoever sends it", async () => {
    const { run, mailbox } = await startDelivery(table);
    const aMinute = {
      perSecond: 14,
      wanted: Math.floor(14 * 0.8 * 60) - 3,
      at: first.owedAt.add({ minutes: 1 }),
    };
    await takeMailPlaces(table, aMinute);
    const messages = await oweMany(5);
    await run(atMinute(1));
    expect(mailbox.all()).toHaveLength(3);
    await run(streamOf(messages));
    expect(mailbox.all()).toHaveLength(3);
    await run(atMinute(2));
    expect(mailbox.all()).toHaveLength(5);
  });
});
