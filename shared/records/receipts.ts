import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Application, ApplicationId } from "#shared/domain/application.ts";
import { Receipt, sentOf } from "#shared/domain/receipt.ts";
import type { Sent } from "#shared/domain/standing.ts";
import type { Instant } from "#shared/domain/time.ts";
import { dueKeys } from "./index-keys.ts";
import { readAll, readItem } from "./reads.ts";
import { sortPrefixes, timeSort, upTo } from "./sort-keys.ts";
import { ifItHolds, type Table } from "./table.ts";
import { keys } from "./table-keys.ts";
import { absent, present, put, update } from "./writes.ts";

/** A receipt as it is kept: at first what it vouches for, and soon after the signature (a compact JWS) over just that. */
export const KeptReceipt = z.object({ receipt: Receipt, jws: z.optional(z.string()) });
export type KeptReceipt = z.infer<typeof KeptReceipt>;

/** Stored with the submission. The signature is owed from then on, as a mail is: nobody who submits waits for it. */
export const receiptPut = (table: Table, receipt: Receipt, at: Instant) =>
  put(
    table,
    {
      receipt,
      ...keys.receipt(receipt.application, receipt.number),
      item: "receipt",
      dueKey: dueKeys.receipts,
      dueSort: timeSort(at, `${receipt.application}.${receipt.number}`),
    },
    absent,
  );

export const findReceipt = async (
  table: Table,
  id: ApplicationId,
  number: number,
): Promise<KeptReceipt | undefined> => {
  const item = await readItem(table, keys.receipt(id, number));
  return item && KeptReceipt.parse(item);
};

/** All receipts of an application, the first first. */
export const receiptsOf = async (
  table: Table,
  { id, submissions }: Pick<Application, "id" | "submissions">,
): Promise<KeptReceipt[]> => {
  if (submissions === 0) return [];
  const items = await readAll(table, {
    key: keys.application(id).pk,
    sort: { beginsWith: sortPrefixes.receipt },
  });
  return items.map((item) => KeptReceipt.parse(item));
};

/** What has been sent of an application and when, the first first. Receipts say so without reading any answers. */
export const sentOfApplication = async (table: Table, application: Application): Promise<Sent[]> =>
  (await receiptsOf(table, application)).map(({ receipt }) => sentOf(receipt));

/** Keeps the first signature there is; one that comes later is as good and changes nothing. */
export const keepSignature = async (
  table: Table,
  { application, number }: Receipt,
  jws: string,
): Promise<void> => {
  const change = { text: "SET #jws = :jws REMOVE #dueKey, #dueSort", values: { jws } };
  const unsigned = { text: `${present.text} AND attribute_not_exists(#jws)` };
  const command = new UpdateItemCommand(update(table, keys.receipt(application, number), change, unsigned));
  await ifItHolds(() => table.client.send(command));
};

/** Receipts that were owed a signature by then, those that have waited longest first. */
export const receiptsOwed = async (table: Table, at: Instant, limit: number): Promise<KeptReceipt[]> => {
  const items = await readAll(table, {
    index: "byDue",
    key: dueKeys.receipts,
    sort: { upTo: upTo(at) },
    limit,
  });
  return items.map((item) => KeptReceipt.parse(item));
};
