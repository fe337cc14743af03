import { expect, test } from "vitest";
import { nest } from "#shared/form/names.ts";

test("names spell the JSON they stand for", () => {
  expect(
    nest([
      ["revision", "3"],
      ["answers.name", "Klynge Ø"],
      ["answers.list.0.name", "A"],
      ["answers.list.1.name", "B"],
      ["answers.kinds[]", "x"],
      ["answers.kinds[]", "y"],
    ]),
  ).toEqual({
    ok: true,
    value: {
      revision: "3",
      answers: { name: "Klynge Ø", list: [{ name: "A" }, { name: "B" }], kinds: ["x", "y"] },
    },
  });
});

test.for([
  ["a prototype", [["__proto__.polluted", "1"]]],
  ["a constructor", [["a.constructor.b", "1"]]],
  ["a list of a prototype", [["__proto__[]", "1"]]],
  [
    "a name given twice",
    [
      ["a", "1"],
      ["a", "2"],
    ],
  ],
  [
    "a value that is a branch too",
    [
      ["a", "1"],
      ["a.b", "2"],
    ],
  ],
  [
    "a branch that is a value too",
    [
      ["a.b", "1"],
      ["a", "2"],
    ],
  ],
  ["an empty part", [["a..b", "1"]]],
  ["an index beyond any list", [["a.1000.b", "1"]]],
  ["too deep a path", [["a.b.c.d.e.f.g.h.i", "1"]]],
] as const)("%s is malformed", ([, entries]) => {
  expect(nest(entries)).toEqual({ ok: false, refusal: "malformed" });
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});
