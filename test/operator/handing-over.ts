import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Ending } from "../../operator/ending.ts";
import { handOverCommand } from "../../operator/hand-over-command.ts";
import { localBucket } from "../support/bucket.ts";
import { freshTable } from "../support/dynamodb.ts";
import { type Read, readXml } from "./xml-reading.ts";

export const folder = mkdtempSync(path.join(tmpdir(), "hand-over-"));

/** A table and a bucket of their own, and the command that hands over what is in them. */
export const openBoth = async () => {
  const [table, s3] = [await freshTable(), await localBucket()];
  const handOver = (out: string, ...more: readonly string[]): Promise<Ending> =>
    handOverCommand(
      [
        ...["--call", "nic-2024", "--site", "https://opptak.example", "--at", "2024-12-02T09:00:00Z"],
        ...["--table", table.name, "--bucket", "files", "--out", path.join(folder, out), ...more],
      ],
      () => s3.bucket,
    );
  return { table, s3, handOver };
};

export const bytesOf = (out: string, name: string): Buffer => readFileSync(path.join(folder, out, name));

/** Every file of what was handed over, in order of their paths. */
export const filesIn = (out: string): string[] =>
  readdirSync(path.join(folder, out), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => path.relative(path.join(folder, out), path.join(parentPath, name)))
    .toSorted();
/** What one of the package's XML files says. */
export const inside = (out: string, name: string): Read =>
  readXml(bytesOf(out, `avleveringspakke/${name}.xml`).toString("utf8"));
