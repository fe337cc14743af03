import { tryEach } from "./once.ts";
import type { Around } from "./terms.ts";

/** Compares what should be done by now with what is marked done, and does the rest. Says whether all of it could be done. */
export type Duty = (around: Around) => Promise<boolean>;

/** Does one duty after the other, all of them, whichever fails. Right whenever it runs; throwing asks for another run. */
export const enforce = async (around: Around, duties: Readonly<Record<string, Duty>>): Promise<void> => {
  const failed: string[] = [];
  for (const [name, duty] of Object.entries(duties)) {
    const [outcome] = await tryEach(
      [duty],
      async (one) => ((await one(around)) ? "done" : "failed"),
      () => ({ duty: name }),
    );
    if (outcome === "failed") failed.push(name);
  }
  if (failed.length > 0) throw new Error(`Not all could be done: ${failed.join(", ")}`);
};
