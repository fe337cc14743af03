import { accept, type Result, refuse } from "#shared/domain/result.ts";

const forbidden = new Set(["__proto__", "constructor", "prototype"]);
const deepest = 8;
const highestIndex = 999;
const mostNames = 10_000;

type Branch = Map<string, Branch | string | string[]>;

const put = (root: Branch, keys: readonly string[], value: string): boolean => {
  const last = keys.at(-1) ?? "";
  let at = root;
  for (const key of keys.slice(0, -1)) {
    const next = at.get(key) ?? new Map();
    if (!(next instanceof Map)) return false;
    at.set(key, next);
    at = next;
  }
  if (!last.endsWith("[]")) {
    if (at.has(last)) return false;
    at.set(last, value);
    return true;
  }
  const name = last.slice(0, -2);
  const list = at.get(name) ?? [];
  if (!Array.isArray(list)) return false;
  list.push(value);
  at.set(name, list);
  return true;
};

/** Branches whose keys are all numbers are lists, in the order of the numbers; gaps close up. */
const grow = (branch: Branch): unknown => {
  const keys = [...branch.keys()];
  const grown = (key: string) => {
    const value = branch.get(key);
    return value instanceof Map ? grow(value) : value;
  };
  if (keys.length > 0 && keys.every((key) => /^\d+$/.test(key)))
    return keys.sort((a, b) => Number(a) - Number(b)).map(grown);
  return Object.fromEntries(keys.map((key) => [key, grown(key)]));
};

const isFitKey = (key: string): boolean => {
  if (forbidden.has(key) || !/^[^[\]]+$/.test(key)) return false;
  return !/^\d+$/.test(key) || (String(Number(key)) === key && Number(key) <= highestIndex);
};

const isFit = (keys: readonly string[]): boolean =>
  keys.length <= deepest &&
  keys.every((key, i) => isFitKey(i === keys.length - 1 ? key.replace(/\[\]$/, "") : key));

/**
 * The names of a form's fields spell the JSON they stand for: `answers.list.0.name`, and `answers.kinds[]` for a list that may have none.
 * Malformed: a name twice, a name that is both a value and a branch, too deep, too many, an index that is none, or one that reaches for a prototype.
 */
export const nest = (
  entries: Iterable<readonly [string, string]>,
): Result<Record<string, unknown>, "malformed"> => {
  const root: Branch = new Map();
  let count = 0;
  for (const [name, value] of entries) {
    count += 1;
    const keys = name.split(".");
    if (count > mostNames || !isFit(keys) || !put(root, keys, value)) return refuse("malformed");
  }
  return accept(
    Object.fromEntries([...root].map(([key, value]) => [key, value instanceof Map ? grow(value) : value])),
  );
};
