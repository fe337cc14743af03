import { SignCommand } from "@aws-sdk/client-kms";
import { type Receipt, receiptText } from "#shared/domain/receipt.ts";
import { fixedLength } from "./ecdsa.ts";
import type { ReceiptKeys } from "./receipt-keys.ts";

const encode = (text: string): string => Buffer.from(text, "utf8").toString("base64url");

/**
 * The receipt as a compact JWS (RFC 7515) with ES256 (RFC 7518 § 3.4): its payload is the receipt's canonical JSON, its
 * `kid` the generation of the key. Throws when KMS does not answer.
 */
export const signReceipt = async ({ client, all }: ReceiptKeys, receipt: Receipt): Promise<string> => {
  const key = all.at(-1) ?? all[0];
  const header = JSON.stringify({ alg: "ES256", kid: key.name, typ: "opptak-receipt+jws" });
  const text = `${encode(header)}.${encode(receiptText(receipt))}`;
  const { Signature } = await client.send(
    new SignCommand({
      KeyId: key.arn,
      // KMS takes up to 4,096 bytes as they are; a receipt is a quarter of that.
      Message: Buffer.from(text),
      MessageType: "RAW",
      SigningAlgorithm: "ECDSA_SHA_256",
    }),
  );
  if (!Signature) throw new Error("KMS gave no signature");
  return `${text}.${fixedLength(Signature).toString("base64url")}`;
};
