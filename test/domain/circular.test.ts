import fc from "fast-check";
import { expect, test } from "vitest";
import { isStillFor, mostReceivers, progressOf } from "#shared/domain/circular.ts";
import { MessageState } from "#shared/domain/message.ts";
import { RegistrationId, RegistrationState } from "#shared/domain/registration.ts";
import { instant } from "#shared/domain/time.ts";

const idOf = (number: number) => RegistrationId.parse(number.toString(16).padStart(32, "0"));
const receivers = (count: number) => Array.from({ length: count }, (_, i) => idOf(i));

test("every receiver is counted once, whatever has become of how many messages", () => {
  const cases = fc
    .array(fc.constantFrom(...MessageState.options))
    .chain((states) => fc.tuple(fc.constant(states), fc.nat(50)));
  fc.assert(
    fc.property(cases, ([states, missing]) => {
      const all = states.length + missing;
      const progress = progressOf({ receivers: receivers(all) }, states);
      expect(Object.values(progress).reduce((sum, one) => sum + one, 0)).toBe(all);
      expect(progress.owed).toBeGreaterThanOrEqual(missing);
    }),
  );
});

test("each state is a step of its own meaning", () => {
  expect(progressOf({ receivers: receivers(10) }, MessageState.options)).toEqual({
    ...{ owed: 3, sent: 1, delivered: 2, failed: 3, "not-meant": 1 },
  });
});

const sentAt = instant("2024-04-20T10:00:00Z");

test.for([
  ["registered", "registered", true],
  ["registered", "waiting", false],
  ["registered-and-waiting", "waiting", true],
  ["registered-and-waiting", "cancelled", false],
] as const)("what is for %s is for somebody who is %s: %s", ([to, state, expected]) => {
  expect(isStillFor({ to, sentAt }, { state, registeredAt: sentAt })).toBe(expected);
});

test("nobody who came after it was confirmed is to have it", () => {
  for (const to of ["registered", "registered-and-waiting"] as const)
    for (const state of RegistrationState.options)
      expect(isStillFor({ to, sentAt }, { state, registeredAt: sentAt.add({ milliseconds: 1 }) })).toBe(
        false,
      );
});

test("the most receivers there may be fit in an item of the table", () => {
  // DynamoDB takes 400 kB; an element of a list costs a byte beside its text, and the words are at most some bytes a character.
  expect(mostReceivers * 33 + 4 * 3100).toBeLessThan(400_000);
});
