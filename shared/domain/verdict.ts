import type { Receipt } from "./receipt.ts";

/** A receipt that is ours and unchanged, and the name of the key that signed it. */
export interface Ours {
  readonly verdict: "ours";
  readonly receipt: Receipt;
  readonly key: string;
}

/** What becomes of a signature that is said to be a receipt's. */
export type Verdict =
  | Ours
  /** It has the form of our receipts, but the signature is not over what it says now. */
  | { readonly verdict: "changed" }
  /** Signed with a key that is not, and has never been, one of ours. */
  | { readonly verdict: "unknown-key" }
  | { readonly verdict: "not-a-receipt" };

/** What becomes of whatever somebody shows us: of a whole file it is told too whether its answers are those that were received. */
export type Examined =
  | Exclude<Verdict, Ours>
  | { readonly verdict: "unsigned" }
  | (Ours & { readonly answers: "unchanged" | "changed" | "not-there" });
