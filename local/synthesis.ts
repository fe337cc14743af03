import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What the template and the bundles are made of. */
const sources = ["infra/**", "functions/**", "shared/**", "web/**", "package-lock.json"];

const fingerprintOf = (root: string): string => {
  const hash = createHash("sha256").update(process.version);
  for (const file of globSync(sources, { cwd: root }).sort())
    if (statSync(path.join(root, file)).isFile())
      hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
  return hash.digest("hex");
};

/** Runs the CDK app without CDK's command line. What it prints is shown only when it fails. */
const synthesise = (root: string, assembly: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["infra/app.ts"], {
      cwd: root,
      env: { ...process.env, CDK_OUTDIR: assembly },
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
        new Error(`the template could not be made (infra/app.ts ended with ${code}):\n${printed.trim()}`),
      );
    });
  });

export interface SynthesisOptions {
  readonly root?: string;
  readonly log?: (line: string) => void;
}

/** Makes the template and its bundles in cdk.out, when anything they are made of has changed. Gives the folder. */
export const ensureAssembly = async ({ root = defaultRoot, log }: SynthesisOptions = {}): Promise<string> => {
  const assembly = path.join(root, "cdk.out");
  const kept = path.join(assembly, "fingerprint");
  const fingerprint = fingerprintOf(root);
  if (existsSync(kept) && readFileSync(kept, "utf8") === fingerprint) return assembly;
  log?.("making the template and the bundles");
  await synthesise(root, assembly);
  mkdirSync(assembly, { recursive: true });
  writeFileSync(kept, fingerprint);
  return assembly;
};

const defaultRoot = path.join(import.meta.dirname, "..");
