import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Casework,
  decideControl,
  decideHandOver,
  decideRelease,
  decideTaking,
  handedTo,
  untouched,
} from "#shared/domain/casework.ts";
import { Outcome, overallOutcome } from "#shared/domain/formal-control.ts";
import { noteOf } from "#shared/domain/note.ts";
import { type Person, PersonId } from "#shared/domain/person.ts";
import { caseOfficersAmong, staffMemberOf } from "#shared/domain/staff-member.ts";
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

const handTo = (casework: Casework, to: Person, person: Person, from?: PersonId) =>
  decideHandOver(casework, { to: { id: to.id, name: to.name }, from }, { person, at });

describe("a case handed to a colleague", () => {
  test("is theirs, from whoever has it or from a manager, also when nobody has it", () => {
    const siris = { revision: 2, officer: { id: "siri", name: "Siri" }, takenAt: at };
    expect(value(handTo(taken, siri, ola, ola.id))).toEqual(siris);
    expect(value(handTo(taken, siri, leder, ola.id))).toEqual(siris);
    expect(value(handTo(untouched, siri, leder))).toEqual({ ...siris, revision: 1 });
    expect(value(handTo(taken, ola, siri))).toBe(taken);
  });

  test("is not handed on by another officer, nor by one who sees that somebody else had it", () => {
    const isOlas = { ok: false, refusal: { reason: "case-taken", by: "Ola" } };
    expect(handTo(taken, leder, siri, ola.id)).toEqual(isOlas);
    expect(handTo(taken, siri, leder, siri.id)).toEqual(isOlas);
    expect(handTo(taken, siri, leder)).toEqual(isOlas);
    expect(handTo(untouched, siri, ola)).toMatchObject({ refusal: { reason: "not-your-role" } });
  });

  test("belongs to the first of two who hand it on from the same page, and loses nothing", () => {
    const anyone = fc.constantFrom(ola, siri, leder);
    const control = { revision: 1, submission: 1, points: {}, at, by: { id: ola.id, name: ola.name } };
    fc.assert(
      fc.property(anyone, anyone, anyone, anyone, anyone, (holder, first, one, second, other) => {
        const before = { ...value(decideTaking(untouched, { person: holder, at })), control };
        const after = handTo(before, one, first, holder.id);
        if (!after.ok) {
          expect([holder.id, leder.id]).not.toContain(first.id);
          return;
        }
        const last = handTo(after.value, other, second, holder.id);
        const now = last.ok ? last.value : after.value;
        const moved = one.id !== holder.id;
        if (moved) expect(now.officer?.id).toBe(one.id);
        if (moved && other !== one) expect(last).toMatchObject({ refusal: { by: one.name } });
        expect(now.control).toBe(control);
        expect(now.revision - before.revision).toBe(now.officer?.id === holder.id ? 0 : 1);
      }),
    );
  });

  test("is told of by who it was, whatever the id and the name", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (id, name) => {
        fc.pre(id.isWellFormed());
        expect(handedTo.nameIn(handedTo.write({ id: PersonId.parse(id.slice(0, 255)), name }))).toBe(name);
      }),
    );
  });
});

describe("the staff that are known", () => {
  const known = (person: Person, signedInAt = at) => staffMemberOf(person, signedInAt) ?? [];
  const names = (all: readonly Person[], now = at) =>
    caseOfficersAmong(
      all.flatMap((one) => known(one)),
      now,
    ).map(({ name }) => name);

  test("are those with a role, by the highest of them", () => {
    expect(staffMemberOf(aPerson({ roles: [] }), at)).toBeUndefined();
    expect(known(aPerson({ roles: ["officer", "reader"] }))).toMatchObject({
      role: "officer",
      signedInAt: at,
    });
  });

  test("may have cases when they may work, by name, until 180 days after they last signed in", () => {
    const åse = aPerson({ name: "Åse", roles: ["officer"] });
    const reader = aPerson({ name: "Leser", roles: ["reader"] });
    expect(names([åse, reader, siri, leder, ola])).toEqual(["Leder", "Ola", "Siri", "Åse"]);
    expect(names([siri], at.add({ hours: 180 * 24 }).subtract({ milliseconds: 1 }))).toEqual(["Siri"]);
    expect(names([siri], at.add({ hours: 180 * 24 }))).toEqual([]);
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
