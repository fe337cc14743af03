import {
  type AttributeValue,
  DeleteItemCommand,
  PutItemCommand,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import type { Application } from "#shared/domain/application.ts";
import { findReceipt, keepSignature } from "#shared/records/receipts.ts";
import type { Table } from "#shared/records/table.ts";
import { keys } from "#shared/records/table-keys.ts";
import type { ReceiptKeys } from "#shared/signing/receipt-keys.ts";
import { signReceipt } from "#shared/signing/sign.ts";
import { keepSubmitted } from "../functions/records.ts";

export type RawItem = Readonly<Record<string, AttributeValue>>;

/** An application that was sent, with its receipt signed. */
export const keepSigned = async (
  table: Table,
  receiptKeys: ReceiptKeys,
  given: Parameters<typeof keepSubmitted>[1] = {},
): Promise<Application> => {
  const application = await keepSubmitted(table, given);
  const kept = await findReceipt(table, application.id, 1);
  if (!kept) throw new Error("There is no receipt");
  await keepSignature(table, kept.receipt, await signReceipt(receiptKeys, kept.receipt));
  return application;
};

/** All items as DynamoDB spells them. */
export const rawItems = async ({ client, name }: Table): Promise<RawItem[]> =>
  (await client.send(new ScanCommand({ TableName: name, ConsistentRead: true }))).Items ?? [];

export const sortOf = (item: RawItem): string => item["sk"]?.S ?? "";

/** What lies in an application's partition, by the sort key. */
export const rawItemsOf = async (table: Table, { id }: Application): Promise<ReadonlyMap<string, RawItem>> =>
  new Map(
    (await rawItems(table))
      .filter(({ pk }) => pk?.S === keys.application(id).pk)
      .map((item) => [sortOf(item), item]),
  );

/** Writes an item as somebody would who has the table and no scruples. */
export const putRaw = async ({ client, name }: Table, item: RawItem): Promise<void> => {
  await client.send(new PutItemCommand({ TableName: name, Item: { ...item } }));
};

export const removeRaw = async ({ client, name }: Table, { pk, sk }: RawItem): Promise<void> => {
  if (!pk || !sk) throw new Error("There is no such item");
  await client.send(new DeleteItemCommand({ TableName: name, Key: { pk, sk } }));
};

/** Another value of the same type. */
export const altered = (value: AttributeValue): AttributeValue => {
  if (value.S !== undefined) return { S: `${value.S.startsWith("1") ? "2" : "1"}${value.S.slice(1)}` };
  if (value.N !== undefined) return { N: String(Number(value.N) + 1) };
  const [name = "more", first = { S: "" }] = Object.entries(value.M ?? {})[0] ?? [];
  return { M: { ...value.M, [name]: altered(first) } };
};
