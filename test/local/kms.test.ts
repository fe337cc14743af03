import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import {
  DescribeKeyCommand,
  GetPublicKeyCommand,
  KMSClient,
  SignCommand,
  type SignCommandInput,
} from "@aws-sdk/client-kms";
import { describe, expect, onTestFinished, test } from "vitest";
import { openKeys } from "../../local/kms/keys.ts";
import { kmsServer } from "../../local/kms/kms.ts";
import { addressOf, listen } from "../../local/listening.ts";
import { credentialsOf, permissionsIn } from "../../local/permissions.ts";
import { functionOf, templateOf, temporaryFolder } from "./hand-made.ts";
import { roleFor } from "./small-service.ts";

const signingKey = { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" };
const arn = (id: string) => `arn:aws:kms:eu-north-1:000000000000:key/${id}`;
const first = arn("Intake-First");
const second = arn("Intake-Second");

const templateWith = (First: object, actions: readonly string[] = ["kms:Sign", "kms:GetPublicKey"]) => {
  const key = (Properties: object) => ({ Type: "AWS::KMS::Key", Properties });
  const Role = roleFor(actions, [first]);
  return templateOf({ Resources: { First: key(First), Second: key(signingKey), Role } });
};

interface Given {
  readonly actions?: readonly string[];
  readonly folder?: string;
  readonly outage?: boolean;
  readonly caller?: string;
}

/** A small KMS with two keys, and AWS's own client to it, who may use the first. */
const serve = async ({ actions, folder, outage = false, caller = "Signer" }: Given = {}) => {
  const template = templateWith(signingKey, actions);
  const permissions = permissionsIn(template, [functionOf("", { id: "Signer", role: "Intake-Role" })]);
  const { region, account } = template;
  const keys = openKeys(template, folder);
  const server = kmsServer({ region, account, keys, permissions, outage: () => outage });
  await listen(server);
  const endpoint = `http://${addressOf(server)}`;
  const client = new KMSClient({ region, endpoint, credentials: credentialsOf(caller), maxAttempts: 1 });
  onTestFinished(() => {
    client.destroy();
    server.closeAllConnections();
    server.close();
  });
  return client;
};

const receipt = Buffer.from("Kvittering på søknad");

const signing = (rest: Partial<SignCommandInput> = {}) =>
  new SignCommand({
    KeyId: first,
    Message: receipt,
    MessageType: "RAW",
    SigningAlgorithm: "ECDSA_SHA_256",
    ...rest,
  });

const publicKeyFrom = async (client: KMSClient, KeyId = first): Promise<KeyObject> => {
  const { PublicKey = new Uint8Array() } = await client.send(new GetPublicKeyCommand({ KeyId }));
  return createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" });
};

const isSignedBy = (key: KeyObject, signature: Uint8Array = new Uint8Array(), content = receipt): boolean =>
  verify("sha256", content, { key, dsaEncoding: "der" }, signature);

describe("KMS", () => {
  test("signs a message, as whoever has the public half can see", async () => {
    const client = await serve();
    const { Signature, ...rest } = await client.send(signing());
    expect(rest).toMatchObject({ KeyId: first, SigningAlgorithm: "ECDSA_SHA_256" });
    const key = await publicKeyFrom(client);
    expect(isSignedBy(key, Signature)).toBe(true);
    expect(isSignedBy(key, Signature, Buffer.from("Kvittering på noe annet"))).toBe(false);
  });

  test("tells what kind of key it is", async () => {
    const client = await serve();
    expect(await client.send(new GetPublicKeyCommand({ KeyId: first }))).toMatchObject({
      KeyId: first,
      KeySpec: "ECC_NIST_P256",
      KeyUsage: "SIGN_VERIFY",
      SigningAlgorithms: ["ECDSA_SHA_256"],
    });
    expect((await publicKeyFrom(client)).asymmetricKeyDetails).toEqual({ namedCurve: "prime256v1" });
  });

  test("knows a key by its bare id as by its ARN", async () => {
    const client = await serve();
    const { KeyId, Signature } = await client.send(signing({ KeyId: "Intake-First" }));
    expect(KeyId).toBe(first);
    expect(isSignedBy(await publicKeyFrom(client), Signature)).toBe(true);
  });

  test("has the same keys after a restart, each its own, where nobody else reads", async () => {
    const folder = path.join(temporaryFolder(), "keys");
    const { Signature } = await (await serve({ folder })).send(signing());
    const key = await publicKeyFrom(await serve({ folder }));
    expect(isSignedBy(key, Signature)).toBe(true);
    const files = readdirSync(folder);
    expect(files).toEqual(["Intake-First.pem", "Intake-Second.pem"]);
    for (const file of files) expect(statSync(path.join(folder, file)).mode & 0o777).toBe(0o600);
    const [one, another] = openKeys(templateWith(signingKey), folder);
    expect(one && another && one.publicKey.equals(another.publicKey)).toBe(false);
  });

  test("without a folder has others", async () => {
    const { Signature } = await (await serve()).send(signing());
    expect(isSignedBy(await publicKeyFrom(await serve()), Signature)).toBe(false);
  });
});

describe("KMS refuses", () => {
  const reading = new GetPublicKeyCommand({ KeyId: first });

  test("a role that may read a key but not sign with it, in IAM's words", async () => {
    const client = await serve({ actions: ["kms:GetPublicKey"] });
    await client.send(reading);
    await expect(client.send(signing())).rejects.toMatchObject({
      name: "AccessDeniedException",
      message: expect.stringContaining(`not authorized to perform: kms:Sign on resource: ${first}`),
    });
  });

  test("a role that may sign with a key but not read it", async () => {
    const client = await serve({ actions: ["kms:Sign"] });
    await client.send(signing());
    await expect(client.send(reading)).rejects.toMatchObject({ name: "AccessDeniedException" });
  });

  test("a role that may sign with another key only", async () => {
    const client = await serve();
    await expect(client.send(signing({ KeyId: second }))).rejects.toMatchObject({
      name: "AccessDeniedException",
    });
  });

  test.each(["Intake-Third", arn("Intake-Third"), arn("Intake-First").replace("north", "south")])(
    "the key %s that the template has not",
    async (KeyId) => {
      const client = await serve();
      await expect(client.send(signing({ KeyId }))).rejects.toMatchObject({
        name: "NotFoundException",
        message: expect.stringContaining(KeyId),
      });
    },
  );

  test("an algorithm that is not the key's", async () => {
    const client = await serve();
    await expect(client.send(signing({ SigningAlgorithm: "ECDSA_SHA_384" }))).rejects.toMatchObject({
      name: "InvalidKeyUsageException",
      message: "Algorithm ECDSA_SHA_384 is incompatible with key spec ECC_NIST_P256.",
    });
  });

  test.each([
    ["a digest", { MessageType: "DIGEST" }, "messages alone"],
    ["nothing", { Message: new Uint8Array() }, "1 to 4096 bytes"],
    ["more than KMS takes", { Message: new Uint8Array(4097) }, "1 to 4096 bytes"],
    ["what it has not learnt", { DryRun: true }, "DryRun"],
  ] as const)("%s", async (_, rest, reason) => {
    const client = await serve();
    await expect(client.send(signing(rest))).rejects.toMatchObject({
      name: "ValidationException",
      message: expect.stringContaining(reason),
    });
  });

  test("an operation that it does not know", async () => {
    const client = await serve();
    await expect(client.send(new DescribeKeyCommand({ KeyId: first }))).rejects.toMatchObject({
      name: "UnknownOperationException",
    });
  });

  test("a caller that is no function of the template", async () => {
    const client = await serve({ caller: "Stranger" });
    await expect(client.send(signing())).rejects.toMatchObject({ name: "UnrecognizedClientException" });
  });

  test("everything while it is down, as a fault of its own that may be tried again", async () => {
    const client = await serve({ outage: true });
    const fault = { name: "KMSInternalException", $fault: "server", $metadata: { httpStatusCode: 500 } };
    await expect(client.send(signing())).rejects.toMatchObject(fault);
    await expect(client.send(reading)).rejects.toMatchObject(fault);
  });

  test.each([
    ["SYMMETRIC_DEFAULT for ENCRYPT_DECRYPT", {}],
    ["ECC_NIST_P384 for SIGN_VERIFY", { ...signingKey, KeySpec: "ECC_NIST_P384" }],
    ["ECC_NIST_P256 for KEY_AGREEMENT", { ...signingKey, KeyUsage: "KEY_AGREEMENT" }],
  ])("to start with a key of %s", (kind, properties) => {
    expect(() => openKeys(templateWith(properties), undefined)).toThrow(`but First is of ${kind}`);
  });
});
