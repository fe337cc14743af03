import { generateKeyPairSync } from "node:crypto";
import * as z from "zod";
import { keptSecret } from "./kept-secret.ts";

const SigningKey = z.looseObject({
  kty: z.literal("RSA"),
  kid: z.string(),
  alg: z.string(),
  use: z.string(),
});
export type SigningKey = z.infer<typeof SigningKey>;

const makeKey = (): string => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return JSON.stringify({ ...privateKey.export({ format: "jwk" }), kid: "local", alg: "RS256", use: "sig" });
};

/** The key that the issuer signs with, kept in a file when one is given so that a restart is not another issuer. */
export const signingKey = (file: string | undefined): SigningKey =>
  SigningKey.parse(JSON.parse(keptSecret(file, makeKey)));
