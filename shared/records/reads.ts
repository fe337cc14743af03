import {
  type AttributeValue,
  BatchGetItemCommand,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
} from "@aws-sdk/client-dynamodb";
import type { CallId } from "#shared/domain/call.ts";
import { callKeysOf, indexes, type Listing } from "./index-keys.ts";
import { decode, encode, type Item, mostTries, pause, type Table, TooBusy, untilFree } from "./table.ts";
import type { Key } from "./table-keys.ts";

/** The item as the last acknowledged write left it. */
export const readItem = async (table: Table, key: Key): Promise<Item | undefined> => {
  const command = new GetItemCommand({
    TableName: table.name,
    Key: encode({ ...key }),
    ConsistentRead: true,
  });
  const { Item } = await untilFree(() => table.client.send(command));
  return Item && decode(Item);
};

export interface Query {
  /** Without one the table itself is read, consistently. An index follows the table by a moment. */
  readonly index?: keyof typeof indexes;
  readonly key: string;
  readonly sort?:
    | { readonly beginsWith: string }
    | { readonly upTo: string }
    /** Both ends included. */
    | { readonly between: readonly [from: string, to: string] };
  readonly newestFirst?: boolean;
  readonly limit?: number;
  /** Items at a time; DynamoDB hands out at most 1 MB, however many are asked for. */
  readonly pageSize?: number;
}

const sortCondition = (sort: NonNullable<Query["sort"]>) => {
  if ("upTo" in sort) return { text: " AND #sort <= :sort", values: { ":sort": sort.upTo } };
  if ("beginsWith" in sort)
    return { text: " AND begins_with(#sort, :sort)", values: { ":sort": sort.beginsWith } };
  const [from, to] = sort.between;
  return { text: " AND #sort BETWEEN :from AND :to", values: { ":from": from, ":to": to } };
};

const queryInput = (table: Table, query: Query): QueryCommandInput => {
  const names = query.index ? indexes[query.index] : { key: "pk", sort: "sk" };
  const sort = query.sort && sortCondition(query.sort);
  return {
    TableName: table.name,
    ...(query.index ? { IndexName: query.index } : { ConsistentRead: true }),
    KeyConditionExpression: `#key = :key${sort?.text ?? ""}`,
    ExpressionAttributeNames: { "#key": names.key, ...(sort && { "#sort": names.sort }) },
    ExpressionAttributeValues: encode({ ":key": query.key, ...sort?.values }),
    ScanIndexForward: query.newestFirst !== true,
    ...((query.pageSize ?? query.limit) !== undefined && { Limit: query.pageSize ?? query.limit }),
  };
};

/** The answers to a query, one after the other until there is no more. */
async function* answersTo(table: Table, input: QueryCommandInput): AsyncGenerator<QueryCommandOutput> {
  let from: Record<string, AttributeValue> | undefined;
  do {
    const command = new QueryCommand({ ...input, ...(from && { ExclusiveStartKey: from }) });
    const answer = await untilFree(() => table.client.send(command));
    yield answer;
    from = answer.LastEvaluatedKey;
  } while (from);
}

/** Everything that matches, in the order of the sort key, a page at a time. */
export async function* readPages(table: Table, query: Query): AsyncGenerator<readonly Item[]> {
  for await (const { Items = [] } of answersTo(table, queryInput(table, query))) yield Items.map(decode);
}

/** Everything that matches, in the order of the sort key. */
export const readAll = async (table: Table, query: Query): Promise<Item[]> => {
  const { limit = Number.POSITIVE_INFINITY } = query;
  const items: Item[] = [];
  for await (const page of readPages(table, query)) {
    for (const item of page) items.push(item);
    if (items.length >= limit) break;
  }
  return items.slice(0, limit);
};

/** About as many as DynamoDB counts in one answer anyway. DynamoDB Local would hold all there are before it answers. */
const countedAtOnce = 2000;

/** How many match, as the database itself counts them; more than `most` are not counted to the end. */
export const countAll = async (
  table: Table,
  query: Query,
  most = Number.POSITIVE_INFINITY,
): Promise<number> => {
  const input = { ...queryInput(table, { ...query, pageSize: countedAtOnce }), Select: "COUNT" as const };
  let count = 0;
  for await (const { Count = 0 } of answersTo(table, input)) {
    count += Count;
    if (count > most) break;
  }
  return count;
};

/** Where an item stands in its listing; no two stand in the same place. */
export const placeOf = (item: Item | undefined): string => String(item?.[indexes.byCall.sort]);

/** Items of listings in order of time. */
export const inOrderOfTime = (items: readonly Item[], newestFirst = false): readonly Item[] => {
  const sorted = items.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  return newestFirst ? sorted.toReversed() : sorted;
};

/** A call's items from all partitions of the listing, in order of time. */
export const readListing = async (
  table: Table,
  callId: CallId,
  listing: Listing,
  order: Pick<Query, "sort" | "newestFirst" | "limit"> = {},
): Promise<readonly Item[]> => {
  const parts = await Promise.all(
    callKeysOf(callId, listing).map((key) => readAll(table, { index: "byCall", key, ...order })),
  );
  return inOrderOfTime(parts.flat(), order.newestFirst).slice(0, order.limit);
};

const mostAtOnce = 100;

/** The items of these keys, in no particular order; those that do not exist are left out. No key may occur twice. */
export const readMany = async (table: Table, keys: readonly Key[]): Promise<Item[]> => {
  const items: Item[] = [];
  let left = keys.map((key) => encode({ ...key }));
  let triesInVain = 0;
  while (left.length > 0) {
    const asked = { Keys: left.slice(0, mostAtOnce), ConsistentRead: true };
    const command = new BatchGetItemCommand({ RequestItems: { [table.name]: asked } });
    const { Responses, UnprocessedKeys } = await untilFree(() => table.client.send(command));
    const unanswered = UnprocessedKeys?.[table.name]?.Keys ?? [];
    items.push(...(Responses?.[table.name] ?? []).map(decode));
    left = [...unanswered, ...left.slice(mostAtOnce)];
    // Some are left over when the answer would be more than 16 MB, and all of them when there is too much to do.
    triesInVain = unanswered.length === asked.Keys.length ? triesInVain + 1 : 0;
    if (triesInVain === mostTries) throw new TooBusy();
    if (triesInVain > 0) await pause(triesInVain);
  }
  return items;
};

const readAbreast = 20;

/** What is read of each, in their order, some of them at a time. */
export const readOfEach = async <One, Found>(
  all: readonly One[],
  read: (one: One) => Promise<Found>,
): Promise<Found[]> => {
  const found: Found[] = [];
  for (let from = 0; from < all.length; from += readAbreast)
    found.push(...(await Promise.all(all.slice(from, from + readAbreast).map(read))));
  return found;
};
