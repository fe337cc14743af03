// What somebody shows us, and what we have to say about it.
import type { JSONWebKeySet } from "jose";
import * as z from "zod";
import { canonicalJson, sha256 } from "#shared/domain/digest.ts";
import { Receipt, receiptText } from "#shared/domain/receipt.ts";
import { InstantText, readZoned } from "#shared/domain/time.ts";
import type { Examined } from "#shared/domain/verdict.ts";
import { verifyReceipt } from "./verify.ts";

/** Our own file (receipt.json), as far as it may say something else than the receipt in it. */
const ReceiptFile = z.looseObject({
  jws: z.string().optional(),
  receipt: z.unknown().optional(),
  answers: z.unknown().optional(),
});
type ReceiptFile = z.infer<typeof ReceiptFile>;

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A signature may be copied from a PDF or a mail, which cut its lines. */
const fileIn = (shown: unknown): ReceiptFile | undefined => {
  if (typeof shown !== "string") return ReceiptFile.safeParse(shown).data;
  const text = shown.trim();
  return text.startsWith("{") ? ReceiptFile.safeParse(json(text)).data : { jws: text.replace(/\s+/g, "") };
};

const digestOf = (answers: unknown): string | undefined => {
  try {
    return sha256(canonicalJson(answers));
  } catch {
    // Nested deeper than anything of ours.
    return undefined;
  }
};

const isSameMoment = (told: unknown, zoned: string): boolean => {
  const read = InstantText.safeParse(told);
  return read.success && read.data.equals(readZoned(zoned).at);
};

const plainFacts = ["reference", "number", "call", "level", "formVersion", "digest"] as const;
const moments = ["receivedAt", "deadline"] as const;

/** Whether all that the file says of the receipt is what the receipt says. What it leaves out is no lie. */
const agrees = (file: ReceiptFile, receipt: Receipt): boolean => {
  const copy = file.receipt === undefined ? receipt : Receipt.safeParse(file.receipt).data;
  return (
    copy !== undefined &&
    receiptText(copy) === receiptText(receipt) &&
    plainFacts.every((name) => file[name] === undefined || file[name] === receipt[name]) &&
    moments.every((name) => file[name] === undefined || isSameMoment(file[name], receipt[name]))
  );
};

const examineFile = async (file: ReceiptFile, keys: JSONWebKeySet): Promise<Examined> => {
  if (file.jws === undefined) return { verdict: file.receipt === undefined ? "not-a-receipt" : "unsigned" };
  const verified = await verifyReceipt(file.jws, keys);
  if (verified.verdict !== "ours") return verified;
  if (!agrees(file, verified.receipt)) return { verdict: "changed" };
  if (file.answers === undefined) return { ...verified, answers: "not-there" };
  const isSame = digestOf(file.answers) === verified.receipt.digest;
  return { ...verified, answers: isSame ? "unchanged" : "changed" };
};

/** Judges a signature (a compact JWS) or our whole file, as text or read already, with nothing but the public keys. */
export const examine = async (shown: unknown, keys: JSONWebKeySet): Promise<Examined> => {
  const file = fileIn(shown);
  return file ? examineFile(file, keys) : { verdict: "not-a-receipt" };
};
