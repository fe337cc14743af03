import { GetItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { type Message, MessageId } from "#shared/domain/message.ts";
import { type Instant, instant } from "#shared/domain/time.ts";
import { claimMessage, markFailed, markSent, markUnsent } from "#shared/records/message-tries.ts";
import { messagesDue, messagesOf } from "#shared/records/messages.ts";
import { keepRegistration } from "#shared/records/registrations.ts";
import { decode, encode, type Table } from "#shared/records/table.ts";
import { keys } from "#shared/records/table-keys.ts";
import { anApplication, aRegistration, aRegistrationMessage } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";

let table: Table;
beforeEach(async () => {
  table = await freshTable();
});

const owedAt = instant("2024-06-21T13:59:59.999Z");
const later = (seconds: number): Instant => owedAt.add({ seconds });

const owe = async (given: Partial<Message> = {}): Promise<Message> => {
  const registration = aRegistration();
  const message = aRegistrationMessage(registration, { owedAt, dueAt: owedAt, ...given });
  await keepRegistration(table, { registration, message });
  return message;
};

const asStored = async ({ id }: Message) => {
  const { Item } = await table.client.send(
    new GetItemCommand({ TableName: table.name, Key: encode({ ...keys.message(id) }) }),
  );
  return Item ? decode(Item) : {};
};

const claim = (message: Message, at: Instant, given: Partial<Message> = {}) =>
  claimMessage(table, { ...message, ...given }, { at, until: at.add({ seconds: 90 }) });

describe("a message owed", () => {
  test("is due from its time on, to the millisecond", async () => {
    const message = await owe({ dueAt: later(60) });
    expect(await messagesDue(table, later(60).subtract({ milliseconds: 1 }))).toEqual([]);
    expect(await messagesDue(table, later(60))).toEqual([message]);
  });

  test("is due at once when no time is given", async () => {
    const { dueAt: _, ...message } = aRegistrationMessage(aRegistration(), { owedAt });
    await keepRegistration(table, { registration: aRegistration(), message });
    expect(await messagesDue(table, owedAt)).toEqual([message]);
  });

  test("comes before those that have waited less, and no more come than asked for", async () => {
    const last = await owe({ dueAt: later(3) });
    const first = await owe({ dueAt: later(1) });
    const second = await owe({ dueAt: later(2) });
    expect(await messagesDue(table, later(5))).toEqual([first, second, last]);
    expect(await messagesDue(table, later(5), 2)).toEqual([first, second]);
  });

  test("is marked for the stream by what kind of item it is", async () => {
    expect(await asStored(await owe())).toMatchObject({ item: "message" });
  });
});

describe("claiming", () => {
  test("counts the try and moves the time ahead", async () => {
    const message = await owe();
    expect(await claim(message, later(1))).toEqual({
      ...message,
      ...{ state: "sending", attempts: 1, dueAt: later(91) },
    });
    expect(await messagesDue(table, later(90))).toEqual([]);
    expect(await messagesDue(table, later(91))).toHaveLength(1);
  });

  test("is open to the stream before the schedule's time has come", async () => {
    const message = await owe({ dueAt: later(60) });
    expect(await claim(message, owedAt)).toBeDefined();
  });

  test("gives the message to one of twenty at the same time", async () => {
    const message = await owe();
    const claims = await Promise.all(Array.from({ length: 20 }, () => claim(message, later(1))));
    expect(claims.filter((claimed) => claimed !== undefined)).toHaveLength(1);
  });

  test("is refused while another's time has not run out, and open after it", async () => {
    const message = await owe();
    await claim(message, later(0));
    const once = { state: "sending", attempts: 1 } as const;
    expect(await claim(message, later(89), once)).toBeUndefined();
    expect(await claim(message, later(90))).toBeUndefined();
    expect(await claim(message, later(90), once)).toMatchObject({ attempts: 2, maybeTwice: 1 });
    const twice = { ...once, attempts: 2 };
    expect(await claim(message, later(180), twice)).toMatchObject({ attempts: 3, maybeTwice: 2 });
  });

  test("is refused for a message that is sent, given up, or does not exist", async () => {
    const sent = await owe();
    await markSent(table, sent, { sesId: "ses-1", at: later(1) });
    const failed = await owe();
    await markFailed(table, failed, { code: "rejected" });
    expect(await asStored(failed)).toMatchObject({ state: "failed", content: { key: "" } });
    const unknown = aRegistrationMessage(aRegistration());
    for (const message of [sent, failed, unknown]) expect(await claim(message, later(100))).toBeUndefined();
    expect(await asStored(unknown)).toEqual({});
  });
});

test("a message that cannot be read is told of and hides no other that is due", async () => {
  const [broken, sound] = [await owe(), await owe()];
  await table.client.send(
    new UpdateItemCommand({
      TableName: table.name,
      Key: encode({ ...keys.message(broken.id) }),
      UpdateExpression: "SET content = :nonsense",
      ExpressionAttributeValues: encode({ ":nonsense": { kind: "of-another-time" } }),
    }),
  );
  const told: string[] = [];
  const due = await messagesDue(table, later(100_000), 500, async ({ pk }) => {
    told.push(pk);
  });
  expect(due.map(({ id }) => id)).toEqual([sound.id]);
  expect(told).toEqual([keys.message(broken.id).pk]);
});

describe("a message sent", () => {
  test("is due no more, and its link's key is gone", async () => {
    const message = await owe();
    await claim(message, later(0));
    await markSent(table, message, { sesId: "ses-1", at: later(2) });
    expect(await messagesDue(table, later(100_000))).toEqual([]);
    const item = await asStored(message);
    expect(item).toMatchObject({ state: "sent", sesId: "ses-1", attempts: 1, content: { key: "" } });
    expect(Object.keys(item)).not.toEqual(expect.arrayContaining(["dueKey"]));
    expect(JSON.stringify(item)).not.toContain(
      message.content.kind === "registration" && message.content.key,
    );
  });

  test("stays sent when somebody else's try fails afterwards", async () => {
    const message = await owe();
    await markSent(table, message, { sesId: "ses-1", at: later(2) });
    await markFailed(table, message, { code: "throttled", again: later(10) });
    expect(await asStored(message)).toMatchObject({ state: "sent", sesId: "ses-1" });
    expect(await messagesDue(table, later(100))).toEqual([]);
  });

  test("that nobody owed is an error, and makes no message", async () => {
    const id = MessageId.parse("receipt.0000.001");
    const nobodys = { ...aRegistrationMessage(aRegistration()), id };
    await expect(markSent(table, nobodys, { sesId: "ses-1", at: later(0) })).rejects.toThrow(id);
    const { Item } = await table.client.send(
      new GetItemCommand({ TableName: table.name, Key: encode({ ...keys.message(id) }) }),
    );
    expect(Item).toBeUndefined();
  });
});

describe("a message that could not be sent", () => {
  test("is due again at the time given, with what was wrong", async () => {
    const message = await owe();
    const ours = await claim(message, later(0));
    if (ours) await markFailed(table, ours, { code: "throttled", again: later(30) });
    expect(await messagesDue(table, later(29))).toEqual([]);
    expect(await messagesDue(table, later(30))).toEqual([
      { ...message, attempts: 1, failures: 1, dueAt: later(30), lastFailure: "throttled" },
    ]);
  });

  test("is given up when no time is given", async () => {
    const message = await owe();
    await markFailed(table, message, { code: "rejected" });
    expect(await messagesDue(table, later(100_000))).toEqual([]);
    expect(await asStored(message)).toMatchObject({ state: "failed", lastFailure: "rejected" });
  });
});

describe("a try that has ended", () => {
  test("is no failure of the message when there was too much to send", async () => {
    const ours = await claim(await owe(), later(0));
    if (ours) await markFailed(table, ours, { code: "ses-busy", again: later(30), kind: "busy" });
    const [message] = await messagesDue(table, later(30));
    expect(message).toMatchObject({ state: "owed", attempts: 1, lastFailure: "ses-busy" });
    expect(message?.failures).toBeUndefined();
  });

  test("without anybody knowing how stays as one that is being sent, and the next counts as perhaps the second", async () => {
    const ours = await claim(await owe(), later(0));
    if (ours) await markFailed(table, ours, { code: "ses-silent", again: later(30), kind: "unknown" });
    const [message] = await messagesDue(table, later(30));
    expect(message).toMatchObject({ state: "sending", failures: 1 });
    expect(message && (await claim(message, later(30)))).toMatchObject({ maybeTwice: 1 });
  });

  test("says nothing about what another has taken on since", async () => {
    const message = await owe();
    const ours = await claim(message, later(0));
    await claim(message, later(90), { state: "sending", attempts: 1 });
    if (ours) await markFailed(table, ours, { code: "ses-down", again: later(95) });
    if (ours) await markUnsent(table, ours, "obsolete");
    expect(await asStored(message)).toMatchObject({ state: "sending", attempts: 2 });
  });

  test.for(["obsolete", "withheld"] as const)("as %s leaves no key behind", async (state) => {
    const ours = await claim(await owe(), later(0));
    if (!ours) throw new Error("not claimed");
    await markUnsent(table, ours, state);
    expect(await asStored(ours)).toMatchObject({ state, content: { key: "" } });
    expect(await messagesDue(table, later(100_000))).toEqual([]);
  });
});

test("an application without messages has none", async () => {
  await owe();
  expect(await messagesOf(table, anApplication().id)).toEqual([]);
});
