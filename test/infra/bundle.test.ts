import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { fontFiles } from "#shared/pdf/font-files.ts";
import { bundle } from "../../infra/bundle.ts";
import { functionNames } from "./a-stack.ts";

const into = await mkdtemp(path.join(tmpdir(), "opptak-bundle-"));
afterAll(() => rm(into, { recursive: true }));

await mkdir(path.join(into, "functions", "long-gone"), { recursive: true });
await writeFile(path.join(into, "functions", "long-gone", "index.mjs"), "");
const bundles = await bundle(into);

/** Bytes. What writes PDF, and what knows the holidays and is only ever started by a schedule, are larger. */
const sizes: Readonly<Record<string, number>> = {
  documents: 2_000_000,
  "export-job": 2_000_000,
  "deadline-enforcement": 2_500_000,
};
const usualSize = 1_500_000;
const writePdf: readonly string[] = ["documents", "export-job"];

test("every function has a module of its own, small enough to start quickly", async () => {
  expect((await readdir(path.join(into, "functions"))).sort()).toEqual([...functionNames].sort());
  for (const name of functionNames) {
    const folder = bundles.functionFolder(name);
    const beside = writePdf.includes(name) ? ["node_modules"] : [];
    expect((await readdir(folder)).sort()).toEqual(["index.mjs", "index.mjs.map", ...beside]);
    const { size } = await stat(path.join(folder, "index.mjs"));
    expect(size, name).toBeLessThan(sizes[name] ?? usualSize);
  }
});

test("only the functions that write PDF carry what it takes", async () => {
  const writes: string[] = [];
  for (const name of functionNames)
    if (
      (await readFile(path.join(bundles.functionFolder(name), "index.mjs"), "utf8")).includes(
        "StructTreeRoot",
      )
    )
      writes.push(name);
  expect(writes).toEqual([...writePdf]);
  for (const name of writePdf)
    for (const file of Object.values(fontFiles)) {
      const { size } = await stat(path.join(bundles.functionFolder(name), "node_modules", file));
      expect(size).toBeGreaterThan(1000);
    }
});

test("the site lies in a folder that carries its hash", async () => {
  expect(path.basename(bundles.site.folder)).toBe(bundles.site.hash);
  expect(await readdir(bundles.site.folder)).toEqual(expect.arrayContaining(["enhance.js", "site.css"]));
});

test("bundling again at the same time changes nothing, so nobody who reads is disturbed", {
  timeout: 60_000,
}, async () => {
  const file = path.join(bundles.functionFolder("draft"), "index.mjs");
  const before = await stat(file);
  const again = await Promise.all([bundle(into), bundle(into)]);
  expect(again.map(({ site }) => site)).toEqual([bundles.site, bundles.site]);
  expect((await stat(file)).ino).toBe(before.ino);
});
