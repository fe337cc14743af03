import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { simpleParser } from "mailparser";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { CallId } from "#shared/domain/call.ts";
import { Message } from "#shared/domain/message.ts";
import { instant } from "#shared/domain/time.ts";
import { messagesDue } from "#shared/records/messages.ts";
import { keepRegistration } from "#shared/records/registrations.ts";
import { decode, encode, type Table } from "#shared/records/table.ts";
import { keys } from "#shared/records/table-keys.ts";
import { from, startDelivery as start } from "../mail/delivery.ts";
import { aRegistration, aRegistrationMessage } from "../support/builders.ts";
import { failure, freshTable, withObstacle } from "../support/dynamodb.ts";

const logged: string[] = [];
let table: Table;
beforeEach(async () => {
  table = await freshTable();
  logged.length = 0;
  vi.spyOn(process.stdout, "write").mockImplementation((line) => logged.push(`${line}`) > 0);
});

const owe = async (given: Partial<Message> = {}): Promise<Message> => {
  const registration = aRegistration();
  const message = aRegistrationMessage(registration, given);
  await keepRegistration(table, { registration, message });
  return message;
};

const oweUnwritable = (): Promise<Message> => {
  const message = aRegistrationMessage(aRegistration());
  return owe({ ...message, content: { ...message.content, callId: CallId.parse("gone-2020") } });
};

const stored = async ({ id }: Message): Promise<Message> => {
  const { Item = {} } = await table.client.send(
    new GetItemCommand({ TableName: table.name, Key: encode({ ...keys.message(id) }) }),
  );
  return Message.parse(decode(Item));
};

const streamOf = (...messages: readonly Message[]) => ({
  Records: messages.map(({ id, owedAt }, index) => ({
    eventName: "INSERT",
    dynamodb: {
      SequenceNumber: `${index + 1}`,
      ApproximateCreationDateTime: Math.floor(owedAt.epochMilliseconds / 1000),
      NewImage: { id: { S: id } },
    },
  })),
});

const at = (message: Message, minutes: number) => ({ at: message.owedAt.add({ minutes }).toString() });

describe("a message that is sent", () => {
  test("goes to its receiver alone, once, and its key is only in the mail from then on", async () => {
    const { run, mailbox } = await start(table);
    const message = await owe();
    const key = message.content.kind === "registration" ? message.content.key : "";
    expect(await run(streamOf(message))).toEqual({ batchItemFailures: [] });
    await run(streamOf(message));
    await run(at(message, 60));
    const [mail] = mailbox.all();
    expect(mailbox.all()).toHaveLength(1);
    expect(mail).toMatchObject({ destinations: [message.to], configurationSet: "delivery", source: from });
    expect((await simpleParser(mail?.raw ?? "")).text).toContain(`?key=${key}`);
    const after = await stored(message);
    expect(after).toMatchObject({ state: "sent", attempts: 1, sesId: mail?.id, content: { key: "" } });
    expect(JSON.stringify(after)).not.toContain(key);
  });

  test("goes once though the stream tells of it twice while the schedule runs", async () => {
    const { run, mailbox } = await start(table);
    const message = await owe();
    await Promise.all([run(streamOf(message)), run(streamOf(message)), run(at(message, 2))]);
    expect(mailbox.all()).toHaveLength(1);
  });

  test("leaves codes and ids in the log, and nothing of who it is for", async () => {
    const { run, state } = await start(table);
    const message = await owe();
    state.isDown = true;
    await run(streamOf(message));
    state.isDown = false;
    await run(at(message, 5));
    const lines = logged.map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      { code: "mail.rate-unknown" },
      { code: "message.not-sent", messageId: message.id, because: "ses-down" },
      { code: "messages.waiting", count: 1, oldestSeconds: 300 },
      { code: "message.sent", attempts: 2 },
    ]);
    const { content } = message;
    const secrets = content.kind === "registration" ? [content.key, content.name, content.email] : [];
    expect(secrets).toHaveLength(3);
    for (const secret of secrets) expect(logged.join()).not.toContain(secret);
  });
});

