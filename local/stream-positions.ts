import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import { writeWhole } from "./write-whole.ts";

/** The last record of a shard that is dealt with. Its event id tells it from another under the same number. */
const Position = z.object({ sequenceNumber: z.string(), eventId: z.string(), finished: z.boolean() });
type Position = z.infer<typeof Position>;

const Positions = z.record(z.string(), Position);

/** How far each reader of each shard has come. */
export interface StreamPositions {
  readonly find: (reader: string, shardId: string) => Position | undefined;
  /** Whether the reader has been anywhere before. */
  readonly knows: (reader: string) => boolean;
  readonly keep: (reader: string, shardId: string, position: Position) => void;
}

/** Positions kept in a file, so that after a restart nothing is sent twice and nothing is lost; else in memory. */
export const openPositions = (file: string | undefined): StreamPositions => {
  const text = file !== undefined && existsSync(file) ? readFileSync(file, "utf8") : "{}";
  const positions = new Map(Object.entries(Positions.parse(JSON.parse(text))));
  if (file !== undefined) mkdirSync(path.dirname(file), { recursive: true });
  return {
    find: (reader, shardId) => positions.get(`${reader} ${shardId}`),
    knows: (reader) => [...positions.keys()].some((key) => key.startsWith(`${reader} `)),
    keep: (reader, shardId, position) => {
      positions.set(`${reader} ${shardId}`, position);
      if (file === undefined) return;
      writeWhole(file, JSON.stringify(Object.fromEntries(positions), undefined, 1));
    },
  };
};
