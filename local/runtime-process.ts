import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { FunctionDefinition } from "./function-definitions.ts";
import type { LastWill } from "./last-will.ts";

export interface RuntimeProcessOptions {
  /** Host and port of the environment's Runtime API. */
  readonly runtimeApi: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
  readonly lastWill: LastWill;
  /** AWS's runtime client came up through our preload. */
  readonly onPreloaded: () => void;
  /** The process has ended, and all its output was read; how, in AWS's words. */
  readonly onEnded: (how: string) => void;
  /** Node's own arguments; other ones than the default are for tests. */
  readonly nodeArguments?: readonly string[];
}

export interface RuntimeProcess {
  readonly pid: number;
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly kill: () => void;
}

const runtimeClient = fileURLToPath(import.meta.resolve("aws-lambda-ric"));
const preload = new URL("ric-preload.mjs", import.meta.url).href;

/** The variables that Lambda itself gives every function. */
const lambdaVariables = (definition: FunctionDefinition): Record<string, string> => ({
  PATH: "/usr/local/bin:/usr/bin:/bin",
  LANG: "en_US.UTF-8",
  TZ: ":UTC",
  AWS_EXECUTION_ENV: `AWS_Lambda_${definition.runtime}`,
  AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
  AWS_LAMBDA_FUNCTION_NAME: definition.name,
  AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMegabytes),
  AWS_LAMBDA_LOG_FORMAT: definition.logFormat,
  ...(definition.logFormat === "JSON" && { AWS_LAMBDA_LOG_LEVEL: definition.logLevel }),
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: randomUUID(),
  LAMBDA_TASK_ROOT: definition.code,
  LAMBDA_RUNTIME_DIR: "/var/runtime",
  _HANDLER: definition.handler,
});

/** Starts a process that runs the function's bundle under AWS's own Lambda runtime client. */
export const startRuntimeProcess = (
  definition: FunctionDefinition,
  options: RuntimeProcessOptions,
): RuntimeProcess => {
  const { runtimeApi, variables, log, lastWill, nodeArguments = ["--import", preload] } = options;
  const memory = Math.floor(definition.memoryMegabytes * 0.9);
  const child = spawn(process.execPath, [`--max-old-space-size=${memory}`, ...nodeArguments, runtimeClient], {
    cwd: definition.code,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    env: { ...lambdaVariables(definition), AWS_LAMBDA_RUNTIME_API: runtimeApi, ...variables },
  });
  for (const output of [child.stdout, child.stderr]) {
    if (output) createInterface({ input: output }).on("line", log);
  }
  child.stdio[3]?.once("data", options.onPreloaded);
  const { pid = 0 } = child;
  child.on("spawn", () => lastWill.add(pid));
  child.on("error", (error) => log(error.message));
  child.on("close", (code, signal) => {
    lastWill.remove(pid);
    options.onEnded(signal ? `signal: ${signal}` : `exit status ${code}`);
  });
  return {
    pid,
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    kill: () => void child.kill("SIGKILL"),
  };
};
