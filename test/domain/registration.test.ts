import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { EmailAddress } from "#shared/domain/person.ts";
import { decideChange, decideSignUp, registrationIdOf } from "#shared/domain/registration.ts";
import { instant } from "#shared/domain/time.ts";
import { aRegistration } from "../support/builders.ts";

const { call } = nic2024;
const before = instant("2024-04-15T10:00:00Z");
const lastMoment = instant("2024-04-29T21:59:59.999Z");

describe("a sign-up", () => {
  test.for([
    [-1, true],
    [0, true],
    [1, false],
  ] as const)("%i ms from the end of 29 April in Oslo is in time: %s", ([milliseconds, inTime]) => {
    expect(decideSignUp(call, undefined, lastMoment.add({ milliseconds })).ok).toBe(inTime);
  });

  test("when it is too late says which instant was the last", () => {
    expect(decideSignUp(call, undefined, lastMoment.add({ milliseconds: 1 }))).toMatchObject({
      refusal: { reason: "deadline-passed", deadline: lastMoment },
    });
  });

  test("before the call opens says when it opens", () => {
    expect(decideSignUp(call, undefined, instant("2024-04-01T05:59:59.999Z"))).toMatchObject({
      refusal: { reason: "not-open-yet", opensAt: instant("2024-04-01T06:00:00Z") },
    });
  });

  test("the first time gives a place", () => {
    expect(decideSignUp(call, undefined, before)).toEqual({
      ok: true,
      value: { does: "register", sequence: 0, revision: 1 },
    });
  });

  test.for(["registered", "waiting"] as const)("again while %s changes nothing", (state) => {
    expect(decideSignUp(call, aRegistration({ state }), before)).toEqual({
      ok: true,
      value: { does: "nothing" },
    });
  });

  test("again after cancelling takes the place up, one step on in the calendar's count", () => {
    expect(
      decideSignUp(call, aRegistration({ state: "cancelled", sequence: 3, revision: 7 }), before),
    ).toEqual({
      ok: true,
      value: { does: "register", sequence: 4, revision: 8 },
    });
  });
});

test.for([
  [-1, true],
  [0, false],
] as const)(
  "details can be changed and a place given back %i ms from the start of the webinar: %s",
  ([milliseconds, may]) => {
    expect(decideChange(call, call.webinar.startsAt.add({ milliseconds })).ok).toBe(may);
  },
);

test("one address has one registration however it is typed, and each webinar its own", () => {
  const addresses = fc.emailAddress().filter((typed) => EmailAddress.safeParse(typed).success);
  fc.assert(
    fc.property(addresses, addresses, (one, other) => {
      const [email, another] = [EmailAddress.parse(one), EmailAddress.parse(other)];
      expect(registrationIdOf("w", EmailAddress.parse(` ${one.toUpperCase()} `))).toBe(
        registrationIdOf("w", email),
      );
      expect(registrationIdOf("x", email)).not.toBe(registrationIdOf("w", email));
      expect(registrationIdOf("w", email) === registrationIdOf("w", another)).toBe(email === another);
    }),
  );
});
