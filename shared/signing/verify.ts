import { compactVerify, createLocalJWKSet, errors, type JSONWebKeySet } from "jose";
import { Receipt, receiptText } from "#shared/domain/receipt.ts";
import type { Verdict } from "#shared/domain/verdict.ts";

const read = (payload: Uint8Array): Receipt | undefined => {
  const text = new TextDecoder().decode(payload);
  const receipt = Receipt.safeParse(JSON.parse(text));
  return receipt.success && receiptText(receipt.data) === text ? receipt.data : undefined;
};

const verdictOf = (error: unknown): Verdict => {
  if (error instanceof errors.JWSSignatureVerificationFailed) return { verdict: "changed" };
  if (error instanceof errors.JWKSNoMatchingKey) return { verdict: "unknown-key" };
  return { verdict: "not-a-receipt" };
};

/** Whether a compact JWS is a receipt of ours, unchanged. Nothing but the public keys is needed to know. */
export const verifyReceipt = async (jws: string, keys: JSONWebKeySet): Promise<Verdict> => {
  try {
    const options = { algorithms: ["ES256"] };
    const { payload, protectedHeader } = await compactVerify(jws.trim(), createLocalJWKSet(keys), options);
    const receipt = read(payload);
    return receipt
      ? { verdict: "ours", receipt, key: protectedHeader.kid ?? "" }
      : { verdict: "not-a-receipt" };
  } catch (error) {
    return verdictOf(error);
  }
};
