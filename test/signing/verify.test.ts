import { createHash, generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import fc from "fast-check";
import { exportJWK, type JSONWebKeySet } from "jose";
import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { receiptOf, receiptText } from "#shared/domain/receipt.ts";
import { fixedLength } from "#shared/signing/ecdsa.ts";
import { openReceiptKeys, ReceiptKeysSetting } from "#shared/signing/receipt-keys.ts";
import { verifyReceipt } from "#shared/signing/verify.ts";
import { anApplication, aSubmission } from "../support/builders.ts";

const aKey = () => generateKeyPairSync("ec", { namedCurve: "P-256" });
const [first, second, stranger] = [aKey(), aKey(), aKey()];
const application = anApplication();
const receipt = receiptOf(nic2024.call, application, aSubmission(application));

const encode = (text: string) => Buffer.from(text).toString("base64url");
const signed = (payload: string, kid: string, key: KeyObject, header: object = {}) => {
  const text = `${encode(JSON.stringify({ alg: "ES256", kid, ...header }))}.${encode(payload)}`;
  return `${text}.${fixedLength(sign("sha256", Buffer.from(text), key)).toString("base64url")}`;
};
const jwk = async (key: KeyObject, kid: string) => ({
  ...(await exportJWK(key)),
  kid,
  alg: "ES256",
  use: "sig",
});

const before: JSONWebKeySet = { keys: [await jwk(first.publicKey, "2024-1")] };
const after: JSONWebKeySet = { keys: [...before.keys, await jwk(second.publicKey, "2025-1")] };
const ours = signed(receiptText(receipt), "2024-1", first.privateKey);

describe("a receipt", () => {
  test("of ours is ours, and says what it says", async () => {
    expect(await verifyReceipt(ours, before)).toEqual({ verdict: "ours", receipt, key: "2024-1" });
  });

  test("that an old key signed stays valid when there is a new one", async () => {
    expect(await verifyReceipt(ours, after)).toMatchObject({ verdict: "ours", key: "2024-1" });
    const newer = signed(receiptText(receipt), "2025-1", second.privateKey);
    expect(await verifyReceipt(newer, after)).toMatchObject({ verdict: "ours", key: "2025-1" });
  });

  test("with any one character of what it says, or of its signature, changed is never ours", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(ours.length - 1), fc.constantFrom(..."AQgw09-_."), async (place, character) => {
        const changed = ours.slice(0, place) + character + ours.slice(place + 1);
        // The last character of 64 bytes has four bits that mean nothing.
        const bytes = (jws: string) =>
          jws.split(".").map((part) => Buffer.from(part, "base64url").toString("hex"));
        if (bytes(changed).join() === bytes(ours).join()) return;
        expect((await verifyReceipt(changed, before)).verdict).not.toBe("ours");
      }),
      { numRuns: 300 },
    );
  });

  test("whose arrival was put earlier is changed", async () => {
    const [header, , signature] = ours.split(".");
    const earlier = receiptText({ ...receipt, receivedAt: "2024-06-19T12:00:00.000+02:00[Europe/Oslo]" });
    const forged = [header, encode(earlier), signature].join(".");
    expect(await verifyReceipt(forged, before)).toEqual({ verdict: "changed" });
  });

  test("signed by somebody else in our key's name is changed, and with a key of their own unknown", async () => {
    const inOurName = signed(receiptText(receipt), "2024-1", stranger.privateKey);
    expect(await verifyReceipt(inOurName, before)).toEqual({ verdict: "changed" });
    const inTheirs = signed(receiptText(receipt), "2019-1", stranger.privateKey);
    expect(await verifyReceipt(inTheirs, before)).toEqual({ verdict: "unknown-key" });
  });

  test("is not what else our key may have signed, nor the same facts written in another way", async () => {
    const other = signed(JSON.stringify({ hello: 1 }), "2024-1", first.privateKey);
    expect(await verifyReceipt(other, before)).toEqual({ verdict: "not-a-receipt" });
    const spaced = signed(JSON.stringify(receipt, undefined, 1), "2024-1", first.privateKey);
    expect(await verifyReceipt(spaced, before)).toEqual({ verdict: "not-a-receipt" });
  });

  test.for([
    "",
    "hello",
    "a.b.c",
    "..",
    signed(receiptText(receipt), "2024-1", first.privateKey, { alg: "none" }),
  ])("is not %s", async (text) => {
    expect(await verifyReceipt(text, before)).toEqual({ verdict: "not-a-receipt" });
  });
});

test("a signature as KMS gives it is the same in the form of JWS", () => {
  for (let i = 0; i < 300; i += 1) {
    const text = createHash("sha256").update(String(i)).digest();
    const fixed = fixedLength(sign("sha256", text, first.privateKey));
    expect(fixed).toHaveLength(64);
    expect(verify("sha256", text, { key: first.publicKey, dsaEncoding: "ieee-p1363" }, fixed)).toBe(true);
  }
});

test.for([[], [0x30, 0], [0x30, 6, 2, 1, 1, 3, 1, 1], [0x30, 5, 2, 1, 1, 2, 9]])(
  "%j is no signature",
  (bytes) => {
    expect(() => fixedLength(Uint8Array.from(bytes))).toThrow("not DER");
  },
);

test("the setting names the generations, the oldest first", () => {
  const arn = "arn:aws:kms:eu-north-1:111122223333:key/1";
  const setting = ReceiptKeysSetting.parse(`2024-1=${arn},2025-1=${arn}b`);
  expect(openReceiptKeys(setting).all).toEqual([
    { name: "2024-1", arn },
    { name: "2025-1", arn: `${arn}b` },
  ]);
  for (const wrong of ["", "2024-1", `=${arn}`, `2024-1=${arn},`])
    expect(ReceiptKeysSetting.safeParse(wrong).success).toBe(false);
});
