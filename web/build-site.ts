import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const exists = (path: string) =>
  readFile(path).then(
    () => true,
    () => false,
  );

const digest = (...parts: readonly Uint8Array[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex").slice(0, 16);
};

/** The theme takes a second to make, so it is kept beside other built things and made again only when its colours change. */
const themeFile = async (): Promise<string> => {
  const made = [here("./theme/designsystemet.config.json"), here("../package-lock.json")];
  const folder = here("../build/theme");
  const file = join(folder, `${digest(...(await Promise.all(made.map((path) => readFile(path)))))}.css`);
  if (await exists(file)) return file;
  await mkdir(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await promisify(execFile)(process.execPath, [here("./theme/write-theme.ts"), unfinished]);
  await rename(unfinished, file);
  return file;
};

const common = { bundle: true, minify: true, target: "es2023", logLevel: "warning" } as const;

/** Fonts and icons keep their plain names: the folder they lie in carries the hash. */
const buildStyle = async (outDir: string) =>
  build({
    ...common,
    entryPoints: [here("./style/site.css")],
    outfile: join(outDir, "site.css"),
    target: ["chrome120", "firefox121", "safari17.4"],
    alias: { "opptak-theme": await themeFile() },
    external: ["./inter.woff2"],
  });

const buildScript = (outDir: string) =>
  build({
    ...common,
    entryPoints: [here("./script/enhance.ts")],
    outdir: outDir,
    format: "esm",
    // What only some pages need is a file of its own.
    splitting: true,
  });

const font = "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";

/** Style, script, font and icon in one folder. `hash` changes when any of them does, so the folder may be cached for ever. */
export const buildSite = async (outDir: string): Promise<{ readonly hash: string }> => {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  await Promise.all([
    buildStyle(outDir),
    buildScript(outDir),
    copyFile(fileURLToPath(import.meta.resolve(font)), join(outDir, "inter.woff2")),
    copyFile(here("./style/icon.svg"), join(outDir, "icon.svg")),
  ]);
  const names = (await readdir(outDir)).sort();
  const files = await Promise.all(names.map((name) => readFile(join(outDir, name))));
  return { hash: digest(...names.map((name) => Buffer.from(name)), ...files) };
};
