import type { CallId } from "#shared/domain/call.ts";
import type { Instant } from "#shared/domain/time.ts";
import { callKeysOf, type Listing } from "./index-keys.ts";
import { countAll, placeOf, type Query, readPages } from "./reads.ts";
import { upTo } from "./sort-keys.ts";
import type { Item, Table } from "./table.ts";

/** What of a listing is meant: what came up to an instant, and after a place where somebody has been. */
export interface Stretch {
  readonly until: Instant;
  readonly after?: string | undefined;
}

const queryOf = (key: string, { until, after }: Stretch): Query => ({
  index: "byCall",
  key,
  // No place is another one's beginning, so that this is what follows first upon it.
  sort: after === undefined ? { upTo: upTo(until) } : { between: [`${after}!`, upTo(until)] },
});

/** How many there are, as the index counts them; more than `most` are not counted to the end. */
export const countListing = async (
  table: Table,
  callId: CallId,
  listing: Listing,
  { most, ...stretch }: Stretch & { readonly most?: number },
): Promise<number> => {
  const counts = await Promise.all(
    callKeysOf(callId, listing).map((key) => countAll(table, queryOf(key, stretch), most)),
  );
  return counts.reduce((sum, count) => sum + count, 0);
};

/** One partition, of which no more than a page is held. */
const openPart = async (pages: AsyncGenerator<readonly Item[]>) => {
  let page: readonly Item[] = [];
  let at = 0;
  const pass = async (): Promise<void> => {
    at += 1;
    while (at >= page.length) {
      const next = await pages.next();
      if (next.done) return;
      [page, at] = [next.value, 0];
    }
  };
  await pass();
  return { head: () => page[at], pass };
};
type Part = Awaited<ReturnType<typeof openPart>>;

const first = (parts: readonly Part[]): Part | undefined =>
  parts.reduce<Part | undefined>((found, part) => {
    const head = part.head();
    return head && (!found || placeOf(head) < placeOf(found.head())) ? part : found;
  }, undefined);

const largestPage = 300;

/** A call's items from all partitions in order of time, so many at once and never more held than a page of each. Of nothing there is one empty batch. */
export async function* walkListing(
  table: Table,
  callId: CallId,
  listing: Listing,
  { size, ...stretch }: Stretch & { readonly size: number },
): AsyncGenerator<readonly Item[]> {
  const pageSize = Math.min(size, largestPage);
  const parts = await Promise.all(
    callKeysOf(callId, listing).map((key) =>
      openPart(readPages(table, { ...queryOf(key, stretch), pageSize })),
    ),
  );
  let batch: Item[] = [];
  let batches = 0;
  for (let part = first(parts); part; part = first(parts)) {
    const item = part.head();
    if (item) batch.push(item);
    await part.pass();
    if (batch.length < size) continue;
    yield batch;
    batches += 1;
    batch = [];
  }
  if (batch.length > 0 || batches === 0) yield batch;
}
