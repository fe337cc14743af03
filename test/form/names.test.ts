import fc from "fast-check";
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
  ["an index that is no number's own spelling", [["a.00.b", "1"]]],
  ["a list within a path", [["a[].b", "1"]]],
  ["a list without a name", [["[]", "1"]]],
  [
    "a row that is a list's item too",
    [
      ["a[]", "1"],
      ["a.0", "2"],
    ],
  ],
  ["too deep a path", [["a.b.c.d.e.f.g.h.i", "1"]]],
  ["a prototype further down", [["a.0.prototype.b", "1"]]],
  ["no name at all", [["", "1"]]],
] as const)("%s is malformed", ([, entries]) => {
  expect(nest(entries)).toEqual({ ok: false, refusal: "malformed" });
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

test("ten thousand names are read at once, and one more is malformed", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, i): [string, string] => ["a.list[]", `${i}`]);
  expect(nest(many(10_000))).toMatchObject({ ok: true });
  expect(nest(many(10_001))).toEqual({ ok: false, refusal: "malformed" });
});

test("rows keep the order of their numbers, however they come and whatever is missing between", () => {
  expect(
    nest([
      ["list.10.name", "third"],
      ["list.2.name", "second"],
      ["list.0.name", "first"],
    ]),
  ).toEqual({ ok: true, value: { list: [{ name: "first" }, { name: "second" }, { name: "third" }] } });
});

test("words that mean something in JavaScript are ordinary names", () => {
  const read = nest([
    ["toString", "1"],
    ["hasOwnProperty.length", "2"],
  ]);
  expect(read.ok && JSON.stringify(read.value)).toBe('{"toString":"1","hasOwnProperty":{"length":"2"}}');
});

const key = fc.constantFrom("name", "list", "y1", "æøå", "a b");
const { tree } = fc.letrec<{ tree: unknown; branch: unknown }>((tie) => ({
  tree: fc.oneof({ maxDepth: 3 }, fc.string(), tie("branch")),
  branch: fc.oneof(
    fc.dictionary(key, tie("tree"), { minKeys: 1, maxKeys: 3 }),
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }),
  ),
}));

const spell = (value: unknown, path: string): [string, string][] =>
  typeof value === "string"
    ? [[path, value]]
    : Object.entries(value ?? {}).flatMap(([name, inner]) => spell(inner, `${path}.${name}`));

test("whatever a form's names can spell reads back as it was", () => {
  fc.assert(
    fc.property(tree, (value) => {
      expect(nest(spell(value, "answers"))).toEqual({ ok: true, value: { answers: value } });
    }),
  );
});

test("no names, however strange, do anything but spell or be refused", () => {
  const strange = fc.array(
    fc.constantFrom("a", "0", "7", "[]", "a[]", ".", "__proto__", "constructor", "", "a.0"),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          strange.map((parts) => parts.join(".")),
          fc.string(),
        ),
      ),
      (entries) => {
        const read = nest(entries);
        expect(read.ok || read.refusal === "malformed").toBe(true);
        expect(Object.keys(Object.prototype)).toEqual([]);
      },
    ),
  );
});
