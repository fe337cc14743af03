import { format } from "node:util";
import { afterEach, expect } from "vitest";

// Whatever is written to the console without a test expecting it (with `vi.spyOn`) fails that test.
const unexpected: string[] = [];

for (const method of ["log", "info", "debug", "warn", "error", "trace"] as const)
  globalThis.console[method] = (...words: unknown[]) => {
    unexpected.push(format(...words));
  };

afterEach(() => {
  expect(unexpected.splice(0), "written to the console").toEqual([]);
});