describe("a message that SES does not take", () => {
  test.for([
    ["is down", "ses-down", {}, true],
    ["does not know the sender", "ses-refused", { from: "noreply@fremmed.example" }, false],
    ["does not know the caller", "InvalidClientTokenId", { caller: "Stranger" }, false],
  ] as const)("because it %s is still owed, with the code %s", async ([, code, given, isDown]) => {
    const { run, state, mailbox } = await start(table, given);
    state.isDown = isDown;
    const message = await owe();
    expect(await run(streamOf(message))).toEqual({ batchItemFailures: [] });
    expect(mailbox.all()).toEqual([]);
    const after = await stored(message);
    expect(after).toMatchObject({ state: "owed", attempts: 1, lastFailure: code, content: message.content });
    expect(after.dueAt?.epochMilliseconds).toBeGreaterThan(message.owedAt.epochMilliseconds);
  });

  test("because nobody answers goes when somebody does", async () => {
    const first = await start(table);
    const message = await owe();
    first.close();
    await first.run(streamOf(message));
    expect(await stored(message)).toMatchObject({ state: "owed", lastFailure: "ses-unreachable" });
    const second = await start(table);
    await second.run(at(message, 2));
    expect(second.mailbox.all()).toHaveLength(1);
    expect((await stored(message)).state).toBe("sent");
  });

  test("waits longer each time and is given up after a day", async () => {
    const { run, state } = await start(table);
    state.isDown = true;
    const message = await owe();
    await run(streamOf(message));
    const waits: number[] = [];
    for (let tries = 0; tries < 40; tries += 1) {
      const { state: reached, dueAt } = await stored(message);
      if (reached !== "owed" || !dueAt) break;
      await run({ at: dueAt.toString() });
      const next = (await stored(message)).dueAt;
      if (next) waits.push(next.epochMilliseconds - dueAt.epochMilliseconds);
    }
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect(await stored(message)).toMatchObject({ state: "failed", lastFailure: "ses-down" });
    expect(logged.at(-1)).toContain('"level":"ERROR"');
    expect(await messagesDue(table, instant("2030-01-01T00:00:00Z"))).toEqual([]);
  });
});

describe("a message that cannot be written", () => {
  test("does not stop the others in the stream, and waits", async () => {
    const { run, mailbox } = await start(table);
    const [poisoned, sound] = [await oweUnwritable(), await owe()];
    expect(await run(streamOf(poisoned, sound))).toEqual({ batchItemFailures: [] });
    expect(mailbox.all().map(({ destinations }) => destinations)).toEqual([[sound.to]]);
    expect(await stored(poisoned)).toMatchObject({ state: "owed", lastFailure: "unwritable" });
  });

  test("does not stop the others that are due", async () => {
    const { run, mailbox } = await start(table);
    const poisoned = await oweUnwritable();
    const sound = await owe({ dueAt: poisoned.owedAt.add({ seconds: 30 }) });
    await run(at(sound, 1));
    expect(mailbox.all().map(({ destinations }) => destinations)).toEqual([[sound.to]]);
    expect((await stored(poisoned)).attempts).toBe(1);
  });
});

/** Which request of a run is which: two are about places, and one asks whether the address wants mail. */
const [toClaim, toMark] = [3, 5];

describe("when the table does not answer", () => {
  test("the stream is told which message to bring again, and the others go", async () => {
    const broken = withObstacle(table, "refuse", (request) =>
      request === toClaim ? failure("ValidationException") : undefined,
    );
    const { run, mailbox } = await start(broken.table);
    const [first, second] = [await owe(), await owe()];
    expect(await run(streamOf(first, second))).toEqual({ batchItemFailures: [{ itemIdentifier: "1" }] });
    expect(mailbox.all().map(({ destinations }) => destinations)).toEqual([[second.to]]);
    await run(streamOf(first));
    expect((await stored(first)).state).toBe("sent");
  });

  test("after SES took the mail, nobody sends it again before the lease has run out", async () => {
    const broken = withObstacle(table, "refuse", (request) =>
      request === toMark ? failure("ValidationException") : undefined,
    );
    const { run, mailbox } = await start(broken.table);
    const message = await owe();
    await run(streamOf(message));
    await run(streamOf(message));
    await run(at(message, 2));
    expect(mailbox.all()).toHaveLength(1);
    expect((await stored(message)).lastFailure).toBeUndefined();
    await run(at(message, 4));
    expect(await stored(message)).toMatchObject({ state: "sent", attempts: 2 });
  });
});

test("an event that is neither stream nor schedule is refused", async () => {
  const { run } = await start(table);
  await expect(run({ Records: [{ dynamodb: {} }] })).rejects.toThrow();
});
