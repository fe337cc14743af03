import type { What } from "#shared/domain/export-job.ts";
import type { Listing } from "#shared/records/index-keys.ts";
import { countListing, walkListing } from "#shared/records/listing-walk.ts";
import type { Item, Table } from "#shared/records/table.ts";
import { joined, type Tables } from "./fact.ts";
import { origins, type Wanted } from "./read.ts";

/** How many records one answer is made of, at most: so many can be read and written in half a minute. Of applications those count that were chosen. */
export const mostAtOnce = {
  applications: 500,
  registrations: 25_000,
  messages: 3000,
  events: 3000,
} as const satisfies Record<What, number>;

/** Records of a listing that are looked through to choose from, at most. */
const mostRead = 25_000;

interface Bounds {
  /** In the listings. */
  readonly read: number;
  /** Chosen from them. */
  readonly taken: number;
}

export const boundsOf = (what: What): Bounds => ({
  read: what === "applications" ? mostRead : mostAtOnce[what],
  taken: mostAtOnce[what],
});
export const unbounded: Bounds = { read: Number.POSITIVE_INFINITY, taken: Number.POSITIVE_INFINITY };

/** Whether all of it is more than one answer can be made of. */
export const isTooMuch = async (table: Table, what: What, wanted: Pick<Wanted, "definition" | "until">) =>
  (await countOf(table, what, { ...wanted, most: mostAtOnce[what] })) > mostAtOnce[what];

/** How many records a table is made of, as the index counts them; more than `most` are not counted to the end. */
export const countOf = async (
  table: Table,
  what: What,
  {
    definition,
    until,
    most = Number.POSITIVE_INFINITY,
  }: Pick<Wanted, "definition" | "until"> & { readonly most?: number },
): Promise<number> => {
  const counts = origins[what].listings.map((listing) =>
    countListing(table, definition.call.id, listing, { until, most }),
  );
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
};

const tries = 3;
const size = 1000;

/** All of a listing: as many as the index counts. What is written while it is read can make it another number, and it is read again. */
const readCounted = async (
  table: Table,
  listing: Listing,
  { definition, until }: Wanted,
): Promise<Item[]> => {
  const { id } = definition.call;
  for (let left = tries; ; left -= 1) {
    const counted = await countListing(table, id, listing, { until });
    const items: Item[] = [];
    for await (const batch of walkListing(table, id, listing, { until, size })) items.push(...batch);
    if (items.length === counted) return items;
    if (left === 1) throw new Error(`Of ${counted} records to export there are ${items.length}`);
  }
};

/** The tables, all of them at once; or nothing, when that would be more than may be. */
export const readTables = async (
  table: Table,
  what: What,
  wanted: Wanted,
  { read, taken }: Bounds,
): Promise<Tables | "too-much"> => {
  const { listings, choose, ofCall } = origins[what];
  if ((await countOf(table, what, { ...wanted, most: read })) > read) return "too-much";
  const chosen = [];
  for (const listing of listings)
    chosen.push(choose(table, await readCounted(table, listing, wanted), wanted));
  if (chosen.reduce((sum, { count }) => sum + count, 0) > taken) return "too-much";
  const parts: Tables[] = [];
  for (const { tables } of chosen) parts.push(await tables());
  if (ofCall) parts.push(await ofCall(table, wanted));
  return parts.reduce(joined);
};
