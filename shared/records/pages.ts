import type { Page, Turn } from "#shared/domain/paging.ts";

/** Something that stands at a place in the list. Nothing, when it does not belong there any more. */
export interface Standing<One> {
  readonly place: string;
  readonly one: One | undefined;
}

export type Range = readonly [from: string, until: string];

/** The first of what stands between two places, both included, from one end or the other. */
export type Read<One> = (
  range: Range,
  newestFirst: boolean,
  limit: number,
) => Promise<readonly Standing<One>[]>;

export interface Wanted<One> {
  readonly range: Range;
  readonly newestFirst: boolean;
  readonly holds: (one: One) => boolean;
  readonly turn: Turn;
  readonly size: number;
}

const atOnce = 100;
/** Looked through for one page, however rare what is wanted is. */
const mostLookedThrough = 1000;

export const asText = (place: string): string => Buffer.from(place, "utf8").toString("base64url");
const asPlace = (text: string): string => Buffer.from(text, "base64url").toString("utf8");

/** What is wanted on the way from a place, one more than fit, and how far it was looked. */
const lookOn = async <One>(read: Read<One>, wanted: Omit<Wanted<One>, "turn">, from: string | undefined) => {
  const { newestFirst, holds, size } = wanted;
  let [low, high] = wanted.range;
  let at = from;
  const found: (Standing<One> & { readonly one: One })[] = [];
  for (let looked = 0; looked < mostLookedThrough; looked += atOnce) {
    if (at !== undefined && newestFirst && at < high) high = at;
    if (at !== undefined && !newestFirst && at > low) low = at;
    if (low > high) return { found, end: undefined };
    const standing = await read([low, high], newestFirst, atOnce);
    // A range has both its ends: where it goes on from was looked at before.
    for (const { place, one } of standing) if (one && place !== at && holds(one)) found.push({ place, one });
    if (found.length > size || standing.length < atOnce) return { found, end: undefined };
    at = standing.at(-1)?.place;
  }
  return { found, end: at };
};

/** A page of what is wanted. What it costs depends on how rare that is, and has a limit; never on how much there is in all. */
export const readPage = async <One>(read: Read<One>, wanted: Wanted<One>): Promise<Page<One>> => {
  const { turn, size } = wanted;
  const isBack = turn.before !== undefined;
  const turned = turn.before ?? turn.after;
  const from = turned === undefined ? undefined : asPlace(turned);
  const newestFirst = wanted.newestFirst !== isBack;
  const { found, end } = await lookOn(read, { ...wanted, newestFirst }, from);
  const onPage = found.slice(0, size);
  const onward = found.length > size ? onPage.at(-1)?.place : end;
  const shown = isBack ? onPage.toReversed() : onPage;
  const [first, last] = [shown.at(0)?.place ?? from, shown.at(-1)?.place ?? from];
  const next = isBack ? last : onward;
  const previous = isBack ? onward : from === undefined ? undefined : first;
  return {
    items: shown.map(({ one }) => one),
    ...(next !== undefined && { next: asText(next) }),
    ...(previous !== undefined && { previous: asText(previous) }),
    isCutShort: end !== undefined,
  };
};
