import type { Instant } from "#shared/domain/time.ts";
import { errorFields, log } from "#shared/http/log.ts";
import { type KeptReceipt, keepSignature, receiptsOwed } from "#shared/records/receipts.ts";
import type { Table } from "#shared/records/table.ts";
import type { ReceiptKeys } from "#shared/signing/receipt-keys.ts";
import { signReceipt } from "#shared/signing/sign.ts";

const mostPerRun = 500;

const sign = async (table: Table, keys: ReceiptKeys, { receipt }: KeptReceipt): Promise<boolean> => {
  try {
    await keepSignature(table, receipt, await signReceipt(keys, receipt));
    return true;
  } catch (error) {
    const { application: applicationId, number } = receipt;
    log("receipt.unsigned", { level: "ERROR", applicationId, number, ...errorFields(error) });
    return false;
  }
};

/** Signs the receipts that nobody has looked at yet, or that could not be signed then. Says whether that was all. */
export const signOwed = async (table: Table, keys: ReceiptKeys, at: Instant): Promise<boolean> => {
  const owed = await receiptsOwed(table, at, mostPerRun);
  let signed = 0;
  for (const one of owed) if (await sign(table, keys, one)) signed += 1;
  if (owed.length > 0) log("receipts.signed", { owed: owed.length, signed });
  return signed === owed.length && owed.length < mostPerRun;
};
