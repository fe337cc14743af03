import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Where each part keeps what it has; all undefined when nothing is kept. */
export interface DataFolder {
  readonly records: string | undefined;
  readonly mail: string | undefined;
  readonly files: string | undefined;
  readonly queues: string | undefined;
  readonly streamPositions: string | undefined;
  readonly issuerKey: string | undefined;
  readonly keys: string | undefined;
  readonly close: () => void;
}

const isRunning = (processId: number): boolean => {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
};

/** Two runtimes in one folder would spoil each other's records. A lock left by one that was killed does not count. */
const lock = (folder: string): string => {
  const file = path.join(folder, "in-use-by");
  const owner = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  if (owner > 0 && owner !== process.pid && isRunning(owner))
    throw new Error(`The folder ${folder} is in use by another runtime (process ${owner}).`);
  writeFileSync(file, String(process.pid));
  return file;
};

/** Opens the folder for this process alone. Without one, everything is in memory. */
export const openDataFolder = (folder: string | undefined): DataFolder => {
  const file = (name: string) => (folder === undefined ? undefined : path.join(folder, name));
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const lockFile = folder === undefined ? undefined : lock(folder);
  return {
    records: file("records"),
    mail: file("mail"),
    files: file("files"),
    queues: file("queues"),
    streamPositions: file("stream-positions.json"),
    issuerKey: file("issuer-key.json"),
    keys: file("keys"),
    close: () => {
      if (lockFile !== undefined) rmSync(lockFile, { force: true });
    },
  };
};
