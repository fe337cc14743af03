import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** The rows of the tables in docs/promises.md: a promise, a file and the name of a test in it. */
const rows = [
  ...readFileSync("docs/promises.md", "utf8").matchAll(/^\| (.+) \| (test\/\S+) \| (.+) \|$/gm),
].map(([, promise = "", file = "", name = ""]) => ({ promise, file, name }));

test("there are promises, each made once", () => {
  expect(rows.length).toBeGreaterThan(30);
  expect(new Set(rows.map(({ promise }) => promise)).size).toBe(rows.length);
});

describe("the test is there that keeps a promise", () => {
  test.for(rows)("$promise", ({ file, name }) => {
    expect([file, existsSync(file)]).toEqual([file, true]);
    expect(readFileSync(file, "utf8")).toContain(`"${name}"`);
  });
});
