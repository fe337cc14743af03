import type { CallId } from "#shared/domain/call.ts";
import { readAll } from "#shared/records/reads.ts";
import { scan } from "#shared/records/scan.ts";
import { sortPrefixes } from "#shared/records/sort-keys.ts";
import { openTable } from "#shared/records/table.ts";
import { partitionPrefixes } from "#shared/records/table-keys.ts";
import type { Expression } from "#shared/records/writes.ts";
import { progress, type Source } from "./source.ts";

const { event, submission, receipt } = sortPrefixes;

/** Nothing leaves the table but what is audited: no drafts, no sessions, no mail. */
const audited = (call: CallId): Expression => ({
  text: `(begins_with(#pk, :application) AND (#sk = :itself OR begins_with(#sk, :event)
    OR begins_with(#sk, :submission) OR begins_with(#sk, :receipt)))
    OR begins_with(#pk, :reference) OR (#pk = :call AND begins_with(#sk, :event))`,
  values: {
    ...{ application: partitionPrefixes.application, reference: partitionPrefixes.reference },
    ...{ event, submission, receipt, itself: "APPLICATION" },
    call: `${partitionPrefixes.call}${call}`,
  },
});

/** A table, read from one end to the other while others may write to it. */
export const tableSource = (name: string, call: CallId): Source => {
  const table = openTable(name);
  return {
    together: true,
    items: async function* () {
      const shown = progress();
      for await (const { items, read } of scan(table, audited(call))) {
        shown.add(read);
        yield* items;
      }
      shown.end();
    },
    again: (partition) => readAll(table, { key: partition }),
  };
};
