import type { JSONWebKeySet } from "jose";
import type { Item } from "#shared/records/table.ts";
import { type Piece, readPiece } from "./pieces.ts";

/** A partition's key, and what is in it. */
export type Partition = readonly [key: string, pieces: readonly Piece[]];

/**
 * All of each partition at a time. Where the items of each lie together only one is held; elsewhere all are, without the
 * answers, since any item may be the last.
 */
export async function* partitionsIn(
  items: AsyncIterable<Item> | Iterable<Item>,
  { together, keySet }: { readonly together: boolean; readonly keySet: JSONWebKeySet | undefined },
): AsyncGenerator<Partition> {
  const open = new Map<string, Piece[]>();
  for await (const item of items) {
    const piece = await readPiece(item, keySet);
    if (!piece) continue;
    const key = String(item["pk"]);
    if (together && !open.has(key)) {
      yield* open;
      open.clear();
    }
    const pieces = open.get(key);
    if (pieces) pieces.push(piece);
    else open.set(key, [piece]);
  }
  yield* open;
}
