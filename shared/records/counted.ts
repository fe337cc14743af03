import * as z from "zod";
import { findCall } from "#shared/calls/index.ts";
import { CallId } from "#shared/domain/call.ts";
import { Entry, entriesOfApplication, entriesOfRegistration, type Listed } from "#shared/domain/entries.ts";
import { type Count, countsOfApplication, countsOfRegistration } from "#shared/domain/numbers.ts";
import { Registration } from "#shared/domain/registration.ts";
import { applicationIn } from "./application-item.ts";
import { readMany } from "./reads.ts";
import type { Item, Table } from "./table.ts";
import { type Key, Keyed, keys } from "./table-keys.ts";
import { check, put, stillAt } from "./writes.ts";

/** What a record has been counted as, in which counting; which entries it has in lists; the number of its last change, and its revision then. */
const Counted = z.object({
  callId: CallId,
  counts: z.array(z.string()),
  entries: z.array(Entry),
  counting: z.int(),
  change: z.int(),
  seen: z.int(),
  revision: z.int(),
});
type Counted = z.infer<typeof Counted>;

/** What follows from a record as it is. */
interface Wanted {
  readonly callId: CallId;
  readonly counts: readonly Count[];
  readonly entries: readonly Entry[];
  /** The record's own revision. */
  readonly seen: number;
}

/** Nothing, when it is being deleted or its call is not known any more. */
export const wantedOf = (item: Item): Wanted | undefined => {
  const application = item["item"] === "application" ? applicationIn(item) : undefined;
  const registration = item["item"] === "registration" ? Registration.parse(item) : undefined;
  const record = application ?? registration;
  const zone = record && findCall(record.callId)?.call.timeZone;
  if (!zone) return undefined;
  const { callId, revision: seen } = record;
  if (application)
    return {
      ...{ callId, seen, counts: countsOfApplication(application, zone) },
      entries: entriesOfApplication(application),
    };
  return (
    registration && {
      ...{ callId, seen, counts: countsOfRegistration(registration, zone) },
      entries: entriesOfRegistration(registration),
    }
  );
};

/** A record as it is and as it has been counted. */
interface Found {
  readonly key: Key;
  readonly record: Item | undefined;
  readonly counted: Counted | undefined;
}

/** What tells keys apart. */
export const spelled = ({ pk, sk }: Key): string => `${pk} ${sk}`;

/** Those of these records that there are, by their keys as spelled. */
export const readByKey = async (table: Table, wanted: readonly Key[]): Promise<ReadonlyMap<string, Item>> =>
  new Map((await readMany(table, wanted)).map((item) => [spelled(Keyed.parse(item)), item]));

/** In this order: nothing is ever decided on a record that is older than what has been counted. */
export const findCounted = async (table: Table, wanted: readonly Key[]): Promise<Found[]> => {
  const counted = await readByKey(table, wanted.map(keys.counted));
  const records = await readByKey(table, wanted);
  return wanted.map((key) => ({
    key,
    record: records.get(spelled(key)),
    counted: z.optional(Counted).parse(counted.get(spelled(keys.counted(key)))),
  }));
};

/** From what a record is counted as, and found under, to what it should be. */
export interface Step {
  readonly key: Key;
  readonly listed: Listed;
  readonly callId: CallId;
  readonly earlier: readonly Count[];
  readonly now: Wanted | undefined;
  readonly counted: Counted | undefined;
  /** Entries that are missing, and those that are there and should not be. */
  readonly missing: readonly Entry[];
  readonly stale: readonly Entry[];
  /** Whether those who follow the changes are to hear of it. */
  readonly isNews: boolean;
}

const without = (all: readonly Entry[], those: readonly Entry[]): readonly Entry[] =>
  all.filter(({ list, at }) => !those.some((one) => one.list === list && one.at === at));

/** None when all is as it should be. What a record was in an earlier counting is not taken away from this one. */
export const stepOf = ({ key, record, counted }: Found, counting: number): Step | undefined => {
  const now = record && wantedOf(record);
  const callId = now?.callId ?? counted?.callId;
  if (!callId) return undefined;
  const isCounted = counted?.counting === counting;
  const earlier = isCounted ? counted.counts : [];
  const [had, has] = [counted?.entries ?? [], now?.entries ?? []];
  const [missing, stale] = [without(has, had), without(had, has)];
  const isNews = counted?.seen !== now?.seen || missing.length + stale.length > 0;
  if (isCounted && !isNews && earlier.join() === now?.counts.join()) return undefined;
  const listed = key.sk === "APPLICATION" ? "application" : "registration";
  // All of them in a new counting: what was lost somehow is there again.
  const toPut = isCounted ? missing : has;
  return { key, listed, callId, earlier, now, counted, missing: toPut, stale, isNews };
};

/** The write that says that a step was made, `change` being the number of the last change of the record. */
export const countedWrite = (
  table: Table,
  { key, callId, now, counted }: Step,
  { counting, change }: { readonly counting: number; readonly change: number },
) => {
  const condition = stillAt(counted?.revision ?? 0);
  const at = keys.counted(key);
  if (!now) return { Delete: check(table, at, condition) };
  const { counts, entries, seen } = now;
  const revision = (counted?.revision ?? 0) + 1;
  const item = { ...at, item: "counted", callId, counts, entries, counting, change, seen, revision };
  return { Put: put(table, item, condition) };
};
