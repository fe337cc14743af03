import { compactVerify, createLocalJWKSet } from "jose";
import { expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { receiptOf, receiptText } from "#shared/domain/receipt.ts";
import { publicKeys } from "#shared/signing/public-keys.ts";
import { signReceipt } from "#shared/signing/sign.ts";
import { verifyReceipt } from "#shared/signing/verify.ts";
import { anApplication, aSubmission } from "../support/builders.ts";
import { openTestKeys } from "../support/receipt-keys.ts";

Object.assign(process.env, {
  AWS_REGION: "eu-north-1",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
});
const { keys, keysUntil, outage } = await openTestKeys("2024-1", "2025-1");
const application = anApplication({ organisation: "Æøå & sønner 🐟", organisationNumber: "974760673" });
const receipt = receiptOf(nic2024.call, application, aSubmission(application));

test("what KMS signs is a JWS that others can verify by the public keys alone", async () => {
  const { payload, protectedHeader } = await compactVerify(
    await signReceipt(keys, receipt),
    createLocalJWKSet(await publicKeys(keys)),
  );
  expect(new TextDecoder().decode(payload)).toBe(receiptText(receipt));
  expect(protectedHeader).toEqual({ alg: "ES256", kid: "2025-1", typ: "opptak-receipt+jws" });
});

test("a receipt of an older generation stays ours, and the newest signs", async () => {
  const old = await signReceipt(keysUntil("2024-1"), receipt);
  const jwks = await publicKeys(keys);
  expect(jwks.keys.map(({ kid }) => kid)).toEqual(["2024-1", "2025-1"]);
  expect(await verifyReceipt(old, jwks)).toEqual({ verdict: "ours", receipt, key: "2024-1" });
  expect(await verifyReceipt(await signReceipt(keys, receipt), jwks)).toMatchObject({ key: "2025-1" });
});

test("public keys say how they are used, and nothing of what is private", async () => {
  for (const key of (await publicKeys(keys)).keys) {
    expect(key).toMatchObject({ kty: "EC", crv: "P-256", alg: "ES256", use: "sig" });
    expect(key).not.toHaveProperty("d");
  }
});

test("without KMS there is an error, and no waiting for it", async () => {
  outage.on = true;
  await expect(signReceipt(keys, receipt)).rejects.toThrow();
  await expect(publicKeys(keys)).rejects.toThrow();
  outage.on = false;
});
