import { type Answers, answersFrom, type Entries, sameAnswers } from "./answers.ts";

export interface Version {
  readonly revision: number;
  readonly answers: Answers;
}

export type SaveResult =
  | { readonly outcome: "saved"; readonly revision: number; readonly savedAt: string }
  | { readonly outcome: "conflict"; readonly theirs: Version }
  /** Not now; later perhaps. */
  | { readonly outcome: "offline" }
  | { readonly outcome: "signed-out" | "closed" | "refused" };

/** How saving goes, as it is told to the person. */
export type Saving =
  | { readonly as: "saved"; readonly at?: string }
  | { readonly as: "waiting" | "saving" | "offline" | "signed-out" | "closed" | "refused" }
  | { readonly as: "conflict"; readonly theirs: Version };

/** What is typed and not yet acknowledged, kept on the device. */
export interface Copy {
  readonly revision: number;
  readonly entries: Entries;
}

export interface Outside {
  readonly save: (revision: number, answers: Answers, leaving: boolean) => Promise<SaveResult>;
  readonly copy: {
    readonly read: () => Copy | undefined;
    readonly write: (copy: Copy) => void;
    readonly drop: () => void;
  };
  /** Runs something after so many milliseconds; gives what calls it off. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
  readonly random: () => number;
  readonly show: (saving: Saving) => void;
}

const pauseAfterTyping = 1500;
const longestWait = 60_000;

/** Keeps one section's answers: on the device at once, on the server soon, and never two saves at a time. */
export const keepDraft = (loaded: Copy, outside: Outside) => {
  let { revision, entries: typed } = loaded;
  let saving: Saving = { as: "saved" };
  let unsaved = false;
  let failures = 0;
  let lastSent: Answers | undefined;
  let underWay: Promise<void> | undefined;
  let callOff = () => {};

  const tell = (next: Saving) => {
    saving = next;
    outside.show(next);
  };
  const plan = (milliseconds: number) => {
    callOff();
    callOff = outside.later(() => void flush(), milliseconds);
  };
  const wait = (milliseconds: number) => {
    tell({ as: "waiting" });
    plan(milliseconds);
  };

  const acknowledge = (sent: Entries, result: Extract<SaveResult, { outcome: "saved" }>) => {
    revision = result.revision;
    failures = 0;
    if (typed === sent) {
      unsaved = false;
      outside.copy.drop();
      return tell({ as: "saved", at: result.savedAt });
    }
    outside.copy.write({ revision, entries: typed });
    wait(pauseAfterTyping);
  };

  const digest = (sent: Entries, before: Answers | undefined, result: SaveResult) => {
    if (result.outcome === "saved") return acknowledge(sent, result);
    if (result.outcome === "conflict") {
      const { theirs } = result;
      const own = [before, lastSent].some((version) => version && sameAnswers(version, theirs.answers));
      if (!own) return tell({ as: "conflict", theirs });
      revision = theirs.revision;
      return plan(0);
    }
    tell({ as: result.outcome });
    if (result.outcome !== "offline") return;
    plan(Math.min(longestWait, 1000 * 2 ** failures) * (0.5 + outside.random()));
    failures += 1;
  };

  const save = async (leaving: boolean): Promise<void> => {
    const sent = typed;
    const before = lastSent;
    lastSent = answersFrom(sent);
    tell({ as: "saving" });
    const result = await outside.save(revision, lastSent, leaving);
    underWay = undefined;
    digest(sent, before, result);
  };

  const flush = async (leaving = false): Promise<void> => {
    callOff();
    if (underWay || !unsaved || saving.as === "conflict" || saving.as === "closed") return;
    underWay = save(leaving);
    await underWay;
  };

  const changed = (entries: Entries) => {
    typed = entries;
    unsaved = true;
    outside.copy.write({ revision, entries });
    if (saving.as === "saved" || saving.as === "waiting" || saving.as === "refused") wait(pauseAfterTyping);
  };

  /** What was typed here but never reached the server. If the server has moved on meanwhile, saving it will say so. */
  const kept = outside.copy.read();
  const restored =
    kept && !sameAnswers(answersFrom(kept.entries), answersFrom(loaded.entries)) ? kept.entries : undefined;
  if (kept && restored) {
    ({ revision, entries: typed } = kept);
    unsaved = true;
    wait(0);
  } else if (kept) outside.copy.drop();

  return {
    restored,
    changed,
    flush,
    revision: () => revision,
    /** Saves no more by itself; done when a save that is under way has been answered. */
    stop: async () => {
      callOff();
      await underWay;
      callOff();
    },
    /** Goes on after a stop, with what is not saved yet. */
    resume: () => {
      if (unsaved) plan(pauseAfterTyping);
    },
  };
};
export type Keeper = ReturnType<typeof keepDraft>;
