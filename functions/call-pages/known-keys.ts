import type { JSONWebKeySet } from "jose";
import { errorFields, log } from "#shared/http/log.ts";
import { publicKeys } from "#shared/signing/public-keys.ts";
import type { ReceiptKeys } from "#shared/signing/receipt-keys.ts";

/** The public keys of receipts, or nothing while KMS cannot be reached. */
export type FindKeys = () => Promise<JSONWebKeySet | undefined>;

/** Reads them from KMS once, and again only after a failure: a new key comes with a new deployment. */
export const knownKeys = (keys: ReceiptKeys): FindKeys => {
  let known: Promise<JSONWebKeySet> | undefined;
  return async () => {
    known ??= publicKeys(keys);
    const asked = known;
    try {
      return await asked;
    } catch (error) {
      if (known === asked) known = undefined;
      log("keys.unread", { level: "WARN", ...errorFields(error) });
      return undefined;
    }
  };
};
