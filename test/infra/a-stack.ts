import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Template } from "aws-cdk-lib/assertions";
import { calls } from "#shared/calls/index.ts";
import type { Bundles } from "../../infra/bundle.ts";
import { readStage, type Stage } from "../../infra/stage.ts";
import { openApp, synthesise } from "../../infra/synthesise.ts";

export const functionNames = [
  "call-pages",
  "sign-in",
  "draft",
  "submission",
  "documents",
  "webinar-sign-up",
  "staff-console",
  "export",
  "machine-door",
  "deadline-enforcement",
  "mail-delivery",
  "mail-feedback",
  "attachments",
  "statistics",
  "export-job",
] as const;
export type FunctionName = (typeof functionNames)[number];

/** Bundles with nothing much in them: the template says the same of them as of the real ones. */
const standInBundles = (folder: string): Bundles => {
  const site = path.join(folder, "site");
  mkdirSync(site);
  writeFileSync(path.join(site, "site.css"), "body {}");
  const functionFolder = (name: string) => path.join(folder, name);
  for (const name of functionNames) {
    mkdirSync(functionFolder(name));
    writeFileSync(path.join(functionFolder(name), "index.mjs"), `export const handler = () => "${name}";`);
  }
  return { functionFolder, site: { folder: site, hash: "0123456789abcdef" } };
};

/** The demo stage's template, checked by cdk-nag as every synthesis is; with other settings when given. */
export const aStack = (settings: Partial<Stage> = {}): Template => {
  const folder = mkdtempSync(path.join(tmpdir(), "opptak-infra-"));
  try {
    const app = openApp(path.join(folder, "cdk.out"));
    const stage = { ...readStage("demo"), ...settings };
    const assembly = synthesise(app, { stage, bundles: standInBundles(folder), calls });
    return Template.fromJSON(assembly.stacks[0]?.template);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
