import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { findCall } from "#shared/calls/index.ts";
import { CallId } from "#shared/domain/call.ts";
import { type Count, countsOfApplication, countsOfRegistration } from "#shared/domain/numbers.ts";
import { Registration } from "#shared/domain/registration.ts";
import { applicationIn } from "./application-item.ts";
import { readMany } from "./reads.ts";
import type { Item, Table } from "./table.ts";
import { type Key, Keyed, keys } from "./table-keys.ts";
import { check, put, stillAt } from "./writes.ts";

/** What a record has been counted as, and in which counting. */
const Counted = z.object({
  callId: CallId,
  counts: z.array(z.string()),
  counting: z.int(),
  revision: z.int(),
});
type Counted = z.infer<typeof Counted>;

interface Counts {
  readonly callId: CallId;
  readonly counts: readonly Count[];
}

/** What a record is to be counted as; nothing, when it is being deleted or its call is not known any more. */
export const countsIn = (item: Item): Counts | undefined => {
  const application = item["item"] === "application" ? applicationIn(item) : undefined;
  const registration = item["item"] === "registration" ? Registration.parse(item) : undefined;
  const record = application ?? registration;
  const zone = record && findCall(record.callId)?.call.timeZone;
  if (!zone) return undefined;
  const counts = application
    ? countsOfApplication(application, zone)
    : registration && countsOfRegistration(registration, zone);
  return { callId: record.callId, counts: counts ?? [] };
};

/** A record as it is and as it has been counted. */
interface Found {
  readonly key: Key;
  readonly record: Item | undefined;
  readonly counted: Counted | undefined;
}

const spelled = ({ pk, sk }: Key): string => `${pk} ${sk}`;

const readByKey = async (table: Table, wanted: readonly Key[]): Promise<ReadonlyMap<string, Item>> =>
  new Map((await readMany(table, wanted)).map((item) => [spelled(Keyed.parse(item)), item]));

/** In this order: a count is never decided on a record that is older than what has been counted. */
export const findCounted = async (table: Table, wanted: readonly Key[]): Promise<Found[]> => {
  const counted = await readByKey(table, wanted.map(keys.counted));
  const records = await readByKey(table, wanted);
  return wanted.map((key) => ({
    key,
    record: records.get(spelled(key)),
    counted: z.optional(Counted).parse(counted.get(spelled(keys.counted(key)))),
  }));
};

/** From what a record is counted as to what it should be, and the write that says so. */
export interface Step {
  readonly callId: CallId;
  readonly earlier: readonly Count[];
  readonly now: readonly Count[];
  readonly write: TransactWriteItem;
}

/** None when the record is counted as it should be. What it was in an earlier counting is not taken away from this one. */
export const stepOf = (table: Table, { key, record, counted }: Found, counting: number): Step | undefined => {
  const wanted = record && countsIn(record);
  const callId = wanted?.callId ?? counted?.callId;
  const now = wanted?.counts ?? [];
  const earlier = counted?.counting === counting ? counted.counts : [];
  const isSame = counted?.counting === counting && earlier.join() === now.join();
  if (!callId || isSame) return undefined;
  const condition = stillAt(counted?.revision ?? 0);
  const at = keys.counted(key);
  if (!wanted) return { callId, earlier, now, write: { Delete: check(table, at, condition) } };
  const revision = (counted?.revision ?? 0) + 1;
  const item = { ...at, item: "counted", callId, counts: [...now], counting, revision };
  return { callId, earlier, now, write: { Put: put(table, item, condition) } };
};
