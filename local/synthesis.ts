import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";

/** What the template and the bundles are made of. */
const sources = ["infra/**", "functions/**", "shared/**", "web/**", "package-lock.json"];

const fingerprintOf = (root: string): string => {
  const hash = createHash("sha256").update(process.version);
  for (const name of globSync(sources, { cwd: root }).sort()) {
    const file = path.join(root, name);
    if (statSync(file).isFile()) hash.update(`${name}\0`).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 20);
};

/** Runs the CDK app without CDK's command line. What it prints is shown only when it fails. */
const synthesise = (root: string, into: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["infra/app.ts"], {
      cwd: root,
      env: { ...process.env, CDK_OUTDIR: into },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let printed = "";
    for (const output of [child.stdout, child.stderr])
      output.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
      });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) return resolve();
      reject(
        new Error(`The template could not be made (infra/app.ts ended with ${code}):\n${printed.trim()}`),
      );
    });
  });

/** Moves a finished folder to its place. When another process was first, its folder is as good. */
const moveInto = (place: string, finished: string): void => {
  try {
    renameSync(finished, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  }
};

const assembliesKept = 5;

/** Of a folder in milliseconds; endless when another process has just removed it. */
const ageOf = (folder: string): number =>
  Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity);

const removeOldest = (folder: string): void => {
  const byAge = readdirSync(folder)
    .map((name) => path.join(folder, name))
    .sort((a, b) => ageOf(a) - ageOf(b));
  for (const old of byAge.slice(assembliesKept)) rmSync(old, { recursive: true, force: true });
};

const defaultRoot = path.join(import.meta.dirname, "..");

export interface SynthesisOptions {
  readonly root?: string;
  readonly log?: (line: string) => void;
}

/**
 * The folder with the template and the bundles, made when there is none for the sources as they are. Each state of
 * the sources has a folder of its own, so that none changes under a runtime that uses it.
 */
export const ensureAssembly = async ({ root = defaultRoot, log }: SynthesisOptions = {}): Promise<string> => {
  const folder = path.join(root, "build", "assemblies");
  const assembly = path.join(folder, fingerprintOf(root));
  if (existsSync(assembly)) return assembly;
  log?.("making the template and the bundles");
  mkdirSync(folder, { recursive: true });
  const unfinished = mkdtempSync(path.join(folder, "unfinished-"));
  try {
    await synthesise(root, unfinished);
    moveInto(assembly, unfinished);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  removeOldest(folder);
  return assembly;
};
