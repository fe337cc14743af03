import { generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { exportJWK, type JSONWebKeySet } from "jose";
import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { canonicalJson } from "#shared/domain/digest.ts";
import { receiptOf, receiptText } from "#shared/domain/receipt.ts";
import { InstantText } from "#shared/domain/time.ts";
import { fixedLength } from "#shared/signing/ecdsa.ts";
import { examine } from "#shared/signing/examine.ts";
import { anApplication, aSubmission } from "../support/builders.ts";

const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const keys: JSONWebKeySet = { keys: [{ ...(await exportJWK(publicKey)), kid: "2024-1", alg: "ES256" }] };
const encode = (text: string) => Buffer.from(text).toString("base64url");

const application = anApplication();
const submission = aSubmission(application, {
  answers: { applicant: { organisation: "Bjørn & Søn", years: 3.5, members: [{ id: "a" }, { id: "b" }] } },
});
const receipt = receiptOf(nic2024.call, application, submission);
const signedText = `${encode(JSON.stringify({ alg: "ES256", kid: "2024-1" }))}.${encode(receiptText(receipt))}`;
const jws = `${signedText}.${fixedLength(sign("sha256", Buffer.from(signedText), privateKey)).toString("base64url")}`;

const file = {
  reference: receipt.reference,
  number: receipt.number,
  call: receipt.call,
  level: receipt.level,
  state: "submitted",
  receivedAt: InstantText.encode(submission.receivedAt),
  deadline: InstantText.encode(submission.deadline),
  formVersion: receipt.formVersion,
  digest: receipt.digest,
  answers: submission.answers,
  receipt,
  jws,
};
const ours = { verdict: "ours", receipt, key: "2024-1" };

describe("what is shown", () => {
  test("may be the signature alone, however it was cut into lines", async () => {
    const pieces = fc.array(fc.constantFrom("", "\n", "\r\n  ", "\t"), { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(pieces, async (between) => {
        const cut = between.map((gap, i) => jws.slice(i * 100, (i + 1) * 100) + gap).join("");
        expect(await examine(`\ufeff ${cut}`, keys)).toEqual({ ...ours, answers: "not-there" });
      }),
      { numRuns: 20 },
    );
  });

  test("may be our whole file, written in whatever way, or read already", async () => {
    const unchanged = { ...ours, answers: "unchanged" };
    expect(await examine(JSON.stringify(file), keys)).toEqual(unchanged);
    expect(await examine(`${JSON.stringify(file, undefined, 2)}\r\n`, keys)).toEqual(unchanged);
    const turned = Object.fromEntries(Object.entries(file).reverse());
    expect(await examine(canonicalJson(turned), keys)).toEqual(unchanged);
    expect(await examine(file, keys)).toEqual(unchanged);
  });

  test.for(["", "hello", "{", "{}", "[]", '{"jws":5}', '{"jws":"a.b.c"}', "{".repeat(100_000), "%PDF-1.7"])(
    "is no receipt when it is %s",
    async (text) => {
      expect(await examine(text, keys)).toEqual({ verdict: "not-a-receipt" });
    },
  );

  test.for([null, undefined, 5, [], {}])("is no receipt when a program sends %j", async (shown) => {
    expect(await examine(shown, keys)).toEqual({ verdict: "not-a-receipt" });
  });

  test("is unsigned when it was taken before the signature came", async () => {
    const { jws: _, ...before } = file;
    expect(await examine(JSON.stringify(before), keys)).toEqual({ verdict: "unsigned" });
  });
});

describe("in our file", () => {
  test.for([
    [
      "an answer",
      { applicant: { ...Object(submission.answers["applicant"]), organisation: "Bjørn & Sønn" } },
    ],
    ["one more", { ...submission.answers, more: "" }],
    ["none", {}],
    ["no object", "svar"],
  ] as const)("other answers are told of: %s", async ([, answers]) => {
    const told = await examine(JSON.stringify({ ...file, answers }), keys);
    expect(told).toEqual({ ...ours, answers: "changed" });
  });

  test("answers nested deeper than any of ours are others, and break nothing", async () => {
    const deep = `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`;
    const text = JSON.stringify({ ...file, answers: "deep" }).replace('"deep"', deep);
    expect(await examine(text, keys)).toEqual({ ...ours, answers: "changed" });
  });

  test.for([
    ["receivedAt", "2024-06-20T11:59:59.999Z"],
    ["deadline", "2024-06-30T14:00:00.000Z"],
    ["receivedAt", "i går"],
    ["reference", "NIC24-0000-0000"],
    ["number", 2],
    ["level", "impact"],
    ["digest", "0".repeat(64)],
    ["receipt", { ...receipt, receivedAt: "2024-06-19T12:00:00.000+02:00[Europe/Oslo]" }],
    ["receipt", "mottatt"],
  ] as const)("another %s than was signed is a change", async ([name, value]) => {
    expect(await examine({ ...file, [name]: value }, keys)).toEqual({ verdict: "changed" });
  });

  test("what it leaves out is no lie, nor is what a receipt does not vouch for", async () => {
    expect(await examine({ jws, answers: submission.answers, state: "withdrawn" }, keys)).toEqual({
      ...ours,
      answers: "unchanged",
    });
  });
});
