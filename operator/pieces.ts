import type { JSONWebKeySet } from "jose";
import * as z from "zod";
import { Application, Submission } from "#shared/domain/application.ts";
import { Link } from "#shared/domain/history.ts";
import { sealOf } from "#shared/domain/receipt.ts";
import { type Copy, copyOf, type JudgedReceipt, type Kept, type Signature } from "#shared/domain/stored.ts";
import { listedUnder } from "#shared/records/applications.ts";
import { KeptReceipt } from "#shared/records/receipts.ts";
import { sortPrefixes } from "#shared/records/sort-keys.ts";
import type { Item } from "#shared/records/table.ts";
import { partitionPrefixes } from "#shared/records/table-keys.ts";
import { verifyReceipt } from "#shared/signing/verify.ts";

/** An item, as much of it as an audit needs. */
export type Piece =
  | {
      readonly kind: "application";
      readonly is: Application | undefined;
      readonly reference: unknown;
      /** Whether lists find it where they look. */
      readonly isListed: boolean;
    }
  | ({ readonly kind: "event" } & Kept<Link>)
  | ({ readonly kind: "submission" } & Kept<Copy>)
  | ({ readonly kind: "receipt" } & Kept<JudgedReceipt>)
  | { readonly kind: "reference"; readonly leadsTo: string }
  | { readonly kind: "deletion"; readonly reference: string };

/** What is read, or nothing when the item is not what it should be. */
const readable = <Value>(read: () => Value): Value | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

/** The number in a sort key: 0 when it has not just so many digits as its kind is written with. */
const numberIn = (sort: string, prefix: string, digits: number): number => {
  const text = sort.slice(prefix.length);
  return /^\d+$/.test(text) && String(Number(text)).padStart(digits, "0") === text ? Number(text) : 0;
};

const applicationPiece = (item: Item): Piece => {
  const application = readable(() => Application.parse(item));
  const isItself = application && item["pk"] === `${partitionPrefixes.application}${application.id}`;
  const isListed =
    application !== undefined &&
    Object.entries(listedUnder(application)).every(([name, key]) => item[name] === key);
  const is = isItself ? application : undefined;
  return { kind: "application", is, reference: item["reference"], isListed };
};

const signatureOf = async (
  { receipt, jws }: KeptReceipt,
  keySet: JSONWebKeySet | undefined,
): Promise<Signature> => {
  if (jws === undefined) return "none";
  if (!keySet) return "not-checked";
  const judged = await verifyReceipt(jws, keySet);
  if (judged.verdict === "unknown-key") return "unknown-key";
  return judged.verdict === "ours" && sealOf(judged.receipt) === sealOf(receipt) ? "valid" : "not-valid";
};

const receiptOf = async (item: Item, keySet: JSONWebKeySet | undefined) => {
  const kept = readable(() => KeptReceipt.parse(item));
  return kept && { receipt: kept.receipt, signature: await signatureOf(kept, keySet) };
};

const copyIn = (item: Item): Copy | undefined => readable(() => copyOf(Submission.parse(item)));

const ofApplication = async (
  item: Item,
  sort: string,
  keySet: JSONWebKeySet | undefined,
): Promise<Piece | undefined> => {
  const { event, submission, receipt } = sortPrefixes;
  if (sort === "APPLICATION") return applicationPiece(item);
  if (sort.startsWith(event))
    return { kind: "event", number: numberIn(sort, event, 6), is: readable(() => Link.parse(item)) };
  if (sort.startsWith(submission))
    return { kind: "submission", number: numberIn(sort, submission, 3), is: copyIn(item) };
  if (sort.startsWith(receipt))
    return { kind: "receipt", number: numberIn(sort, receipt, 3), is: await receiptOf(item, keySet) };
  return undefined;
};

const Deletion = z.object({ what: z.literal("application-deleted"), detail: z.string() });

/** What an item is, or nothing when it is none that is audited. Signatures are only checked when there are keys. */
export const readPiece = async (
  item: Item,
  keySet: JSONWebKeySet | undefined,
): Promise<Piece | undefined> => {
  const [partition, sort] = [String(item["pk"]), String(item["sk"])];
  if (partition.startsWith(partitionPrefixes.application)) return ofApplication(item, sort, keySet);
  if (partition.startsWith(partitionPrefixes.reference))
    return { kind: "reference", leadsTo: String(item["applicationId"]) };
  if (!partition.startsWith(partitionPrefixes.call)) return undefined;
  const deletion = readable(() => Deletion.parse(item));
  return deletion && { kind: "deletion", reference: deletion.detail.split(" ")[0] ?? "" };
};
