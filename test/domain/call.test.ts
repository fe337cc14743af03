import fc from "fast-check";
import { expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { Level, openingOf } from "#shared/domain/call.ts";
import { instant } from "#shared/domain/time.ts";

const { call } = nic2024;
const opens = "2024-04-01T06:00:00.000Z";
const closes = "2024-06-21T14:00:00.000Z";

test.for([
  ["2024-04-01T05:59:59.999Z", "opens-later"],
  [opens, "open"],
  [closes, "open"],
  ["2024-06-21T14:00:00.001Z", "closed"],
] as const)("at %s each level of the call is %s", ([at, state]) => {
  for (const level of Level.options) expect(openingOf(call, level, instant(at)).state).toBe(state);
});

test("time only ever takes a call from opens-later to open to closed", () => {
  const order = ["opens-later", "open", "closed"];
  const moments = fc.integer({ min: Date.parse(opens) - 1e10, max: Date.parse(closes) + 1e10 });
  fc.assert(
    fc.property(moments, fc.nat(1e10), (earlier, later) => {
      const [a, b] = [instant(earlier), instant(earlier + later)].map((at) =>
        order.indexOf(openingOf(call, "connect", at).state),
      );
      expect(b).toBeGreaterThanOrEqual(a ?? 0);
    }),
  );
});
