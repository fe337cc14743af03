import { PutItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { CallId } from "#shared/domain/call.ts";
import { type CallNumbers, difference, numbersFrom, partsOf } from "#shared/domain/numbers.ts";
import type { Instant } from "#shared/domain/time.ts";
import { removeAll } from "./batches.ts";
import { numberChanges } from "./changes-heard.ts";
import { countedWrite, findCounted, type Step, stepOf } from "./counted.ts";
import { putEntries, removeStale } from "./list-entries.ts";
import { readAll, readItem } from "./reads.ts";
import { numbersPrefix } from "./sort-keys.ts";
import { type Item, ifItHolds, mostTries, type Table, TooBusy, transact } from "./table.ts";
import { type Key, Keyed, keys, ofCall } from "./table-keys.ts";
import { check, put, stillAt, sum } from "./writes.ts";

/** Countings are numbered. The one that goes on is the one that is shown, but while all is counted anew. */
const Counting = z.object({ shown: z.int(), goesOn: z.int(), revision: z.int() });
type Counting = z.infer<typeof Counting>;

const readCounting = async (table: Table): Promise<Counting> =>
  Counting.parse((await readItem(table, keys.counting)) ?? { shown: 0, goesOn: 0, revision: 0 });

const sumsWrites = (table: Table, steps: readonly Step[], counting: number): TransactWriteItem[] =>
  [...Map.groupBy(steps, ({ callId }) => callId)].flatMap(([callId, those]) => {
    const changes = difference(
      those.flatMap(({ earlier }) => earlier),
      those.flatMap(({ now }) => now?.counts ?? []),
    );
    const named = [...changes].map(([one, by]) => [...partsOf(one), by] as const);
    return [...Map.groupBy(named, ([of]) => of)].map(([of, sums]) => {
      const more = Object.fromEntries(sums.map(([, name, by]) => [name, by]));
      return { Update: sum(table, keys.numbers(callId, counting, of), "numbers", more) };
    });
  });

/** As many records as may be counted at once: with their changes and the sums of their days they go in one transaction. */
export const mostCounted = 10;

/**
 * Counts these applications and registrations as they are now, gives them their entries in lists, and numbers what has changed,
 * whatever has been heard of them, and however often: 10 of them at most.
 */
export const countRecords = async (
  table: Table,
  records: readonly Key[],
  heardAt: Instant,
): Promise<void> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { goesOn, revision } = await readCounting(table);
    const found = await findCounted(table, records);
    const steps = found.flatMap((one) => stepOf(one, goesOn) ?? []);
    if (steps.length === 0) return;
    await putEntries(table, steps);
    const { numbers, writes } = await numberChanges(table, steps, heardAt);
    const written = await transact(table, [
      // Nobody counts in one counting when another has begun.
      { ConditionCheck: check(table, keys.counting, stillAt(revision)) },
      ...steps.map((step) =>
        countedWrite(table, step, {
          counting: goesOn,
          change: numbers.get(step) ?? step.counted?.change ?? 0,
        }),
      ),
      ...writes,
      ...sumsWrites(table, steps, goesOn),
    ]);
    if (written === "done") return removeStale(table, steps);
  }
  throw new TooBusy();
};

const sumsOf = (table: Table, callId: CallId, counting: number): Promise<Item[]> =>
  readAll(table, { key: ofCall(callId), sort: { beginsWith: numbersPrefix(counting) } });

/** A call's numbers as they were some seconds ago. Costs the same however many records there are. */
export const readNumbers = async (table: Table, callId: CallId): Promise<CallNumbers> => {
  const { shown } = await readCounting(table);
  const prefix = numbersPrefix(shown);
  const sums = await sumsOf(table, callId, shown);
  return numbersFrom(new Map(sums.map((item) => [Keyed.parse(item).sk.slice(prefix.length), item])));
};

const keepCounting = async (table: Table, counting: Counting): Promise<void> => {
  const item = { ...counting, ...keys.counting, item: "counting", revision: counting.revision + 1 };
  const command = new PutItemCommand(put(table, item, stillAt(counting.revision)));
  if (!(await ifItHolds(() => table.client.send(command)))) throw new TooBusy();
};

/** Begins to count all anew. Until that is shown the numbers of the earlier counting stand still. */
export const beginCounting = async (table: Table): Promise<void> => {
  const counting = await readCounting(table);
  await keepCounting(table, { ...counting, goesOn: counting.goesOn + 1 });
};

/** Shows the counting that goes on, when every record is in it, and clears away the sums of the earlier one. */
export const showCounting = async (table: Table, calls: readonly CallId[]): Promise<void> => {
  const counting = await readCounting(table);
  const { shown, goesOn } = counting;
  if (shown === goesOn) return;
  await keepCounting(table, { ...counting, shown: goesOn });
  for (const callId of calls)
    await removeAll(
      table,
      (await sumsOf(table, callId, shown)).map((item) => Keyed.parse(item)),
    );
};
