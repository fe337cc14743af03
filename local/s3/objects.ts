import { createHash, randomUUID } from "node:crypto";
import { openShelf } from "./shelf.ts";
import type { Version } from "./version.ts";

export interface Upload {
  readonly bucket: string;
  readonly key: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly sha256?: string | undefined;
}

/** Everything that was ever put in a bucket and is not removed for good, version by version. */
export interface Objects {
  readonly put: (upload: Upload, at: number) => Version;
  /** Hides an object behind a delete marker, without removing any version. */
  readonly hide: (bucket: string, key: string, at: number) => Version;
  /** The version that is asked for, or else the latest. */
  readonly find: (bucket: string, key: string, versionId?: string | undefined) => Version | undefined;
  readonly bytesOf: (version: Version) => Buffer;
  readonly remove: (version: Version) => void;
  readonly change: (version: Version, to: Partial<Pick<Version, "held" | "scanResult">>) => void;
  /** By key, and of each key the latest first. */
  readonly under: (bucket: string, prefix: string) => readonly Version[];
  readonly all: () => readonly Version[];
  /** Has somebody told of each version that is put. */
  readonly whenPut: (tell: (version: Version) => void) => void;
}

const hex = (bytes: Buffer, algorithm: string): string => createHash(algorithm).update(bytes).digest("hex");

const byKeyLatestFirst = (a: Version, b: Version): number =>
  a.key === b.key ? b.order - a.order : Buffer.from(a.key).compare(Buffer.from(b.key));

/** Keeps objects in `folder`, or in memory without one. */
export const openObjects = (folder?: string): Objects => {
  const shelf = openShelf(folder);
  const listeners: ((version: Version) => void)[] = [];
  let order = Math.max(0, ...shelf.all().map((one) => one.order));

  const add = (given: Omit<Version, "id" | "order" | "held">, bytes?: Buffer): Version => {
    order += 1;
    const version = { ...given, id: randomUUID().replaceAll("-", ""), order, held: false };
    shelf.keep(version, bytes);
    return version;
  };

  const under: Objects["under"] = (bucket, prefix) =>
    shelf
      .all()
      .filter((one) => one.bucket === bucket && one.key.startsWith(prefix))
      .sort(byKeyLatestFirst);

  return {
    put: ({ bucket, key, bytes, headers, sha256 }, storedAt) => {
      const about = { size: bytes.length, etag: `"${hex(bytes, "md5")}"`, headers, sha256 };
      const version = add({ bucket, key, storedAt, isMarker: false, ...about }, bytes);
      for (const tell of listeners) tell(version);
      return version;
    },
    hide: (bucket, key, storedAt) =>
      add({ bucket, key, storedAt, isMarker: true, size: 0, etag: "", headers: {} }),
    find: (bucket, key, versionId) =>
      under(bucket, key).find((one) => one.key === key && (versionId === undefined || one.id === versionId)),
    bytesOf: shelf.bytesOf,
    remove: shelf.remove,
    change: (version, to) => {
      const now = shelf.all().find(({ id }) => id === version.id);
      if (now) shelf.keep({ ...now, ...to });
    },
    under,
    all: shelf.all,
    whenPut: (tell) => void listeners.push(tell),
  };
};
