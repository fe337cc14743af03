import { GetPublicKeyCommand } from "@aws-sdk/client-kms";
import { exportJWK, importSPKI, type JSONWebKeySet } from "jose";
import type { ReceiptKey, ReceiptKeys } from "./receipt-keys.ts";

const pem = (spki: Uint8Array): string =>
  `-----BEGIN PUBLIC KEY-----\n${Buffer.from(spki).toString("base64")}\n-----END PUBLIC KEY-----`;

const publicKey = async (client: ReceiptKeys["client"], { name, arn }: ReceiptKey) => {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: arn }));
  if (!PublicKey) throw new Error("KMS gave no public key");
  const key = await importSPKI(pem(PublicKey), "ES256", { extractable: true });
  return { ...(await exportJWK(key)), kid: name, use: "sig", alg: "ES256" };
};

/** The public keys of all generations (JWK Set, RFC 7517): with these anybody can verify a receipt, without us. */
export const publicKeys = async ({ client, all }: ReceiptKeys): Promise<JSONWebKeySet> => ({
  keys: await Promise.all(all.map((key) => publicKey(client, key))),
});
