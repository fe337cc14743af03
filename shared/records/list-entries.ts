import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import { putAll } from "./batches.ts";
import type { Step } from "./counted.ts";
import { readOfEach } from "./reads.ts";
import { ifItHolds, type Table } from "./table.ts";
import { keys } from "./table-keys.ts";
import { check } from "./writes.ts";

const revisionOf = ({ counted }: Step): number => (counted?.revision ?? 0) + 1;

/**
 * Entries are put before a step is noted as made, and removed after: one too many is left out by whoever reads it, since the
 * record itself says where it stands, but one too few would hide the record.
 */
export const putEntries = (table: Table, steps: readonly Step[]): Promise<void> =>
  putAll(
    table,
    steps.flatMap((step) =>
      step.missing.map((entry) => ({
        ...keys.entry(step.callId, step.listed, entry, step.key),
        ...{ item: "entry", of: step.key, revision: revisionOf(step) },
      })),
    ),
  );

/** Leaves those that a later step has put. */
export const removeStale = async (table: Table, steps: readonly Step[]): Promise<void> => {
  const stale = steps.flatMap((step) =>
    step.stale.map((entry) => ({ key: keys.entry(step.callId, step.listed, entry, step.key), step })),
  );
  await readOfEach(stale, ({ key, step }) => {
    const earlier = { text: "#revision < :revision", values: { revision: revisionOf(step) } };
    return ifItHolds(() => table.client.send(new DeleteItemCommand(check(table, key, earlier))));
  });
};
