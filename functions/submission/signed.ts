import type { ApplicationId } from "#shared/domain/application.ts";
import { errorFields, log } from "#shared/http/log.ts";
import { findReceipt, type KeptReceipt, keepSignature } from "#shared/records/receipts.ts";
import type { Table } from "#shared/records/table.ts";
import type { ReceiptKeys } from "#shared/signing/receipt-keys.ts";
import { signReceipt } from "#shared/signing/sign.ts";

export interface Signing {
  readonly table: Table;
  readonly keys: ReceiptKeys;
}

/**
 * The receipt of a submission, signed now if it was not before. It stands without a signature too: KMS is not waited for
 * long, and what is owed then is signed by the next run of deadline-enforcement.
 */
export const findSigned = async (
  { table, keys }: Signing,
  id: ApplicationId,
  number: number,
): Promise<KeptReceipt | undefined> => {
  const kept = await findReceipt(table, id, number);
  if (!kept || kept.jws) return kept;
  try {
    await keepSignature(table, kept.receipt, await signReceipt(keys, kept.receipt));
    return await findReceipt(table, id, number);
  } catch (error) {
    log("receipt.unsigned", { level: "WARN", applicationId: id, number, ...errorFields(error) });
    return kept;
  }
};
