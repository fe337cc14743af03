import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import path from "node:path";
import * as z from "zod";
import { keptSecret } from "../kept-secret.ts";
import type { Resource, Template } from "../template.ts";

/** A key of the template: ECC_NIST_P256, to sign and verify. */
export interface LocalKey {
  readonly id: string;
  readonly arn: string;
  readonly description: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const Properties = z.object({
  KeySpec: z.string().default("SYMMETRIC_DEFAULT"),
  KeyUsage: z.string().default("ENCRYPT_DECRYPT"),
  Description: z.string().default(""),
});

const makeKey = (): string => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return privateKey.export({ format: "pem", type: "pkcs8" }).toString();
};

const readProperties = ({ id, properties }: Resource) => {
  const read = Properties.parse(properties);
  if (read.KeySpec === "ECC_NIST_P256" && read.KeyUsage === "SIGN_VERIFY") return read;
  throw new Error(
    `the local runtime's KMS has keys of ECC_NIST_P256 for SIGN_VERIFY and no others, but ${id} is of ${read.KeySpec} for ${read.KeyUsage}`,
  );
};

/** The template's keys; what is secret in them is kept in the folder, or in memory when there is none. */
export const openKeys = (template: Template, folder: string | undefined): readonly LocalKey[] =>
  template.resources("AWS::KMS::Key").map((resource) => {
    const { Description: description } = readProperties(resource);
    const id = template.name(resource.id);
    const file = folder === undefined ? undefined : path.join(folder, `${id}.pem`);
    const privateKey = createPrivateKey(keptSecret(file, makeKey));
    const arn = template.attribute(resource.id, "Arn");
    return { id, arn, description, privateKey, publicKey: createPublicKey(privateKey) };
  });
