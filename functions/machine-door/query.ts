import * as z from "zod";
import type { CallId } from "#shared/domain/call.ts";
import type { Listed } from "#shared/domain/entries.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { accept, type Result, refuse } from "#shared/domain/result.ts";
import { type Instant, InstantText } from "#shared/domain/time.ts";

/** What a cursor belongs to: elsewhere it means nothing. */
export interface Followed {
  readonly callId: CallId;
  readonly listed: Listed;
}

/** The number of a change, as a word that case systems keep and do not read. */
export const cursorOf = ({ callId, listed }: Followed, number: number): string =>
  Buffer.from(`${listed} ${callId} ${number}`).toString("base64url");

const readCursor = ({ callId, listed }: Followed, cursor: string): number | undefined => {
  const [kind, call, number = "", ...more] = Buffer.from(cursor, "base64url").toString("utf8").split(" ");
  const isOurs = kind === listed && call === callId && more.length === 0;
  return isOurs && /^\d{1,12}$/.test(number) ? Number(number) : undefined;
};

const Query = z.strictObject({
  changedSince: z.optional(InstantText),
  after: z.optional(z.string()),
  limit: z
    .stringFormat("limit", /^([1-9]\d?|100)$/)
    .transform(Number)
    .default(50),
  lang: z.optional(z.string()),
});

export interface Wanted {
  readonly from: { readonly since: Instant } | { readonly after: number };
  readonly limit: number;
}

/** From where on, and how much at a time; refused with the name of what cannot be understood. */
export const readQuery = (
  query: Readonly<Record<string, string>>,
  followed: Followed,
): Result<Wanted, Refusal> => {
  const bad = (parameter: string) => refuse({ reason: "bad-parameter", parameter } as const);
  const parsed = Query.safeParse(query);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const [unknown = ""] = issue?.code === "unrecognized_keys" ? issue.keys : [];
    return bad(String(issue?.path[0] ?? unknown));
  }
  const { changedSince, after, limit } = parsed.data;
  if (after === undefined)
    return accept({ from: changedSince ? { since: changedSince } : { after: 0 }, limit });
  if (changedSince) return bad("changedSince");
  const number = readCursor(followed, after);
  return number === undefined ? bad("after") : accept({ from: { after: number }, limit });
};
