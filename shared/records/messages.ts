import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { ApplicationId } from "#shared/domain/application.ts";
import type { CallId } from "#shared/domain/call.ts";
import { Message, type MessageId } from "#shared/domain/message.ts";
import type { RegistrationId } from "#shared/domain/registration.ts";
import type { Instant } from "#shared/domain/time.ts";
import { readAll, readItem } from "./reads.ts";
import { type Item, ifItHolds, type Table } from "./table.ts";
import { dueKeys, keys, ownerKeys, timeSort, upTo } from "./table-keys.ts";
import { absent, put } from "./writes.ts";

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

/** Messages whose time has come: owed, or taken on by somebody whose time has run out. Those that have waited longest first. One that cannot be read is told of and never stops the others. */
export const messagesDue = async (
  table: Table,
  at: Instant,
  limit = 500,
  tellUnreadable: (key: string) => void = () => {},
): Promise<Message[]> => {
  const items = await readAll(table, {
    index: "byDue",
    key: dueKeys.messages,
    sort: { upTo: upTo(at) },
    limit,
  });
  return items.flatMap((item) => {
    const message = Message.safeParse(item);
    if (!message.success) tellUnreadable(String(item["pk"]));
    return message.success ? [message.data] : [];
  });
};

export const findMessage = async (table: Table, id: MessageId): Promise<Message | undefined> => {
  const item = await readItem(table, keys.message(id));
  return item && Message.parse(item);
};

const messagesAbout = async (table: Table, key: string): Promise<Message[]> => {
  const items = await readAll(table, { index: "byOwner", key });
  return items.map((item) => Message.parse(item));
};

/** All messages about an application, the first first. */
export const messagesOf = (table: Table, id: ApplicationId): Promise<Message[]> =>
  messagesAbout(table, ownerKeys.application(id));

/** All messages about a registration, the first first. */
export const messagesOfRegistration = (
  table: Table,
  webinarId: string,
  id: RegistrationId,
): Promise<Message[]> => messagesAbout(table, ownerKeys.registration(webinarId, id));

/** The messages to the staff of a call, the first first. */
export const messagesOfCall = (table: Table, id: CallId): Promise<Message[]> =>
  messagesAbout(table, ownerKeys.call(id));
