import { DeleteItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { Session } from "#shared/domain/person.ts";
import { Language } from "#shared/domain/text.ts";
import { type Instant, InstantText, isAfter } from "#shared/domain/time.ts";
import { readItem } from "./reads.ts";
import { decode, encode, type Item, ifItHolds, type Table, untilFree } from "./table.ts";
import { type Key, keys, timeToLiveAttribute } from "./table-keys.ts";
import { check, present } from "./writes.ts";

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
const keep = async (table: Table, item: Item, expiresAt: Instant): Promise<void> => {
  const ttl = { [timeToLiveAttribute]: Math.ceil(expiresAt.epochMilliseconds / 1000) };
  const command = new PutItemCommand({ TableName: table.name, Item: encode({ ...item, ...ttl }) });
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

export const keepSession = (table: Table, hash: string, session: Session): Promise<void> =>
  keep(table, { ...z.encode(Session, session), ...keys.session(hash), item: "session" }, session.expiresAt);

export const findSession = async (table: Table, hash: string, at: Instant): Promise<Session | undefined> => {
  const item = await readItem(table, keys.session(hash));
  return item && unlessExpired(Session.parse(item), at);
};

export const endSession = async (table: Table, hash: string): Promise<void> => {
  await take(table, keys.session(hash));
};

export const keepSignIn = (table: Table, stateHash: string, signIn: SignIn): Promise<void> =>
  keep(table, { ...z.encode(SignIn, signIn), ...keys.signIn(stateHash), item: "sign-in" }, signIn.expiresAt);

/** Works once for each state. */
export const takeSignIn = async (
  table: Table,
  stateHash: string,
  at: Instant,
): Promise<SignIn | undefined> => {
  const item = await take(table, keys.signIn(stateHash));
  return item && unlessExpired(SignIn.parse(item), at);
};
