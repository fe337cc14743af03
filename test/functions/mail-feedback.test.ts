import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Feedback } from "#shared/domain/feedback.ts";
import type { Message } from "#shared/domain/message.ts";
import { isSuppressed } from "#shared/records/feedback.ts";
import { ownerKeys } from "#shared/records/index-keys.ts";
import { markSent } from "#shared/records/message-tries.ts";
import { findMessage, messagesDue, oweOnce } from "#shared/records/messages.ts";
import type { Table } from "#shared/records/table.ts";
import { createHandler } from "../../functions/mail-feedback/handler.ts";
import { startDelivery } from "../mail/delivery.ts";
import { aMessage, anApplication, aRegistration, aRegistrationMessage } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { sesEvent, told } from "../support/feedback.ts";

const logged: string[] = [];
let table: Table;
beforeEach(async () => {
  table = await freshTable();
  logged.length = 0;
  vi.spyOn(process.stdout, "write").mockImplementation((line) => logged.push(`${line}`) > 0);
});

const owe = async (given: Partial<Message> = {}): Promise<Message> => {
  const application = anApplication();
  const message = aMessage(application, given);
  await oweOnce(table, message, ownerKeys.application(application.id));
  return message;
};

const sent = async (): Promise<Message> => {
  const message = await owe();
  return markSent(table, message, { sesId: "ses-1", at: message.owedAt });
};

const hear = (message: Pick<Message, "id">, feedback: Feedback) =>
  createHandler(table)(sesEvent(message.id, feedback), {} as never);

const stored = ({ id }: Message) => findMessage(table, id);
const later = ({ owedAt }: Message, minutes: number) => owedAt.add({ minutes });
const minute = (message: Message, minutes: number) => ({ at: later(message, minutes).toString() });

test.for([
  ["delivered", undefined, "delivered"],
  ["delayed", "MailboxFull", "sent"],
  ["bounced-for-good", "NoEmail", "bounced"],
  ["bounced-for-now", "MailboxFull", "owed"],
  ["complained", "abuse", "complained"],
  ["rejected", undefined, "failed"],
] as const)("a mail of which SES tells that it was %s (%s) is %s", async ([what, because, state]) => {
  const message = await sent();
  await hear(message, told(what, later(message, 1), { because }));
  expect(await stored(message)).toMatchObject({ state, feedback: [{ what, sesId: "ses-1" }] });
});

test("telling it again, also at the same time, is telling it once", async () => {
  const message = await sent();
  const feedback = told("bounced-for-good", later(message, 1), { because: "General" });
  await Promise.all([hear(message, feedback), hear(message, feedback), hear(message, feedback)]);
  expect((await stored(message))?.feedback).toHaveLength(1);
});

test("what comes in any order, all at once, ends the same", async () => {
  const message = await sent();
  const all = [
    told("delivered", later(message, 1)),
    told("bounced-for-now", later(message, 2), { because: "General" }),
    told("delayed", later(message, 1), { because: "General" }),
    told("bounced-for-good", later(message, 9), { because: "General" }),
  ];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (order) => {
      const one = await sent();
      await Promise.all(order.map((feedback) => hear(one, feedback)));
      const { state, dueAt, feedback = [] } = (await stored(one)) ?? {};
      expect([state, dueAt, feedback.length]).toEqual(["bounced", undefined, all.length]);
    }),
    { numRuns: 12 },
  );
});

