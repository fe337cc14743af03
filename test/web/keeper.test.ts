import { beforeEach, describe, expect, test } from "vitest";
import type { Answers, Entries } from "#web/script/answers.ts";
import { type Copy, keepDraft, type SaveResult, type Saving } from "#web/script/keeper.ts";

const typed = (text: string): Entries => [["answers.name", text]];
const saved = (revision: number): SaveResult => ({
  outcome: "saved",
  revision,
  savedAt: "2024-06-01T10:00:00.000Z",
});
const offline: SaveResult = { outcome: "offline" };

interface Save {
  readonly revision: number;
  readonly answers: Answers;
  readonly answer: (result: SaveResult) => Promise<void>;
}

let saves: Save[];
let states: Saving[];
let waits: { run: () => void; milliseconds: number; off: boolean }[];
let kept: Copy | undefined;

const outside = {
  save: (revision: number, answers: Answers) =>
    new Promise<SaveResult>((resolve) => {
      saves.push({
        revision,
        answers,
        answer: async (result) => {
          resolve(result);
          await new Promise(setImmediate);
        },
      });
    }),
  copy: {
    read: () => kept,
    write: (copy: Copy) => {
      kept = copy;
    },
    drop: () => {
      kept = undefined;
    },
  },
  later: (run: () => void, milliseconds: number) => {
    const wait = { run, milliseconds, off: false };
    waits.push(wait);
    return () => {
      wait.off = true;
    };
  },
  random: () => 0.5,
  show: (saving: Saving) => states.push(saving),
};

/** Lets the time pass that is waited for. */
const timePasses = (): number => {
  const wait = waits.findLast(({ off }) => !off);
  if (!wait) throw new Error("Nothing is waited for");
  wait.off = true;
  wait.run();
  return wait.milliseconds;
};
const state = () => states.at(-1)?.as;

beforeEach(() => {
  saves = [];
  states = [];
  waits = [];
  kept = undefined;
});

const begin = () => keepDraft({ revision: 4, entries: typed("before") }, outside);

describe("what is typed", () => {
  test("is on the device at once and on the server a moment after the last keystroke", async () => {
    const keeper = begin();
    keeper.changed(typed("a"));
    keeper.changed(typed("ab"));
    expect(kept?.entries).toEqual(typed("ab"));
    expect(saves).toEqual([]);
    expect(timePasses()).toBe(1500);
    expect(saves).toHaveLength(1);
    expect(saves[0]).toMatchObject({ revision: 4, answers: { name: "ab" } });
    await saves[0]?.answer(saved(5));
    expect(state()).toBe("saved");
    expect(keeper.revision()).toBe(5);
    expect(kept).toBeUndefined();
  });

  test("is never saved twice at a time: what comes meanwhile is saved after", async () => {
    const keeper = begin();
    keeper.changed(typed("a"));
    timePasses();
    keeper.changed(typed("ab"));
    void keeper.flush();
    expect(saves).toHaveLength(1);
    await saves[0]?.answer(saved(5));
    expect(kept).toEqual({ revision: 5, entries: typed("ab") });
    timePasses();
    expect(saves[1]).toMatchObject({ revision: 5, answers: { name: "ab" } });
  });

  test("is tried again ever more seldom while the server cannot be reached, at most once a minute or so", async () => {
    begin().changed(typed("a"));
    timePasses();
    const pauses: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      await saves.at(-1)?.answer(offline);
      expect(state()).toBe("offline");
      expect(kept?.entries).toEqual(typed("a"));
      pauses.push(timePasses());
    }
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });
});

describe("after a reload", () => {
  test("what never reached the server is brought back and saved", () => {
    kept = { revision: 4, entries: typed("unsaved") };
    expect(begin().restored).toEqual(typed("unsaved"));
    timePasses();
    expect(saves[0]).toMatchObject({ revision: 4, answers: { name: "unsaved" } });
  });

  test("what the server has after all is not saved again", () => {
    kept = { revision: 3, entries: typed("before") };
    expect(begin().restored).toBeUndefined();
    expect(kept).toBeUndefined();
    expect(waits).toEqual([]);
  });

  test("what builds on an older version is saved as such, so that the server says there are two", () => {
    kept = { revision: 3, entries: typed("mine") };
    begin();
    timePasses();
    expect(saves[0]?.revision).toBe(3);
  });
});

describe("a conflict", () => {
  const theirs = { revision: 7, answers: { name: "theirs" } };

  test("stops saving until somebody has chosen, and keeps the text", async () => {
    const keeper = begin();
    keeper.changed(typed("mine"));
    timePasses();
    await saves[0]?.answer({ outcome: "conflict", theirs });
    expect(states.at(-1)).toEqual({ as: "conflict", theirs });
    keeper.changed(typed("mine too"));
    await keeper.flush();
    expect(saves).toHaveLength(1);
    expect(kept?.entries).toEqual(typed("mine too"));
  });

  test("with oneself is none: a save whose answer was lost is recognised", async () => {
    const keeper = begin();
    keeper.changed(typed("first"));
    timePasses();
    await saves[0]?.answer(offline);
    keeper.changed(typed("second"));
    timePasses();
    await saves[1]?.answer({
      outcome: "conflict",
      theirs: { revision: 5, answers: { name: "first", list: [] } },
    });
    timePasses();
    expect(saves[2]).toMatchObject({ revision: 5, answers: { name: "second" } });
    expect(states.map(({ as }) => as)).not.toContain("conflict");
  });
});

test("when signed out the text waits on the device, and is saved when the page is come back to", async () => {
  const keeper = begin();
  keeper.changed(typed("a"));
  timePasses();
  await saves[0]?.answer({ outcome: "signed-out" });
  expect(state()).toBe("signed-out");
  expect(kept?.entries).toEqual(typed("a"));
  keeper.changed(typed("ab"));
  expect(saves).toHaveLength(1);
  void keeper.flush();
  expect(saves[1]).toMatchObject({ revision: 4, answers: { name: "ab" } });
  await saves[1]?.answer(saved(5));
  expect(state()).toBe("saved");
  expect(kept).toBeUndefined();
});

test("after the deadline nothing more is sent, and the text stays", async () => {
  const keeper = begin();
  keeper.changed(typed("late"));
  timePasses();
  await saves[0]?.answer({ outcome: "closed" });
  keeper.changed(typed("later"));
  await keeper.flush();
  expect(saves).toHaveLength(1);
  expect(kept?.entries).toEqual(typed("later"));
});

test("a text that was refused is tried again when it has been changed", async () => {
  const keeper = begin();
  keeper.changed(typed("far too long"));
  timePasses();
  await saves[0]?.answer({ outcome: "refused" });
  expect(waits.every(({ off }) => off)).toBe(true);
  keeper.changed(typed("short"));
  timePasses();
  expect(saves[1]?.answers).toEqual({ name: "short" });
});
