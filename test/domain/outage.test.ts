import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { type Attempt, AttemptOutcome } from "#shared/domain/attempt.ts";
import { affectedBy, decideOutage, sentAfter } from "#shared/domain/outage.ts";
import { instant } from "#shared/domain/time.ts";
import { anApplication, aPerson } from "../support/builders.ts";

const { call } = nic2024;
const person = aPerson({ name: "Sak S. Behandler" });

const decide = (from: string, until: string, at: string) =>
  decideOutage(call, { from, until, what: "Databasen svarte ikke" }, { at: instant(at), person });
const deadlineDay = (at: string) => decide("2024-06-21T15:30", "2024-06-21T16:15", at);

describe("an outage", () => {
  test("is between two times on the clock of the call, and says who recorded it and when", () => {
    expect(deadlineDay("2024-06-21T20:00:00Z")).toMatchObject({
      ok: true,
      value: {
        callId: call.id,
        from: instant("2024-06-21T13:30:00Z"),
        until: instant("2024-06-21T14:15:00Z"),
        recordedAt: instant("2024-06-21T20:00:00Z"),
        recordedBy: { id: person.id, name: "Sak S. Behandler" },
      },
    });
  });

  test("recorded twice is the same one, and another interval is another", () => {
    const idAt = (at: string) => {
      const decided = deadlineDay(at);
      return decided.ok && decided.value.id;
    };
    const other = decide("2024-06-21T15:30", "2024-06-21T16:16", "2024-06-22T20:00:00Z");
    expect(idAt("2024-06-21T20:00:00Z")).toBe(idAt("2024-06-22T07:00:00Z"));
    expect(other.ok && other.value.id).not.toBe(idAt("2024-06-21T20:00:00Z"));
  });

  test.for([
    ["2024-06-21T14:15:00.000Z", true],
    ["2024-06-21T14:14:59.999Z", false],
  ] as const)("is over when it is recorded: at %s that is %s", ([at, ok]) => {
    expect(deadlineDay(at)).toMatchObject(ok ? { ok } : { ok, refusal: "in-the-future" });
  });

  test.for(["2024-06-21T15:30", "2024-06-21T15:29", "2024-06-20T23:59"])(
    "that ends at %s has not begun by then",
    (until) => {
      expect(decide("2024-06-21T15:30", until, "2024-06-22T00:00:00Z")).toEqual({
        ok: false,
        refusal: "until-not-after-from",
      });
    },
  );

  test.for([
    ["the hour that is left out in spring", "2024-03-31T02:30", "2024-03-31T01:30:00Z"],
    ["the hour that comes twice in autumn", "2024-10-27T02:30", "2024-10-27T01:30:00Z"],
  ])("in %s counts by the later reading", ([, until, read]) => {
    const decided = decide("2024-03-31T00:00", until ?? "", "2024-12-01T00:00:00Z");
    expect(decided.ok && decided.value.until).toEqual(instant(read ?? ""));
  });

  test("of the hour that is left out in spring alone has no length", () => {
    expect(decide("2024-03-31T02:30", "2024-03-31T03:30", "2024-12-01T00:00:00Z").ok).toBe(false);
  });
});

const applications = Array.from({ length: 4 }, () => anApplication());
const start = instant("2024-06-21T13:30:00.000Z");
const outage = { from: start.add({ milliseconds: 100 }), until: start.add({ milliseconds: 200 }) };

const attempts = fc.array(
  fc.tuple(fc.nat(3), fc.nat(300), fc.constantFrom(...AttemptOutcome.options), fc.uuid()).map(
    ([place, milliseconds, outcome, requestId]): Attempt => ({
      applicationId: applications[place]?.id ?? anApplication().id,
      callId: call.id,
      requestId,
      at: start.add({ milliseconds }),
      outcome,
    }),
  ),
);
const isWithin = ({ at }: Attempt) => {
  const milliseconds = at.epochMilliseconds - start.epochMilliseconds;
  return milliseconds >= 100 && milliseconds <= 200;
};
const timesOf = (all: readonly Attempt[]) => all.map(({ at }) => at.epochMilliseconds);
const sorted = (all: readonly Attempt[]) => all.map(({ requestId }) => requestId).toSorted();

describe("who is affected by an outage", () => {
  test("is everybody who tried within it, each once, with all of their attempts and nobody else's, in order of time", () => {
    fc.assert(
      fc.property(attempts, (all) => {
        const affected = affectedBy(outage, all);
        expect(sorted(affected.flatMap((one) => one.attempts))).toEqual(sorted(all.filter(isWithin)));
        const ids = affected.map(({ applicationId }) => applicationId);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { applicationId, attempts: own } of affected) {
          expect(own.length).toBeGreaterThan(0);
          expect(new Set(own.map((one) => one.applicationId))).toEqual(new Set([applicationId]));
          expect(timesOf(own)).toEqual(timesOf(own).toSorted((a, b) => a - b));
        }
        const firsts = timesOf(affected.flatMap((one) => one.attempts.slice(0, 1)));
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      }),
    );
  });

  test("does not hang on the order the attempts are read in", () => {
    fc.assert(
      fc.property(attempts, (all) => {
        const outcomeOf = (given: readonly Attempt[]) =>
          affectedBy(outage, given)
            .map(({ applicationId, hindered }) => `${applicationId} ${hindered}`)
            .toSorted();
        expect(outcomeOf(all.toReversed())).toEqual(outcomeOf(all));
      }),
    );
  });

  test("was hindered by it when at least one attempt was begun, told to wait or failed", () => {
    fc.assert(
      fc.property(attempts, (all) => {
        for (const one of affectedBy(outage, all))
          expect(one.hindered).toBe(
            one.attempts.some(({ outcome }) => ["begun", "too-busy", "failed"].includes(outcome)),
          );
      }),
    );
  });

  test("is known to have sent later only by a submission after the first attempt", () => {
    const [application = anApplication()] = applications;
    const attempt: Attempt = {
      applicationId: application.id,
      callId: call.id,
      requestId: "1",
      at: outage.from,
      outcome: "failed",
    };
    const [affected] = affectedBy(outage, [attempt]);
    const sent = (milliseconds: number) =>
      affected && sentAfter(affected, { submittedAt: outage.from.add({ milliseconds }) });
    expect(sent(1)).toEqual(outage.from.add({ milliseconds: 1 }));
    expect([sent(0), sent(-1)]).toEqual([undefined, undefined]);
    expect(affected && sentAfter(affected, {})).toBeUndefined();
  });
});
