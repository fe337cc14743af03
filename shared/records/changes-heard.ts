import * as z from "zod";
import type { CallId } from "#shared/domain/call.ts";
import type { Listed } from "#shared/domain/entries.ts";
import { duration, type Instant, InstantText, isAfter } from "#shared/domain/time.ts";
import type { Step } from "./counted.ts";
import { readAll, readItem } from "./reads.ts";
import { encode, type Table } from "./table.ts";
import { Keyed, keys } from "./table-keys.ts";
import { timeToLive } from "./time-to-live.ts";
import { put, stillAt } from "./writes.ts";

/** A change of a record. Changes are numbered in the order in which they were counted, which no clock can upset. */
export const Change = z.object({
  number: z.int(),
  /** Of the record. */
  of: Keyed,
  /** The record's revision then; none when it was gone. */
  seen: z.optional(z.int()),
  /** When it was heard of, never before the one ahead of it. */
  at: InstantText,
});
export type Change = z.infer<typeof Change>;

const Last = z.object({ number: z.int(), at: InstantText, revision: z.int() });
type Last = z.infer<typeof Last>;

const readLast = async (table: Table, callId: CallId, listed: Listed): Promise<Last | undefined> =>
  z.optional(Last).parse(await readItem(table, keys.lastChange(callId, listed)));

/** How long those who follow the changes can hear that a record is gone. */
const gonesKept = duration({ hours: 180 * 24 });

const changeItem = (step: Step, number: number, at: Instant) => ({
  ...keys.change(step.callId, step.listed, number),
  item: "change",
  ...{ number, of: step.key, at: InstantText.encode(at) },
  ...(step.now ? { seen: step.now.seen } : timeToLive(at.add(gonesKept))),
});

/** The numbers that steps get, and the writes that give them: of each record only the last change stays. */
const numbered = (table: Table, steps: readonly Step[], last: Last | undefined, heardAt: Instant) => {
  const [{ callId, listed } = {}] = steps;
  if (!callId || !listed) return { numbers: new Map<Step, number>(), writes: [] };
  const at = last && isAfter(last.at, heardAt) ? last.at : heardAt;
  const numbers = new Map(steps.map((step, i) => [step, (last?.number ?? 0) + i + 1]));
  const before = (step: Step) => step.counted && keys.change(callId, listed, step.counted.change);
  const item = {
    ...keys.lastChange(callId, listed),
    item: "last-change",
    number: (last?.number ?? 0) + steps.length,
    at: InstantText.encode(at),
    revision: (last?.revision ?? 0) + 1,
  };
  return {
    numbers,
    writes: [
      ...[...numbers].map(([step, number]) => ({ Put: put(table, changeItem(step, number, at)) })),
      ...steps.flatMap((step) => {
        const key = before(step);
        return key ? [{ Delete: { TableName: table.name, Key: encode({ ...key }) } }] : [];
      }),
      { Put: put(table, item, stillAt(last?.revision ?? 0)) },
    ],
  };
};

/**
 * Numbers these changes after all that have been: the writes hold only if nobody has numbered any since, so a number that is
 * seen has none below it still to come.
 */
export const numberChanges = async (table: Table, steps: readonly Step[], heardAt: Instant) => {
  const news = steps.filter(({ isNews }) => isNews);
  const groups = Map.groupBy(news, ({ callId, listed }) => `${callId} ${listed}`);
  const all = await Promise.all(
    [...groups.values()].map(async (group) => {
      const [first] = group;
      const last = first && (await readLast(table, first.callId, first.listed));
      return numbered(table, group, last, heardAt);
    }),
  );
  return {
    numbers: new Map(all.flatMap(({ numbers }) => [...numbers])),
    writes: all.flatMap(({ writes }) => writes),
  };
};

const above = (callId: CallId, listed: Listed, number: number) => {
  const { pk, sk } = keys.change(callId, listed, number + 1);
  return { key: pk, sort: { between: [sk, "999999999999"] as const } };
};

/** The changes after this number, in order; of each record only its last. Those that come later have higher numbers, whatever happens meanwhile. */
export const changesAfter = async (
  table: Table,
  callId: CallId,
  listed: Listed,
  after: number,
  limit: number,
): Promise<readonly Change[]> =>
  (await readAll(table, { ...above(callId, listed, after), limit })).map((item) => Change.parse(item));

/** A number after which everything lies that was changed at this instant or later. Costs one small read for each doubling of the changes. */
export const numberBefore = async (
  table: Table,
  callId: CallId,
  listed: Listed,
  since: Instant,
): Promise<number> => {
  // The stream tells the time of a change in whole seconds.
  const second = since.round({ smallestUnit: "second", roundingMode: "floor" });
  let [low, high] = [0, (await readLast(table, callId, listed))?.number ?? 0];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [next] = await changesAfter(table, callId, listed, middle, 1);
    if (!next || !isAfter(second, next.at)) high = middle;
    else low = next.number;
  }
  return low;
};
