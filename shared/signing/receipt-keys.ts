import { KMSClient } from "@aws-sdk/client-kms";
import * as z from "zod";

/** One generation of the key that signs receipts. Its name is the `kid` of what it signs. */
export interface ReceiptKey {
  readonly name: string;
  readonly arn: string;
}

/** All generations, the oldest first. The last one signs; what the others signed stays valid. */
export interface ReceiptKeys {
  readonly client: KMSClient;
  readonly all: readonly [ReceiptKey, ...ReceiptKey[]];
}

const Pair = z
  .string()
  .regex(/^[a-z0-9-]+=arn:\S+$/)
  .transform((pair): ReceiptKey => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), arn: pair.slice(at + 1) };
  });

/** The setting `RECEIPT_KEYS`: `name=arn` for each generation, with commas between. */
export const ReceiptKeysSetting = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.tuple([Pair], Pair));

/** The keys in KMS. Nobody waits long for them: what is not signed now is signed later. */
export const openReceiptKeys = (all: z.infer<typeof ReceiptKeysSetting>): ReceiptKeys => ({
  all,
  client: new KMSClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 1500, throwOnRequestTimeout: true },
  }),
});
