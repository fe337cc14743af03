import { expect, test } from "vitest";
import type { MessageState } from "#shared/domain/message.ts";
import { sendAgain } from "#shared/domain/sending-again.ts";
import { aMessage, anApplication, aRegistration, aRegistrationMessage } from "../support/builders.ts";

const { dueAt: _, ...owed } = aMessage(anApplication());
const at = owed.owedAt.add({ hours: 1 });
const inState = (state: MessageState) => ({ ...owed, state });

test.for(["sent", "delivered", "bounced", "complained", "failed", "withheld"] as const)(
  "one that is %s is sent again as a message of its own",
  (state) => {
    const message = inState(state);
    const again = sendAgain(message, [message], at);
    expect(again.ok && again.value).toMatchObject({
      ...{ id: `${message.id}.a1`, state: "owed", attempts: 0, owedAt: at },
      ...{ to: message.to, content: message.content },
    });
  },
);

test("a repetition is repeated as the next of the first", () => {
  const first = inState("bounced");
  const second = sendAgain(first, [first], at);
  if (!second.ok) throw new Error(second.refusal);
  const bounced = { ...second.value, state: "bounced" as const };
  const third = sendAgain(bounced, [first, bounced], at);
  expect(third.ok && third.value.id).toBe(`${first.id}.a2`);
  expect(sendAgain(first, [first, second.value], at)).toMatchObject({ refusal: "still-owed" });
});

test("nothing is repeated that is under way, not true any more, or has lost the key of its link", () => {
  for (const state of ["owed", "sending"] as const)
    expect(sendAgain(inState(state), [inState(state)], at)).toMatchObject({ refusal: "still-owed" });
  expect(sendAgain(inState("obsolete"), [], at)).toMatchObject({ refusal: "not-true" });
  const message = aRegistrationMessage(aRegistration(), { state: "sent" });
  if (message.content.kind !== "registration") throw new Error("another kind");
  const blanked = { ...message, content: { ...message.content, key: "" } };
  expect(sendAgain(blanked, [blanked], at)).toMatchObject({ refusal: "lost-key" });
  expect(sendAgain(blanked, [blanked], at, message.content)).toMatchObject({
    value: { id: `${message.id}.a1`, content: message.content },
  });
});
