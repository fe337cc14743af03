import fc from "fast-check";
import { expect, test } from "vitest";
import { beginSession, prolonged, type Session } from "#shared/domain/session.ts";
import { instant } from "#shared/domain/time.ts";
import { aPerson } from "../support/builders.ts";

const start = instant("2024-06-20T08:00:00Z");
const begun = beginSession(aPerson(), start);
const after = (minutes: number) => start.add({ minutes });
const minutesTo = ({ expiresAt }: Session, from = start) =>
  (expiresAt.epochMilliseconds - from.epochMilliseconds) / 60_000;

test("lasts an hour from the last use, and twelve in all", () => {
  expect(minutesTo(begun)).toBe(60);
  expect(prolonged(begun, after(55))).toEqual({ ...begun, expiresAt: after(115) });
  const late = { ...begun, expiresAt: after(690) };
  expect(prolonged(late, after(680))).toEqual({ ...begun, expiresAt: begun.endsAt });
  expect(prolonged({ ...begun, expiresAt: begun.endsAt }, after(715))).toBeUndefined();
});

test("is not written anew for less than three minutes", () => {
  expect(prolonged(begun, after(3))).toBeUndefined();
  expect(prolonged(begun, after(3).add({ milliseconds: 1 }))).toBeDefined();
});

test("can be prolonged ten times by who waits for the warning each time", () => {
  let session = begun;
  for (let times = 0; times < 10; times += 1) {
    const longer = prolonged(session, session.expiresAt.subtract({ minutes: 5 }));
    expect(longer).toBeDefined();
    session = longer ?? session;
  }
});

test("however it is used, it is never shortened and never passes its end", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 60 }), (pauses) => {
      let session = begun;
      let at = start;
      for (const minutes of pauses) {
        at = at.add({ minutes });
        if (at.epochMilliseconds >= session.expiresAt.epochMilliseconds) break;
        const next = prolonged(session, at) ?? session;
        expect(minutesTo(next)).toBeGreaterThanOrEqual(minutesTo(session));
        expect(minutesTo(next)).toBeLessThanOrEqual(720);
        expect(next.endsAt).toEqual(begun.endsAt);
        session = next;
      }
    }),
  );
});
