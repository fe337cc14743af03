import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideControl, decideRelease, decideTaking, untouched } from "#shared/domain/casework.ts";
import { Outcome, overallOutcome } from "#shared/domain/formal-control.ts";
import { noteOf } from "#shared/domain/note.ts";
import { PersonId } from "#shared/domain/person.ts";
import { same } from "#shared/domain/text.ts";
import { instant } from "#shared/domain/time.ts";
import { aPerson } from "../support/builders.ts";

const at = instant("2024-06-24T08:00:00Z");
const ola = aPerson({ id: PersonId.parse("ola"), name: "Ola", roles: ["officer"] });
const siri = aPerson({ id: PersonId.parse("siri"), name: "Siri", roles: ["officer"] });
const leder = aPerson({ id: PersonId.parse("leder"), name: "Leder", roles: ["manager"] });

const value = <Value>(decided: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value => {
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
  return decided.value;
};
const taken = value(decideTaking(untouched, { person: ola, at }));

describe("a case", () => {
  test("is taken by one, and taking what one has changes nothing", () => {
    expect(taken).toEqual({ revision: 1, officer: { id: "ola", name: "Ola" }, takenAt: at });
    expect(value(decideTaking(taken, { person: ola, at: at.add({ hours: 1 }) }))).toBe(taken);
    expect(decideTaking(taken, { person: siri, at })).toEqual({
      ok: false,
      refusal: { reason: "case-taken", by: "Ola" },
    });
  });

  test("is given back by who has it, or by a manager, and not by another officer", () => {
    expect(value(decideRelease(taken, ola))).toEqual({ revision: 2 });
    expect(value(decideRelease(taken, leder))).toEqual({ revision: 2 });
    expect(decideRelease(taken, siri)).toEqual({
      ok: false,
      refusal: { reason: "not-your-role", takes: "manager" },
    });
    expect(value(decideRelease(untouched, siri))).toBe(untouched);
  });

  test("keeps its control when it changes hands", () => {
    const points = { complete: { outcome: "in-order", remark: "" } } as const;
    const judged = value(decideControl(taken, { on: 0, submission: 1, points }, { person: ola, at }));
    expect(value(decideRelease(judged, ola))).toMatchObject({ revision: 3, control: { points } });
  });
});

const points = { a: { title: same("a"), help: same("") }, b: { title: same("b"), help: same("") } };
const judgedAs = (...outcomes: readonly Outcome[]) =>
  Object.fromEntries(outcomes.map((outcome, i) => ["ab"[i] ?? "", { outcome, remark: "" }]));
const anOutcome = fc.constantFrom(...Outcome.options);

describe("what a control comes to", () => {
  test("is missing as soon as one point is, whatever the other", () => {
    fc.assert(
      fc.property(anOutcome, (other) => {
        expect(overallOutcome(points, judgedAs("missing", other))).toBe("missing");
        expect(overallOutcome(points, judgedAs(other, "missing"))).toBe("missing");
      }),
    );
  });
  test("is in order only when every point of the call is", () => {
    fc.assert(
      fc.property(fc.array(anOutcome, { maxLength: 2 }), (outcomes) => {
        const isAll = outcomes.length === 2 && outcomes.every((one) => one === "in-order");
        expect(overallOutcome(points, judgedAs(...outcomes)) === "in-order").toBe(isAll);
      }),
    );
  });
  test("is not assessed of nothing", () => {
    expect(overallOutcome({}, {})).toBe("not-assessed");
    expect(overallOutcome(points)).toBe("not-assessed");
  });
});

describe("a control", () => {
  const wanted = (remark: string, on: number, submission = 1) => ({
    ...{ on, submission, points: { a: { outcome: "missing" as const, remark } } },
  });
  const first = value(decideControl(untouched, wanted("one", 0), { person: ola, at }));

  test("is kept over the one that was shown, with who and when", () => {
    expect(first.control).toMatchObject({ revision: 1, by: { name: "Ola" }, at });
    const second = value(decideControl(first, wanted("two", 1), { person: siri, at }));
    expect(second).toMatchObject({ revision: 2, control: { revision: 2, by: { name: "Siri" } } });
  });
  test("is not written over unseen, and saving the same again changes nothing", () => {
    expect(decideControl(first, wanted("two", 0), { person: siri, at })).toEqual({
      ok: false,
      refusal: first.control,
    });
    expect(value(decideControl(first, wanted("one", 0), { person: ola, at }))).toBe(first);
    expect(decideControl(first, wanted("one", 0, 2), { person: siri, at }).ok).toBe(false);
  });
});

test("the same text from the same form is the same note; another text, or another form, is another", () => {
  const id = (key: string, text: string) => noteOf({ key, text }, { person: ola, at }).id;
  expect(id("k", "text")).toBe(id("k", "text"));
  expect(new Set([id("k", "text"), id("k", "other"), id("l", "text")]).size).toBe(3);
});
