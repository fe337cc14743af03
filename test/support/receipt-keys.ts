import { generateKeyPairSync } from "node:crypto";
import { openReceiptKeys, type ReceiptKey, type ReceiptKeys } from "#shared/signing/receipt-keys.ts";
import { kmsServer } from "../../local/kms/kms.ts";
import { addressOf, listen } from "../../local/listening.ts";

const everybodyMay = {
  refusal: () => undefined,
  mayCall: () => true,
  roleMay: () => true,
  knows: () => true,
  secretOf: () => undefined,
};

const region = "eu-north-1";
const account = "111122223333";
const keyOf = (name: string): ReceiptKey => ({ name, arn: `arn:aws:kms:${region}:${account}:key/${name}` });

/** The small KMS of the local runtime with a key for each name, and the way functions have to it. `outage.on` lets it be down. */
export const openTestKeys = async (...names: readonly [string, ...string[]]) => {
  const keys = names.map((name) => ({
    ...generateKeyPairSync("ec", { namedCurve: "P-256" }),
    id: name,
    description: `signs receipts, generation ${name}`,
    arn: keyOf(name).arn,
  }));
  const outage = { on: false };
  const server = kmsServer({ region, account, keys, permissions: everybodyMay, outage: () => outage.on });
  await listen(server);
  server.unref();
  process.env["AWS_ENDPOINT_URL_KMS"] = `http://${addressOf(server)}`;
  /** As they were when the generation `until` was the newest. */
  const keysUntil = (until: string): ReceiptKeys => {
    const [first, ...rest] = names.slice(0, names.indexOf(until) + 1).map(keyOf);
    return openReceiptKeys([first ?? keyOf(until), ...rest]);
  };
  return { keys: keysUntil(names.at(-1) ?? names[0]), keysUntil, outage };
};
