import * as z from "zod";

/** Crockford's base 32 without its Z: no I, L, O or U, so that it can be read aloud; 31 characters, a prime, for the check. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXY";

/** `NIC24-7KQ2-M9XD`: seven random characters (34 bits) and a check character. */
export const Reference = z
  .string()
  .regex(/^[A-Z0-9]{3,8}-[0-9A-HJKMNP-TV-Y]{4}-[0-9A-HJKMNP-TV-Y]{4}$/)
  .refine((reference) => hasRightCheck(reference))
  .brand<"Reference">();
export type Reference = z.infer<typeof Reference>;

/** Weighted sum modulo a prime: every single wrong character and every swap of two neighbours changes it. */
const checkOf = (characters: string): string =>
  alphabet[
    [...characters].reduce((sum, character, i) => sum + (i + 1) * alphabet.indexOf(character), 0) % 31
  ] ?? "";

const hasRightCheck = (reference: string): boolean => {
  const [, first = "", second = ""] = reference.split("-");
  return checkOf(first + second.slice(0, 3)) === second[3];
};

/** Makes a reference from random bytes (seven are used). Being random it cannot be guessed; being stored under its own key it is never given twice. */
export const makeReference = (prefix: string, random: Uint8Array): Reference => {
  const body = [...random.slice(0, 7)].map((byte) => alphabet[byte % alphabet.length]).join("");
  return Reference.parse(`${prefix}-${body.slice(0, 4)}-${body.slice(4)}${checkOf(body)}`);
};

/** Reads what a person typed or said: spaces, dashes of any sort, small letters, O for 0, I and L for 1. */
export const readReference = (typed: string): Reference | undefined => {
  const [prefix = "", ...rest] = typed
    .trim()
    .toUpperCase()
    .split(/[\s\p{Dash}]+/u);
  const body = rest.join("").replaceAll("O", "0").replace(/[IL]/g, "1");
  const read = Reference.safeParse(`${prefix}-${body.slice(0, 4)}-${body.slice(4)}`);
  return read.success ? read.data : undefined;
};
