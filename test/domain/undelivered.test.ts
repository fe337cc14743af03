import { expect, test } from "vitest";
import type { MessageState } from "#shared/domain/message.ts";
import { instant } from "#shared/domain/time.ts";
import { reconcile, undeliveredOf } from "#shared/domain/undelivered.ts";

const since = instant("2024-06-20T12:00:00Z");
const hours = (after: number) => since.add({ hours: after });
const confirmed = (...states: readonly MessageState[]) => ({
  ...({ about: "submission", id: "1", name: "NIC24-0000-0000", since } as const),
  messages: states.map((state) => ({ state, owedAt: since })),
});

test.for([
  [["delivered"], 100, undefined],
  [["bounced", "delivered"], 100, undefined],
  [["delivered", "owed"], 100, undefined],
  [["bounced"], 0, "bounced"],
  [["failed"], 0, "failed"],
  [["complained"], 0, "complained"],
  [["withheld"], 0, "withheld"],
  [["sent"], 6, undefined],
  [["sent"], 6.001, "sent"],
  [["bounced", "owed"], 1, undefined],
  [["bounced", "sending"], 7, "sending"],
  [[], 1, undefined],
  [[], 7, "missing"],
] as const)("messages that are %j after %d hours are told of as %s", ([states, after, state]) => {
  const at = since.add({ milliseconds: after * 3_600_000 });
  expect(undeliveredOf(confirmed(...states), at)?.state).toBe(state);
});

test.for([
  [[], "unreadable"],
  [["sent"], "unreadable"],
  [["bounced", "delivered"], undefined],
] as const)(
  "one that cannot be read besides those that are %j is told of at once as %s",
  ([states, state]) => {
    expect(undeliveredOf({ ...confirmed(...states), isUnreadable: true }, since)?.state).toBe(state);
  },
);

test("all are counted, and as many are listed as fit", () => {
  const all = Array.from({ length: 700 }, () => confirmed("bounced"));
  const { count, items } = reconcile([...all, confirmed("delivered")], hours(1));
  expect([count, items.length]).toEqual([700, 500]);
});
