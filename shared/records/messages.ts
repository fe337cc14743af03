import { PutItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { ApplicationId } from "#shared/domain/application.ts";
import type { CallId } from "#shared/domain/call.ts";
import { mustGoFirst } from "#shared/domain/deletion.ts";
import { Message, type MessageId } from "#shared/domain/message.ts";
import type { RegistrationId } from "#shared/domain/registration.ts";
import type { Instant } from "#shared/domain/time.ts";
import { dueKeys, ownerKeys } from "./index-keys.ts";
import { countAll, readAll, readItem } from "./reads.ts";
import { timeSort, upTo } from "./sort-keys.ts";
import { type Item, ifItHolds, type Table } from "./table.ts";
import { type Key, Keyed, keys } from "./table-keys.ts";
import { absent, put, update } from "./writes.ts";

const dueOf = (message: Message): Item =>
  message.state === "owed"
    ? { dueKey: dueKeys.messages, dueSort: timeSort(message.dueAt ?? message.owedAt, message.id) }
    : {};

/** The put that owes a message; goes into the transaction that accepts what the message confirms. The same one is never owed twice. */
export const messagePut = (table: Table, message: Message, ownerKey: string) =>
  put(
    table,
    {
      ...z.encode(Message, message),
      ...keys.message(message.id),
      item: "message",
      ownerKey,
      ownerSort: timeSort(message.owedAt, message.id),
      ...dueOf(message),
    },
    absent,
  );

/** Owes a message by itself, once: whatever became of an earlier one with this id, it stays as it is. */
export const oweOnce = async (table: Table, message: Message, ownerKey: string): Promise<void> => {
  await ifItHolds(() => table.client.send(new PutItemCommand(messagePut(table, message, ownerKey))));
};

/** Told of each message that cannot be read. */
type Aside = (key: Key) => Promise<void> | void;

/** Those that can be read, in order. One that cannot is handed to `aside`, and never stops the others. */
const readable = async (items: readonly Item[], aside: Aside = () => {}): Promise<Message[]> => {
  const messages: Message[] = [];
  for (const item of items) {
    const message = Message.safeParse(item);
    if (message.success) messages.push(message.data);
    else await aside(Keyed.parse(item));
  }
  return messages;
};

/** Messages whose time has come: owed, or taken on by somebody whose time has run out. Those that have waited longest first. */
export const messagesDue = async (
  table: Table,
  at: Instant,
  limit = 500,
  aside?: Aside,
): Promise<Message[]> => {
  const items = await readAll(table, {
    index: "byDue",
    key: dueKeys.messages,
    sort: { upTo: upTo(at) },
    limit,
  });
  return readable(items, aside);
};

/** Lets a message that nobody can read wait elsewhere than at the head of the queue. Nothing else of it is changed: it is owed still, for whoever mends it. */
export const putOffUnread = async (
  table: Table,
  key: Key,
  { at, until }: { readonly at: Instant; readonly until: Instant },
): Promise<void> => {
  const later = { text: "SET #dueSort = :later", values: { later: timeSort(until, key.pk) } };
  const isDue = { text: "#dueSort <= :at", values: { at: upTo(at) } };
  await ifItHolds(() => table.client.send(new UpdateItemCommand(update(table, key, later, isDue))));
};

export const findMessage = async (table: Table, id: MessageId): Promise<Message | undefined> => {
  const item = await readItem(table, keys.message(id));
  return item && Message.parse(item);
};

const messagesAbout = async (table: Table, key: string, aside?: Aside): Promise<Message[]> =>
  readable(await readAll(table, { index: "byOwner", key }), aside);

const cameBy = (key: string, until: Instant) =>
  ({ index: "byOwner", key, sort: { upTo: upTo(until) } }) as const;

/** Those about one thing that were owed by then and can be read, the first first. */
export const messagesOwedBy = async (table: Table, ownerKey: string, until: Instant): Promise<Message[]> =>
  readable(await readAll(table, cameBy(ownerKey, until)));

/** How many there are of them, also such as cannot be read. */
export const countMessages = (table: Table, ownerKey: string, until: Instant): Promise<number> =>
  countAll(table, cameBy(ownerKey, until));

/** Gathers the ids of messages that cannot be read; `keep` is for whoever reads them. */
export const gatherUnreadable = (): { readonly ids: readonly string[]; readonly keep: Aside } => {
  const ids: string[] = [];
  return { ids, keep: ({ pk }) => void ids.push(pk.slice(pk.indexOf("#") + 1)) };
};

/** Whether one of these messages confirms something and is on its way yet: it is to go before what it confirms is deleted. */
export const isMailOnItsWay = (items: readonly Item[]): boolean =>
  items.some((item) => {
    const message = Message.safeParse(item);
    return message.success && mustGoFirst(message.data);
  });

/** The same of all messages about one thing. */
export const mailMustGoFirst = async (table: Table, ownerKey: string): Promise<boolean> =>
  isMailOnItsWay(await readAll(table, { index: "byOwner", key: ownerKey }));

/** All messages about an application, the first first. */
export const messagesOf = (table: Table, id: ApplicationId, aside?: Aside): Promise<Message[]> =>
  messagesAbout(table, ownerKeys.application(id), aside);

/** All messages about a registration, the first first. */
export const messagesOfRegistration = (
  table: Table,
  webinarId: string,
  id: RegistrationId,
  aside?: Aside,
): Promise<Message[]> => messagesAbout(table, ownerKeys.registration(webinarId, id), aside);

/** The messages to the staff of a call, the first first. */
export const messagesOfCall = (table: Table, id: CallId, aside?: Aside): Promise<Message[]> =>
  messagesAbout(table, ownerKeys.call(id), aside);

/** What staff have mailed themselves to see how circulars look, the first first. */
export const circularTrialsOf = (table: Table, id: CallId): Promise<Message[]> =>
  messagesAbout(table, ownerKeys.circularTrials(id));
