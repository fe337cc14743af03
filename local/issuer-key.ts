import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";

const SigningKey = z.looseObject({
  kty: z.literal("RSA"),
  kid: z.string(),
  alg: z.string(),
  use: z.string(),
});
export type SigningKey = z.infer<typeof SigningKey>;

const makeKey = (): SigningKey => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return SigningKey.parse({
    ...privateKey.export({ format: "jwk" }),
    kid: "local",
    alg: "RS256",
    use: "sig",
  });
};

/** The key that the issuer signs with, kept in a file when one is given so that a restart is not another issuer. */
export const signingKey = (file: string | undefined): SigningKey => {
  if (file === undefined) return makeKey();
  if (existsSync(file)) return SigningKey.parse(JSON.parse(readFileSync(file, "utf8")));
  const key = makeKey();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(key), { mode: 0o600 });
  return key;
};
