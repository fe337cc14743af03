import * as z from "zod";
import type { Application, ApplicationId } from "#shared/domain/application.ts";
import type { Event } from "#shared/domain/event.ts";
import { Link, nextLink } from "#shared/domain/history.ts";
import { callKeyOf } from "./index-keys.ts";
import { readAll } from "./reads.ts";
import { sortPrefixes, timeSort } from "./sort-keys.ts";
import type { Item, Table } from "./table.ts";
import { keys } from "./table-keys.ts";
import { absent, type Expression, put, stillAt, update } from "./writes.ts";

const linkItem = (id: ApplicationId, link: Link): Item => ({
  ...z.encode(Link, link),
  ...keys.event(id, link.number),
  item: "event",
});

/** The put of an event in its place: what has a place is never written over. */
export const linkPut = (table: Table, id: ApplicationId, link: Link, listed: Item = {}) =>
  put(table, { ...linkItem(id, link), ...listed }, absent);

/** Where staff find what staff have done to an application of the call. */
const listedWithCall = ({ callId }: Application, event: Event): Item => ({
  callKey: callKeyOf(callId, "EVENTS", event.id),
  callSort: timeSort(event.at, event.id),
});

/** Goes on after other `SET` clauses. */
const joined = (text: string): string => (text.startsWith("REMOVE ") ? ` ${text}` : `, ${text}`);

export interface HistoryWrite {
  readonly event: Event;
  /** Whether staff did it, and it is to be found among what staff did with the call. */
  readonly byStaff?: boolean;
  /** What else changes of the application, as `SET` and other clauses; without any it stays as it is. */
  readonly change?: Expression;
}

/**
 * The next event of an application and the application's own item, which says which event is the last: they are only
 * written together, and only if no other event has come between. Everything that changes an application goes this way.
 */
export const historyWrites = (
  table: Table,
  application: Application,
  { event, byStaff, change }: HistoryWrite,
) => {
  const link = nextLink(application, event);
  const head = {
    text: `SET #revision = :next, #lastEvent = :digest${change ? joined(change.text) : ""}`,
    values: { next: link.number, digest: link.digest, ...change?.values },
  };
  return [
    { Update: update(table, keys.application(application.id), head, stillAt(application.revision)) },
    { Put: linkPut(table, application.id, link, byStaff ? listedWithCall(application, event) : {}) },
  ] as const;
};

/** What happened to an application, the first first. */
export const historyOf = async (table: Table, applicationId: ApplicationId): Promise<Link[]> => {
  const items = await readAll(table, {
    key: keys.application(applicationId).pk,
    sort: { beginsWith: sortPrefixes.event },
  });
  return items.map((item) => Link.parse(item));
};