describe("a bounce that may pass", () => {
  test("has the message sent once more an hour later, and then no more", async () => {
    const { run, mailbox } = await startDelivery(table);
    const message = await owe();
    await run(minute(message, 1));
    const [mail] = mailbox.all();
    const bounce = told("bounced-for-now", later(message, 60), {
      sesId: mail?.id ?? "",
      because: "MailboxFull",
    });
    await hear(message, bounce);
    await run(minute(message, 119));
    expect(mailbox.all()).toHaveLength(1);
    await run(minute(message, 120));
    const again = mailbox.all()[1];
    expect(await stored(message)).toMatchObject({ state: "sent", sesId: again?.id, attempts: 2 });
    expect((await stored(message))?.maybeTwice).toBeUndefined();
    await hear(message, { ...bounce, sesId: again?.id ?? "", id: "second" });
    expect(await stored(message)).toMatchObject({ state: "bounced" });
    expect(await messagesDue(table, later(message, 100_000))).toEqual([]);
  });
});

describe("a complaint", () => {
  test("stops everything to that address but receipts", async () => {
    const { run, mailbox } = await startDelivery(table);
    const message = await sent();
    await hear(message, told("complained", later(message, 1), { because: "abuse" }));
    expect(await isSuppressed(table, message.to.toUpperCase())).toBe(true);
    const registration = aRegistration();
    const invitation = aRegistrationMessage(registration, { to: message.to });
    await oweOnce(table, invitation, ownerKeys.registration(registration.webinarId, registration.id));
    const receipt = await owe({ to: message.to });
    await run(minute(receipt, 30));
    await run(minute(invitation, 30));
    expect(await stored(invitation)).toMatchObject({ state: "withheld", content: { key: "" } });
    expect(await stored(receipt)).toMatchObject({ state: "sent" });
    expect(mailbox.all()).toHaveLength(1);
  });

  test("that takes the mail out of the junk is none", async () => {
    const message = await sent();
    await hear(message, told("complained", later(message, 1), { because: "not-spam" }));
    expect((await stored(message))?.state).toBe("sent");
    expect(await isSuppressed(table, message.to)).toBe(false);
  });
});

describe("what is told before the mail is marked as sent", () => {
  test("is weighed again when it is", async () => {
    const message = await owe();
    const delivery = await startDelivery(table);
    // SES is heard of between its answer and the mark.
    const run = delivery.runBehind(async (go) => {
      const before = delivery.mailbox.all().length;
      const answer = await go();
      const [mail] = delivery.mailbox.all();
      if (before === 0 && mail)
        await hear(
          message,
          told("bounced-for-now", later(message, 1), { sesId: mail.id, because: "MailboxFull" }),
        );
      return answer;
    });
    await run(minute(message, 1));
    expect(await stored(message)).toMatchObject({ state: "owed", dueAt: later(message, 61) });
  });

  test("that it arrived is not undone by the mark, and nobody sends it again", async () => {
    const message = await owe({ state: "sending", attempts: 1 });
    await hear(message, told("delivered", later(message, 1)));
    await markSent(table, message, { sesId: "ses-1", at: later(message, 2) });
    expect(await stored(message)).toMatchObject({ state: "delivered", sesId: "ses-1" });
    expect(await messagesDue(table, later(message, 1000))).toEqual([]);
  });
});

test("mail that is none of ours, or that nobody knows any more, is let be", async () => {
  const message = aMessage(anApplication());
  const event = sesEvent(message.id, told("delivered", message.owedAt));
  await createHandler(table)(event, {} as never);
  const foreign = { ...event, detail: { ...event.detail, mail: { messageId: "ses-9" } } };
  await createHandler(table)(foreign, {} as never);
  expect(logged.map((line) => JSON.parse(line).code)).toEqual(["feedback.of-nothing", "feedback.not-ours"]);
  expect(await stored(message)).toBeUndefined();
});

test("the log has codes and ids, and no address", async () => {
  const message = await sent();
  await hear(message, told("bounced-for-good", later(message, 1), { because: "NoEmail" }));
  expect(logged.join()).toContain("bounced-for-good");
  expect(logged.join()).not.toContain("@");
});

test("an event that cannot be read is refused, so that it is kept aside", async () => {
  await expect(createHandler(table)({ detail: { eventType: "Bounce" } }, {} as never)).rejects.toThrow();
});
