import { isRecord } from "./answers.ts";
import type { Copy } from "./keeper.ts";

const root = "opptak:";
const longestKept = 24 * 60 * 60 * 1000;

interface Whose {
  readonly person: string;
  readonly application: string;
  readonly section: string;
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const isEntry = (entry: unknown): entry is readonly [string, string] =>
  Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === "string");

const read = (text: string | null): (Copy & { readonly at: number }) | undefined => {
  const value: unknown = JSON.parse(text ?? "null");
  if (!isRecord(value)) return undefined;
  const { revision, entries, at } = value;
  if (typeof revision !== "number" || typeof at !== "number" || !Array.isArray(entries)) return undefined;
  return entries.every(isEntry) ? { revision, entries, at } : undefined;
};

/** A full or forbidden storage must not stop the writing. */
const attempt = <Value>(run: () => Value): Value | undefined => {
  try {
    return run();
  } catch {
    return undefined;
  }
};

/** One section's text on this device, for the person it belongs to and for a day at most. `now` is the device's own clock. */
export const localCopy = (store: Store, { person, application, section }: Whose, now: () => number) => {
  const key = `${root}${application}:${person}:${section}`;
  const drop = () => {
    attempt(() => store.removeItem(key));
  };
  return {
    drop,
    write: (copy: Copy) => {
      attempt(() => store.setItem(key, JSON.stringify({ ...copy, at: now() })));
    },
    read: (): Copy | undefined => {
      const found = attempt(() => read(store.getItem(key)));
      if (!found || now() - found.at > longestKept) {
        drop();
        return undefined;
      }
      return found;
    },
  };
};

/** After sign-out everything goes, after sending all of the application. */
export const forget = (store: Storage, what: string): void => {
  const prefix = what === "all" ? root : `${root}${what}:`;
  attempt(() => {
    for (const key of Object.keys(store)) if (key.startsWith(prefix)) store.removeItem(key);
  });
};
