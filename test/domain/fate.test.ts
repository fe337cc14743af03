import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDelayed, notReachedIn, withFeedback } from "#shared/domain/fate.ts";
import { Feedback } from "#shared/domain/feedback.ts";
import type { Message } from "#shared/domain/message.ts";
import { aMessage, anApplication, aRegistration, aRegistrationMessage } from "../support/builders.ts";
import { told } from "../support/feedback.ts";

const owed = aMessage(anApplication());
const { dueAt: _, ...rest } = owed;
const sent: Message = { ...rest, state: "sent", attempts: 1, sesId: "ses-1", sentAt: owed.owedAt };
const later = (minutes: number) => owed.owedAt.add({ minutes });

const having = (feedback: readonly Feedback[], message = sent): Message =>
  feedback.reduce(withFeedback, message);

const delivered = told("delivered", later(1));
const forGood = told("bounced-for-good", later(2), { because: "General" });
const mailboxFull = told("bounced-for-now", later(3), { because: "MailboxFull" });
const absent = told("bounced-for-now", later(4), { because: "General" });
const complained = told("complained", later(5), { because: "abuse" });
const delayed = told("delayed", later(1), { because: "MailboxFull" });

test.for([
  ["delivered", [delivered]],
  ["delivered", [delivered, delayed]],
  ["bounced", [forGood]],
  ["bounced", [delivered, forGood]],
  ["complained", [delivered, complained]],
  ["complained", [forGood, complained]],
  ["failed", [told("rejected", later(1))]],
  // An automatic reply comes back as a bounce.
  ["delivered", [delivered, absent]],
  ["sent", [delayed]],
] as const)("a message is %s after %j", ([state, feedback]) => {
  const message = having(feedback);
  expect(message.state).toBe(state);
  expect(message.dueAt).toBeUndefined();
});

const anyFeedback = fc.record({
  sesId: fc.constantFrom("ses-1", "ses-2"),
  what: fc.constantFrom(...Feedback.shape.what.options),
  because: fc.constantFrom("General", "MailboxFull"),
  id: fc.constantFrom("1", "2", "3"),
  at: fc.integer({ min: 0, max: 10_000 }).map(later),
});

test("whatever is told, in whatever order and however often, ends the same", () => {
  const shuffled = fc
    .array(anyFeedback, { maxLength: 4 })
    .chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    );
  fc.assert(
    fc.property(shuffled, ([all, other]) => {
      // The same id tells the same, whenever it is told.
      const known = new Map(all.map((one) => [`${one.sesId} ${one.what} ${one.id}`, one]));
      const same = other.map((one) => known.get(`${one.sesId} ${one.what} ${one.id}`) ?? one);
      const [one, two] = [having([...known.values()]), having(same)];
      // When a second try is due may hang on which of two bounces was told first; whether there is one does not.
      const endOf = ({ state, dueAt, content, feedback = [] }: Message) => [
        ...[state, dueAt !== undefined, content, feedback.length],
      ];
      expect(endOf(one)).toEqual(endOf(two));
    }),
    // Few at a time and often: what hangs on the order is mostly between two of them.
    { numRuns: 3000 },
  );
});

describe("a bounce that may pass", () => {
  test("has the message tried once more, an hour later", () => {
    expect(having([mailboxFull])).toMatchObject({ state: "owed", dueAt: mailboxFull.at.add({ hours: 1 }) });
  });

  test("is the end of it when the second try comes back too", () => {
    const again: Message = { ...having([mailboxFull]), state: "sent", sesId: "ses-2", attempts: 2 };
    expect(having([{ ...absent, sesId: "ses-2" }], again)).toMatchObject({ state: "bounced" });
    expect(having([{ ...delivered, sesId: "ses-2" }], again)).toMatchObject({ state: "delivered" });
  });

  test("told again while the second try is under way changes nothing of it", () => {
    const again: Message = { ...having([mailboxFull]), state: "sent", sesId: "ses-2", attempts: 2 };
    expect(having([{ ...mailboxFull, id: "another" }], again)).toMatchObject({ state: "sent" });
  });

  test("is forgotten when it turns out to be an automatic reply", () => {
    expect(having([absent]).state).toBe("owed");
    expect(having([absent, delivered])).toMatchObject({ state: "delivered" });
    expect(having([absent, delivered]).dueAt).toBeUndefined();
  });

  test("of a message whose link cannot be written again is a bounce", () => {
    const { dueAt: __, ...one } = aRegistrationMessage(aRegistration());
    const message: Message = { ...one, state: "sent", sesId: "ses-1" };
    if (message.content.kind !== "registration") throw new Error("another kind");
    const blanked: Message = { ...message, content: { ...message.content, key: "" } };
    expect(having([mailboxFull], blanked).state).toBe("bounced");
  });
});

test("what SES knows of a mail that nobody has marked as sent says that it was, and takes its key", () => {
  const message: Message = { ...aRegistrationMessage(aRegistration()), state: "sending", attempts: 1 };
  const known = having([delivered], message);
  expect(known).toMatchObject({ state: "delivered", content: { key: "" } });
  expect(known.dueAt).toBeUndefined();
});

test("a delay is noted until something better is known", () => {
  expect(isDelayed(having([delayed]))).toBe(true);
  expect(isDelayed(having([delayed, delivered]))).toBe(false);
});

describe("what the owner is told did not arrive", () => {
  const owner = { email: "eier@fjord.example" };
  const mistyped = { ...having([forGood]), to: "feil@fjord.example" };
  const arrived = having([delivered]);
  const colleagues = aRegistrationMessage(aRegistration());

  test("is the receipt, also when the form gives another address than the owner's", () => {
    expect(notReachedIn([mistyped], owner)).toBe(mistyped);
  });

  test("is nothing once a receipt has arrived at the address that was put right", () => {
    expect(notReachedIn([mistyped, { ...arrived, to: "rett@fjord.example" }], owner)).toBeUndefined();
  });

  test("is nothing of what went to others", () => {
    const { content } = colleagues;
    expect(notReachedIn([{ ...mistyped, content }], owner)).toBeUndefined();
    expect(notReachedIn([{ ...mistyped, content, to: owner.email }], owner)?.to).toBe(owner.email);
  });
});
