import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { onTestFinished, vi } from "vitest";

const main = path.join(import.meta.dirname, "..", "..", "local", "main.ts");

/** What `npm start` runs, as a process that ends with the test. */
export const run = (options: readonly string[], environment: Record<string, string> = {}) => {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [main, ...options], { env, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const printed = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    printed.err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, printed, ended };
};

export type Running = ReturnType<typeof run>;

export const addressWhenReady = ({ printed }: Running): Promise<string> =>
  vi.waitFor(
    () => {
      const [, address] = /^ready (http:\S+)$/m.exec(printed.out) ?? [];
      if (address === undefined) throw new Error(`not ready: ${printed.err}`);
      return address;
    },
    { timeout: 40_000 },
  );

/** Of a process: its parent, and whether it still runs. */
export const stateOf = (processId: number | string) => {
  try {
    const [state, parent] = readFileSync(`/proc/${processId}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return { parent: Number(parent), runs: state !== "Z" };
  } catch {
    return { parent: 0, runs: false };
  }
};

/** The processes that one has begun, and those that they have. */
export const familyOf = (parent: number): readonly number[] => {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const children = all.filter((name) => stateOf(name).parent === parent).map(Number);
  return children.flatMap((child) => [child, ...familyOf(child)]);
};

export const idOf = ({ pid }: ChildProcess): number => pid ?? 0;
