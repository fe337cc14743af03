import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { writeWhole } from "../write-whole.ts";
import { Version } from "./version.ts";

/** Where versions lie: two files each, one with its bytes and one about it. */
export interface Shelf {
  readonly all: () => Version[];
  /** Bytes only the first time. */
  readonly keep: (version: Version, bytes?: Buffer) => void;
  readonly bytesOf: (version: Version) => Buffer;
  readonly remove: (version: Version) => void;
}

const inMemory = (): Shelf => {
  const versions = new Map<string, Version>();
  const contents = new Map<string, Buffer>();
  return {
    all: () => [...versions.values()],
    keep: (version, bytes) => {
      versions.set(version.id, version);
      if (bytes) contents.set(version.id, bytes);
    },
    bytesOf: ({ id }) => contents.get(id) ?? Buffer.alloc(0),
    remove: ({ id }) => {
      versions.delete(id);
      contents.delete(id);
    },
  };
};

const inFolder = (folder: string): Shelf => {
  mkdirSync(folder, { recursive: true });
  const aboutOf = (id: string) => path.join(folder, `${id}.json`);
  const contentOf = (id: string) => path.join(folder, id);
  const read = (name: string) => Version.parse(JSON.parse(readFileSync(path.join(folder, name), "utf8")));
  const kept = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const versions = new Map(kept.map(read).map((version) => [version.id, version]));
  return {
    all: () => [...versions.values()],
    keep: (version, bytes) => {
      if (bytes) writeWhole(contentOf(version.id), bytes);
      writeWhole(aboutOf(version.id), JSON.stringify(version));
      versions.set(version.id, version);
    },
    bytesOf: ({ id }) => readFileSync(contentOf(id)),
    remove: ({ id }) => {
      versions.delete(id);
      rmSync(aboutOf(id), { force: true });
      rmSync(contentOf(id), { force: true });
    },
  };
};

export const openShelf = (folder?: string): Shelf => (folder === undefined ? inMemory() : inFolder(folder));
