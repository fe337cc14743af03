import type { Position, What } from "#shared/domain/export-job.ts";
import { walkListing } from "#shared/records/listing-walk.ts";
import { placeOf } from "#shared/records/reads.ts";
import type { Table } from "#shared/records/table.ts";
import { ensureWhole, type Tables } from "./fact.ts";
import { origins, type Wanted } from "./read.ts";

/** Some rows of the tables, of how many records they were made, and where the next piece begins. */
export interface Piece {
  readonly tables: Tables;
  readonly records: number;
  readonly next: Position;
}

/** How many records are read together: as many as may be in memory with their answers, messages or events. */
export type PieceSizes = Readonly<Record<What, number>>;

const beginning: Position = { listing: 0 };

/** The tables piece by piece from a position on, each in order of time. Of nothing there is a piece too, without rows. */
export async function* piecesOf(
  table: Table,
  what: What,
  wanted: Wanted,
  { from = beginning, sizes }: { readonly from?: Position | undefined; readonly sizes: PieceSizes },
): AsyncGenerator<Piece> {
  const { listings, choose, ofCall } = origins[what];
  const stretch = { until: wanted.until, size: sizes[what] };
  const { id } = wanted.definition.call;
  for (const [listing, name] of listings.entries()) {
    if (listing < from.listing) continue;
    const after = listing === from.listing ? from.after : undefined;
    for await (const items of walkListing(table, id, name, { ...stretch, after })) {
      const tables = await choose(table, items, { ...wanted, asRead: true }).tables();
      tables.forEach(ensureWhole);
      const last = items.at(-1);
      yield { tables, records: items.length, next: { listing, after: last ? placeOf(last) : after } };
    }
  }
  if (!ofCall) return;
  const tables = await ofCall(table, wanted);
  tables.forEach(ensureWhole);
  yield { tables, records: 0, next: { listing: listings.length } };
}
