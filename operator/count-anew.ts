import { calls } from "#shared/calls/index.ts";
import type { Instant } from "#shared/domain/time.ts";
import { beginCounting, countRecords, mostCounted, showCounting } from "#shared/records/numbers.ts";
import { scan } from "#shared/records/scan.ts";
import type { Table } from "#shared/records/table.ts";
import { Keyed } from "#shared/records/table-keys.ts";
import { progress } from "./source.ts";

const counted = {
  text: "#item = :application OR #item = :registration",
  values: { application: "application", registration: "registration" },
};

/** Counts every application and registration anew, and gives each its entries in lists, while others may write; shows the new numbers when all are in them. */
export const countAnew = async (table: Table, at: Instant): Promise<number> => {
  await beginCounting(table);
  const shown = progress();
  let records = 0;
  for await (const { items, read } of scan(table, counted)) {
    const all = items.map((item) => Keyed.parse(item));
    for (let from = 0; from < all.length; from += mostCounted)
      await countRecords(table, all.slice(from, from + mostCounted), at);
    records += all.length;
    shown.add(read);
  }
  shown.end();
  await showCounting(
    table,
    calls.map(({ call }) => call.id),
  );
  return records;
};
