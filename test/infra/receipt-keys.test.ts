import { expect, test } from "vitest";
import * as z from "zod";
import { aStack } from "./a-stack.ts";
import { allOf, functionNamed, permissionsOf, statementsByRole, written } from "./reading.ts";

const before = aStack();
const rotated = aStack({ signingKeys: ["2024-1", "2025-1"] });

test("each name is a key that signs by ES256 and outlives the stack", () => {
  const keys = allOf(rotated, "AWS::KMS::Key");
  expect(keys.map(({ properties }) => properties["Description"])).toEqual([
    "Opptak-demo: signs receipts, generation 2024-1",
    "Opptak-demo: signs receipts, generation 2025-1",
  ]);
  for (const { properties, resource } of keys) {
    expect(properties).toMatchObject({ KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" });
    expect(resource).toMatchObject({ DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
  }
});

test("its alias stays too, so that no other key can take its name", () => {
  const aliases = allOf(rotated, "AWS::KMS::Alias");
  expect(
    aliases.map(({ properties }) => [properties["AliasName"], written(properties["TargetKeyId"])]),
  ).toEqual([
    ["alias/Opptak-demo/receipts/2024-1", "ReceiptKeys20241.Arn"],
    ["alias/Opptak-demo/receipts/2025-1", "ReceiptKeys20251.Arn"],
  ]);
  for (const { resource } of aliases)
    expect(resource).toMatchObject({ DeletionPolicy: "RetainExceptOnCreate", UpdateReplacePolicy: "Retain" });
});

const KeyPolicy = z.object({ Statement: z.array(z.object({ Effect: z.string(), Principal: z.unknown() })) });

test("who may use a key is for the account's IAM to say, and for nobody else", () => {
  for (const { properties } of allOf(rotated, "AWS::KMS::Key")) {
    const [statement, another] = KeyPolicy.parse(properties["KeyPolicy"]).Statement;
    expect(another).toBeUndefined();
    const { AWS } = z.object({ AWS: z.unknown() }).parse(statement?.Principal);
    expect(written(AWS)).toBe("arn:AWS::Partition:iam::AWS::AccountId:root");
  }
});

test("another name is another key, and the one before is the same as it was", () => {
  const idsIn = (template: typeof before) => allOf(template, "AWS::KMS::Key").map(({ id }) => id);
  expect(idsIn(rotated).slice(0, -1)).toEqual(idsIn(before));
});

const keysFor = (name: "call-pages" | "submission" | "deadline-enforcement") => ({
  told: written(functionNamed(rotated, name).environment["RECEIPT_KEYS"]),
  may: permissionsOf(rotated, name).filter((line) => line.startsWith("kms:")),
});
const told = "2024-1=ReceiptKeys20241.Arn,2025-1=ReceiptKeys20251.Arn";

test.for(["submission", "deadline-enforcement"] as const)("%s signs with the last key alone", (name) => {
  expect(keysFor(name)).toEqual({ told, may: ["kms:Sign on ReceiptKeys20251.Arn"] });
});

test("call-pages reads the public half of every key", () => {
  const may = ["kms:GetPublicKey on ReceiptKeys20241.Arn", "kms:GetPublicKey on ReceiptKeys20251.Arn"];
  expect(keysFor("call-pages")).toEqual({ told, may });
});

test("nobody else may do anything with a key", () => {
  const actions = [...statementsByRole(rotated).values()].flat().flatMap(({ Action }) => Action);
  expect(actions.filter((action) => action.startsWith("kms:")).sort()).toEqual([
    "kms:GetPublicKey",
    "kms:Sign",
    "kms:Sign",
  ]);
});
