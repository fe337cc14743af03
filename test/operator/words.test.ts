import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { sentenceOf, sentences } from "../../operator/words.ts";

const runbook = readFileSync(path.join(import.meta.dirname, "../../docs/runbook.md"), "utf8");
const table = runbook.slice(runbook.indexOf("## Auditing"));

test("the runbook says of each break what it means and what to do", () => {
  const told = [...table.matchAll(/`([a-z-]+)`(?=[^|]*\|[^|]+\|[^|]+\|$)/gm)].map(([, code]) => code);
  expect(told.toSorted()).toEqual(Object.keys(sentences).toSorted());
});

test("a sentence names the number it concerns", () => {
  expect(sentenceOf({ code: "event-changed", application: "a", number: 7 })).toBe(
    "Event 7 is not what it was when it was written.",
  );
});
