import * as z from "zod";
import type { Application } from "#shared/domain/application.ts";
import type { CallId } from "#shared/domain/call.ts";
import { type Reading, standingIn } from "#shared/domain/choosing.ts";
import type { Listed } from "#shared/domain/entries.ts";
import type { Page, Turn } from "#shared/domain/paging.ts";
import { Registration } from "#shared/domain/registration.ts";
import { applicationIn } from "./application-item.ts";
import { asText, type Read, readPage } from "./pages.ts";
import { readAll, readMany } from "./reads.ts";
import type { Item, Table } from "./table.ts";
import { type Key, Keyed, keys } from "./table-keys.ts";

/** What staff see on one page. */
const pageSize = 50;

interface List<One> {
  readonly table: Table;
  readonly callId: CallId;
  readonly listed: Listed;
  readonly reading: Reading<One>;
  readonly parse: (item: Item) => One | undefined;
}

/** Where a record stands in a list; nothing, when it is not in it. */
const placeIn = <One>({ reading }: List<One>, one: One, of: Pick<Key, "pk">): string | undefined => {
  const standing = standingIn(reading, one);
  return standing === undefined ? undefined : standing + of.pk;
};

const Of = z.object({ of: Keyed });

/** The records that a list's entries are of. What a record says itself decides: an entry that it would not have is none. */
const byEntries =
  <One>(list: List<One>): Read<One> =>
  async (range, newestFirst, limit) => {
    const { table, callId, listed, reading, parse } = list;
    const { pk: key } = keys.entry(callId, listed, { list: reading.list, at: "" }, keys.health);
    const entries = await readAll(table, { key, sort: { between: range }, newestFirst, limit });
    const standing = entries.map((entry) => ({ place: Keyed.parse(entry).sk, of: Of.parse(entry).of }));
    const wanted = new Map(standing.map(({ of }) => [of.pk, of]));
    const items = await readMany(table, [...wanted.values()]);
    const found = new Map(items.map((item) => [Keyed.parse(item).pk, parse(item)]));
    return standing.map(({ place, of }) => {
      const one = found.get(of.pk);
      return { place, one: one && place === placeIn(list, one, of) ? one : undefined };
    });
  };

const readList = <One>(list: List<One>, turn: Turn, size: number): Promise<Page<One>> =>
  readPage(byEntries(list), { ...list.reading, turn, size });

const applications = (table: Table, callId: CallId, reading: Reading<Application>): List<Application> => ({
  ...{ table, callId, reading, listed: "application", parse: applicationIn },
});

/** One page of a call's applications. The list follows what is written by some seconds. */
export const pageOfApplications = (
  table: Table,
  callId: CallId,
  reading: Reading<Application>,
  turn: Turn,
): Promise<Page<Application>> => readList(applications(table, callId, reading), turn, pageSize);

/** Those on either side of an application in a list. */
export const neighboursOf = async (
  table: Table,
  application: Application,
  reading: Reading<Application>,
): Promise<{ readonly previous?: Application | undefined; readonly next?: Application | undefined }> => {
  const list = applications(table, application.callId, reading);
  const place = placeIn(list, application, keys.application(application.id));
  if (place === undefined) return {};
  const at = asText(place);
  const [before, after] = await Promise.all([
    readList(list, { before: at }, 1),
    readList(list, { after: at }, 1),
  ]);
  return { previous: before.items[0], next: after.items[0] };
};

/** One page of those who have signed up for a call's webinar. The list follows what is written by some seconds. */
export const pageOfRegistrations = (
  table: Table,
  callId: CallId,
  reading: Reading<Registration>,
  turn: Turn,
): Promise<Page<Registration>> =>
  readList(
    { table, callId, reading, listed: "registration", parse: (item) => Registration.parse(item) },
    turn,
    pageSize,
  );
