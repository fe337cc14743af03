import { findCall } from "#shared/calls/index.ts";
import type { Listed } from "#shared/domain/entries.ts";
import type { Event } from "#shared/domain/event.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import type { Told } from "#shared/http/reply.ts";
import type { FromMachine } from "#shared/http/request.ts";
import { type Change, changesAfter, numberBefore } from "#shared/records/changes-heard.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import type { Table } from "#shared/records/table.ts";
import type { Around } from "../page-function.ts";
import { cursorOf, type Followed, readQuery, type Wanted } from "./query.ts";

/** What is given for a change. */
export interface Given {
  /** Of the change. */
  readonly number: number;
  /** As JSON. */
  readonly item: object;
}

/** What can be followed. */
export interface Feed {
  readonly listed: Listed;
  readonly what: Event["what"];
  readonly read: (table: Table, changes: readonly Change[]) => Promise<readonly Given[]>;
}

/** Bytes. Lambda passes on 6 MB; an application can be 350 kB, so the first always fits. */
const mostAtOnce = 4_000_000;

/** As many from the beginning as fit in one answer. */
export const thoseThatFit = (all: readonly Given[], most = mostAtOnce): readonly Given[] => {
  let bytes = 0;
  return all.filter(({ item }) => {
    bytes += Buffer.byteLength(JSON.stringify(item));
    return bytes <= most;
  });
};

/** A page of what has changed, and the number of the last change that it tells of or leaves to a later one. */
const readPage = async (table: Table, { listed, read }: Feed, { callId }: Followed, wanted: Wanted) => {
  const { from, limit } = wanted;
  const after = "after" in from ? from.after : await numberBefore(table, callId, listed, from.since);
  const changes = await changesAfter(table, callId, listed, after, limit + 1);
  const page = changes.slice(0, limit);
  const all = await read(table, page);
  const given = thoseThatFit(all);
  const isCut = given.length < all.length;
  const last = (isCut ? given : page).at(-1)?.number ?? after;
  return { after, items: given.map(({ item }) => item), last, more: isCut || changes.length > limit };
};

/** Gives what has changed, in the order in which it did. Who took it out is noted before they get it; that nothing had changed is not. */
export const follow = async (
  asked: FromMachine,
  { table, site }: Around,
  feed: Feed,
): Promise<Told | Refusal> => {
  const callId = findCall(asked.params["call"] ?? "")?.call.id;
  if (!callId) return { reason: "not-found" };
  const followed = { callId, listed: feed.listed };
  const wanted = readQuery(asked.query, followed);
  if (!wanted.ok) return wanted.refusal;
  const { after, items, last, more } = await readPage(table, feed, followed, wanted.value);
  const name = `machine: ${asked.machine}`;
  const by = { at: asked.at, person: { id: name, name } };
  if (items.length > 0)
    await recordEvent(table, callId, eventBy(by, feed.what, `${items.length} after=${after}`));
  const next = new URL(asked.path.split("?")[0] ?? "", site.url);
  next.search = String(
    new URLSearchParams({ after: cursorOf(followed, last), limit: String(wanted.value.limit) }),
  );
  return { json: () => ({ items, next: next.href, more }) };
};
