import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";
import { fontFiles } from "#shared/pdf/font-files.ts";
import { buildSite } from "#web/build-site.ts";

/** What goes to AWS besides the template: folders on this machine. */
export interface Bundles {
  /** The folder of a function's bundle. */
  readonly functionFolder: (name: string) => string;
  /** The site's files and the hash that their address carries. */
  readonly site: { readonly folder: string; readonly hash: string };
}

const root = path.join(import.meta.dirname, "..");

/** Some packages still call `require`, which a module has not got by itself. */
const requireForModules =
  'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);';

const bundleFunctions = (names: readonly string[], outdir: string) =>
  build({
    absWorkingDir: root,
    entryPoints: names.map((name) => ({ in: `functions/${name}/index.ts`, out: `${name}/index` })),
    outdir,
    outExtension: { ".js": ".mjs" },
    write: false,
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    mainFields: ["module", "main"],
    banner: { js: requireForModules },
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    minify: true,
    keepNames: true,
    legalComments: "none",
    sourcemap: "linked",
    sourcesContent: false,
    logLevel: "warning",
  });

interface File {
  readonly path: string;
  readonly contents: Uint8Array;
}

const { resolve } = createRequire(import.meta.url);

const fonts = Object.values(fontFiles);

/** Files of packages that a function opens by their names, where it will look for them. */
const besideIt: Readonly<Record<string, readonly string[]>> = {
  documents: fonts,
  "export-job": fonts,
};

const filesBeside = (folder: string): Promise<File[]> =>
  Promise.all(
    Object.entries(besideIt)
      .flatMap(([name, files]) => files.map((file) => [name, file] as const))
      .map(async ([name, file]) => ({
        path: path.join(folder, name, "node_modules", file),
        contents: await readFile(resolve(file)),
      })),
  );

/** Writes a file only when it says something new, and all at once, so that who reads it meanwhile is not disturbed. */
const keep = async ({ path: file, contents }: File): Promise<void> => {
  if (existsSync(file) && (await readFile(file)).equals(contents)) return;
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, contents);
  await rename(unfinished, file);
};

const removeAllBut = async (folder: string, names: readonly string[]): Promise<void> => {
  const stale = (await readdir(folder)).filter((name) => !names.includes(name));
  await Promise.all(stale.map((name) => rm(path.join(folder, name), { recursive: true, force: true })));
};

const makeFunctions = async (folder: string): Promise<void> => {
  const all = await readdir(path.join(root, "functions"));
  const names = all.filter((name) => existsSync(path.join(root, "functions", name, "index.ts")));
  const { outputFiles } = await bundleFunctions(names, folder);
  await mkdir(folder, { recursive: true });
  await Promise.all([...outputFiles, ...(await filesBeside(folder))].map(keep));
  await removeAllBut(folder, names);
};

const makeSite = async (into: string): Promise<Bundles["site"]> => {
  const unfinished = await mkdtemp(path.join(into, "site-"));
  try {
    const { hash } = await buildSite(unfinished);
    const folder = path.join(into, "site", hash);
    await mkdir(path.dirname(folder), { recursive: true });
    await rename(unfinished, folder).catch((error: unknown) => {
      // Somebody else made the same.
      if (!existsSync(folder)) throw error;
    });
    await removeAllBut(path.dirname(folder), [hash]);
    return { folder, hash };
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
};

/** Makes all bundles, in one go for all functions. Several may do so at once into the same folder. */
export const bundle = async (into = path.join(root, "build")): Promise<Bundles> => {
  await mkdir(into, { recursive: true });
  const functions = path.join(into, "functions");
  const [site] = await Promise.all([makeSite(into), makeFunctions(functions)]);
  return { functionFolder: (name) => path.join(functions, name), site };
};
