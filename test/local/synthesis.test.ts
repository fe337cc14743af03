import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ensureAssembly } from "../../local/synthesis.ts";
import { temporaryFolder } from "./hand-made.ts";

/** A CDK app that writes how often it was run, beside what it was told to write. */
const app = `
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
appendFileSync("runs", "x");
const outdir = process.env.CDK_OUTDIR;
mkdirSync(outdir, { recursive: true });
writeFileSync(outdir + "/manifest.json", "{}");
`;

const project = () => {
  const root = temporaryFolder();
  const write = (file: string, content: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  };
  write("infra/app.ts", app);
  write("functions/pages/index.ts", "export const handler = 1;");
  write("package-lock.json", "{}");
  const runs = () => readFileSync(path.join(root, "runs"), "utf8").length;
  return { root, write, runs };
};

test("the template is made once, and again only when something it is made of has changed", async () => {
  const { root, write, runs } = project();
  const assembly = await ensureAssembly({ root });
  expect(existsSync(path.join(assembly, "manifest.json"))).toBe(true);
  expect(await ensureAssembly({ root })).toBe(assembly);
  expect(runs()).toBe(1);
  for (const file of [
    "functions/pages/index.ts",
    "shared/new.ts",
    "web/style/page.css",
    "package-lock.json",
  ]) {
    const before = runs();
    write(file, `${file} is new`);
    await ensureAssembly({ root });
    await ensureAssembly({ root });
    expect(runs()).toBe(before + 1);
  }
});

test("the template is made again when it is gone, and not for a change elsewhere", async () => {
  const { root, write, runs } = project();
  await ensureAssembly({ root });
  write("docs/page.md", "new");
  await ensureAssembly({ root });
  expect(runs()).toBe(1);
  rmSync(path.join(root, "build"), { recursive: true });
  await ensureAssembly({ root });
  expect(runs()).toBe(2);
});

test("a template that cannot be made is one sentence and what its app said, and is tried again", async () => {
  const { root, write, runs } = project();
  write("infra/app.ts", `${app} console.error("The table has no name."); process.exit(3);`);
  const failure = ensureAssembly({ root });
  await expect(failure).rejects.toThrow(
    "The template could not be made (infra/app.ts ended with 3):\nThe table has no name.",
  );
  await expect(ensureAssembly({ root })).rejects.toThrow();
  expect(runs()).toBe(2);
});

test("what changed while the template was made is not taken for what it was made of", async () => {
  const { root, write, runs } = project();
  write(
    "infra/app.ts",
    `${app} writeFileSync("functions/pages/index.ts", "changed meanwhile " + outdir.length);`,
  );
  await ensureAssembly({ root });
  await ensureAssembly({ root });
  expect(runs()).toBe(2);
});

test("several at once get one and the same assembly, and leave nothing unfinished", async () => {
  const { root } = project();
  const [first, ...others] = await Promise.all([1, 2, 3].map(() => ensureAssembly({ root })));
  expect(others).toEqual([first, first]);
  expect(readdirSync(path.join(root, "build", "assemblies"))).toHaveLength(1);
});

test("only the latest few assemblies are kept", async () => {
  const { root, write } = project();
  for (let place = 0; place < 7; place += 1) {
    write("shared/changing.ts", String(place));
    await ensureAssembly({ root });
  }
  expect(readdirSync(path.join(root, "build", "assemblies"))).toHaveLength(5);
});
