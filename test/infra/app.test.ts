import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import * as z from "zod";
import { functionNames } from "./a-stack.ts";

const run = promisify(execFile);
const root = path.join(import.meta.dirname, "../..");
const folder = await mkdtemp(path.join(tmpdir(), "opptak-app-"));
afterAll(() => rm(folder, { recursive: true }));

/** A way to run a program that has no network, where the machine has one. */
const withoutNetwork = async (): Promise<readonly string[]> => {
  const way = ["unshare", "--map-root-user", "--net"];
  const [command = "", ...options] = way;
  return run(command, [...options, "true"]).then(
    () => way,
    () => [],
  );
};

const synthesise = async (environment: NodeJS.ProcessEnv) => {
  const [command = "", ...rest] = [...(await withoutNetwork()), process.execPath, "infra/app.ts"];
  const { PATH } = process.env;
  // Nothing of this machine's AWS settings comes along.
  return run(command, rest, { cwd: root, env: { PATH, HOME: folder, ...environment } });
};

const Assets = z.object({
  files: z.record(z.string(), z.object({ displayName: z.string(), source: z.object({ path: z.string() }) })),
});

test("the app synthesises without the CDK's command line, an AWS account or a network", {
  timeout: 60_000,
}, async () => {
  const outdir = path.join(folder, "cdk.out");
  await synthesise({ CDK_OUTDIR: outdir });
  const { files } = Assets.parse(
    JSON.parse(await readFile(path.join(outdir, "Opptak-demo.assets.json"), "utf8")),
  );
  for (const name of functionNames) {
    const asset = Object.values(files).find(({ displayName }) => displayName.startsWith(`${name}/Code`));
    expect(existsSync(path.join(outdir, asset?.source.path ?? "", "index.mjs")), name).toBe(true);
  }
});

test("a stage that does not exist is refused before anything is built", { timeout: 60_000 }, async () => {
  await expect(synthesise({ STAGE: "nowhere", CDK_OUTDIR: path.join(folder, "none") })).rejects.toThrow(
    'There is no stage "nowhere"',
  );
});
