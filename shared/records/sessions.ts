import { DeleteItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { prolonged, Session } from "#shared/domain/session.ts";
import { Language } from "#shared/domain/text.ts";
import { type Instant, InstantText, isAfter } from "#shared/domain/time.ts";
import { readItem } from "./reads.ts";
import { decode, type Item, ifItHolds, type Table, untilFree } from "./table.ts";
import { type Key, keys } from "./table-keys.ts";
import { timeToLive } from "./time-to-live.ts";
import { check, present, put } from "./writes.ts";

/** What must be remembered between leaving for the sign-in service and coming back. */
export const SignIn = z.object({
  verifier: z.string(),
  nonce: z.string(),
  /** SHA-256 of what the browser holds, so that nobody comes back in another's place. */
  browserHash: z.string(),
  /** Where to go afterwards: a path of ours. */
  to: z.string(),
  language: Language,
  expiresAt: InstantText,
});
export type SignIn = z.infer<typeof SignIn>;

/** DynamoDB removes expired items some day; whether one still counts is decided when it is read. */
const removedAfter = timeToLive;

const keep = async (table: Table, item: Item): Promise<void> => {
  const command = new PutItemCommand(put(table, item));
  await untilFree(() => table.client.send(command));
};

/** The item that was there. Of several who take it at once one gets it; DynamoDB Local keeps that only for a delete with a condition. */
const take = async (table: Table, key: Key): Promise<Item | undefined> => {
  const command = new DeleteItemCommand({ ...check(table, key, present), ReturnValues: "ALL_OLD" });
  const answer = await ifItHolds(() => table.client.send(command));
  return answer?.Attributes && decode(answer.Attributes);
};

const unlessExpired = <Kept extends { readonly expiresAt: Instant }>(kept: Kept, at: Instant) =>
  isAfter(kept.expiresAt, at) ? kept : undefined;

const sessionItem = (hash: string, session: Session): Item => ({
  ...z.encode(Session, session),
  ...keys.session(hash),
  item: "session",
  ...removedAfter(session.expiresAt),
});

export const keepSession = (table: Table, hash: string, session: Session): Promise<void> =>
  keep(table, sessionItem(hash, session));

export const findSession = async (table: Table, hash: string, at: Instant): Promise<Session | undefined> => {
  const item = await readItem(table, keys.session(hash));
  return item && unlessExpired(Session.parse(item), at);
};

/** The session of one who is using it, prolonged now and then. One that was ended meanwhile stays ended. */
export const followSession = async (
  table: Table,
  hash: string,
  at: Instant,
): Promise<Session | undefined> => {
  const session = await findSession(table, hash, at);
  const longer = session && prolonged(session, at);
  if (!longer) return session;
  const command = new PutItemCommand(put(table, sessionItem(hash, longer), present));
  return (await ifItHolds(() => table.client.send(command))) && longer;
};

export const endSession = async (table: Table, hash: string): Promise<void> => {
  await take(table, keys.session(hash));
};

export const keepSignIn = (table: Table, stateHash: string, signIn: SignIn): Promise<void> =>
  keep(table, {
    ...z.encode(SignIn, signIn),
    ...keys.signIn(stateHash),
    item: "sign-in",
    ...removedAfter(signIn.expiresAt),
  });

/** Works once for each state. */
export const takeSignIn = async (
  table: Table,
  stateHash: string,
  at: Instant,
): Promise<SignIn | undefined> => {
  const item = await take(table, keys.signIn(stateHash));
  return item && unlessExpired(SignIn.parse(item), at);
};
