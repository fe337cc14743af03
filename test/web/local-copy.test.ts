import { expect, test } from "vitest";
import { localCopy } from "#web/script/local-copy.ts";

const whose = { person: "kari", application: "a1", section: "cluster" };
const copy = { revision: 3, entries: [["answers.name", "Havbruk"]] } as const;

const memory = () => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};

test("a copy is read back by the same person in the same section, and by nobody else", () => {
  const store = memory();
  localCopy(store, whose, () => 0).write(copy);
  expect(localCopy(store, whose, () => 1).read()).toMatchObject(copy);
  expect(localCopy(store, { ...whose, person: "ola" }, () => 1).read()).toBeUndefined();
  expect(localCopy(store, { ...whose, section: "budget" }, () => 1).read()).toBeUndefined();
});

test("a copy is forgotten after a day", () => {
  const store = memory();
  const day = 24 * 60 * 60 * 1000;
  localCopy(store, whose, () => 0).write(copy);
  expect(localCopy(store, whose, () => day).read()).toBeDefined();
  expect(localCopy(store, whose, () => day + 1).read()).toBeUndefined();
  expect(store.kept.size).toBe(0);
});

test.each([
  "",
  "null",
  "{",
  "[]",
  '{"revision":"3","entries":[],"at":0}',
  '{"revision":3,"entries":[["a"]],"at":0}',
])("a copy that is not one (%j) is none", (text) => {
  const store = memory();
  localCopy(store, whose, () => 0).write(copy);
  for (const key of store.kept.keys()) store.kept.set(key, text);
  expect(localCopy(store, whose, () => 0).read()).toBeUndefined();
});

test("a storage that is full or forbidden does not stop the writing", () => {
  const forbidden = () => {
    throw new Error("forbidden");
  };
  const store = { getItem: forbidden, setItem: forbidden, removeItem: forbidden };
  const kept = localCopy(store, whose, () => 0);
  kept.write(copy);
  kept.drop();
  expect(kept.read()).toBeUndefined();
});
