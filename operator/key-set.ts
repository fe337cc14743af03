import { readFile } from "node:fs/promises";
import type { JSONWebKeySet } from "jose";
import * as z from "zod";
import { CannotRead } from "./source.ts";

const KeySet = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1) });

const textOf = async (from: string): Promise<string> => {
  if (!/^https?:/.test(from)) return readFile(from, "utf8");
  const answer = await fetch(from);
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.text();
};

/** The public keys of receipts, from a file or an address. */
export const readKeySet = async (from: string): Promise<JSONWebKeySet> => {
  const text = await textOf(from).catch((error: unknown) => {
    throw new CannotRead(
      `The keys cannot be read from ${from}: ${error instanceof Error ? error.message : ""}.`,
    );
  });
  try {
    return KeySet.parse(JSON.parse(text));
  } catch {
    throw new CannotRead(`What is at ${from} is not a JWK Set with keys in it.`);
  }
};
