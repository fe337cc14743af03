import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf, type Measure, type Run } from "#shared/pdf/typeset.ts";

const style = { weight: "regular", size: 10, colour: "#000" } as const;

/** Every letter as wide as the next. */
const measure: Measure = {
  has: (text) => /^[ A-Za-z-]*$/.test(text),
  widthOf: ({ text }) => text.length * 10,
};

const drawn = (line: readonly Run[]): string => line.map(({ text }) => text).join("");
const told = (lines: readonly (readonly Run[])[]): string =>
  lines.flatMap((line) => line.map(({ text, actual }) => actual ?? text)).join("");
const linesIn = (text: string, width: number) => linesOf(text, style, width, measure);

const texts = fc.stringMatching(/^[a-dA-D 😀→\n-]{0,60}$/u);

test("no line is wider than there is room for, and nothing is left out", () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 12 }), (text, letters) => {
      const lines = linesIn(text, letters * 10);
      for (const line of lines) expect(drawn(line).trimEnd().length).toBeLessThanOrEqual(letters);
      expect(told(lines)).toBe(text.replaceAll("\n", ""));
    }),
  );
});

test("a line is as full as it can be: the next word had no room", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-d]{1,6}( [a-d]{1,6}){0,12}$/), (text) => {
      const lines = linesIn(text, 80).map(drawn);
      lines.slice(1).forEach((line, i) => {
        const [next = ""] = line.split(" ");
        expect((lines[i] ?? "").length + next.length).toBeGreaterThan(8);
      });
    }),
  );
});

test("words are kept whole, and parted at a hyphen before they are parted anywhere", () => {
  expect(linesIn("bcd bcd-abc", 70).map(drawn)).toEqual(["bcd ", "bcd-abc"]);
  expect(linesIn("bcd bcd-abc", 80).map(drawn)).toEqual(["bcd bcd-", "abc"]);
  expect(linesIn("abcdefgh", 30).map(drawn)).toEqual(["abc", "def", "gh"]);
  expect(linesIn("a -c", 30).map(drawn)).toEqual(["a ", "-c"]);
});

test("what there is no letter for is drawn as frames that say what they are", () => {
  expect(linesIn("a😀👩‍🚀B→", 900)).toEqual([
    [{ text: "a" }, { text: "□□", actual: "😀👩‍🚀" }, { text: "B" }, { text: "□", actual: "→" }],
  ]);
});

test("every kind of line end ends a line, and an empty one is there too", () => {
  expect(linesIn("a\r\nb\n\nc\u2028d\re", 900).map(drawn)).toEqual(["a", "b", "", "c", "d", "e"]);
});
