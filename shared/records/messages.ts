import { PutItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { ApplicationId } from "#shared/domain/application.ts";
import type { CallId } from "#shared/domain/call.ts";
import { Message, MessageContent, type MessageId } from "#shared/domain/message.ts";
import { type Instant, InstantText } from "#shared/domain/time.ts";
import { readAll, readItem } from "./reads.ts";
import { decode, type Item, ifItHolds, type Table } from "./table.ts";
import { dueKeys, keys, ownerKeys, timeSort, upTo } from "./table-keys.ts";
import { absent, type Expression, present, put, update } from "./writes.ts";

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

const change = async (
  table: Table,
  id: MessageId,
  how: Expression,
  condition: Expression,
): Promise<Message | undefined> => {
  const command = new UpdateItemCommand({
    ...update(table, keys.message(id), how, condition),
    ReturnValues: "ALL_NEW",
  });
  const answer = await ifItHolds(() => table.client.send(command));
  return answer?.Attributes && Message.parse(decode(answer.Attributes));
};

const dueAgain = (id: MessageId, at: Instant): Item => ({
  dueAt: InstantText.encode(at),
  dueKey: dueKeys.messages,
  dueSort: timeSort(at, id),
});

/**
 * Takes on the sending of a message until an instant, after which somebody else may. Undefined when that has been done
 * already: it is not owed any more, has been tried more than `attempts` times, or another's time has not run out.
 */
export const claimMessage = (
  table: Table,
  id: MessageId,
  { at, attempts, until }: { readonly at: Instant; readonly attempts: number; readonly until: Instant },
): Promise<Message | undefined> =>
  change(
    table,
    id,
    {
      text: "SET #attempts = :next, #dueAt = :dueAt, #dueKey = :dueKey, #dueSort = :dueSort",
      values: { next: attempts + 1, ...dueAgain(id, until) },
    },
    {
      text: "#state = :owed AND #attempts = :attempts AND (#attempts = :none OR #dueSort <= :at)",
      values: { owed: "owed", attempts, none: 0, at: upTo(at) },
    },
  );

/** Keeps what was said, and blanks the link's key with the same write: from then on it is nowhere but in the mail. */
export const markSent = async (
  table: Table,
  { id, content }: Pick<Message, "id" | "content">,
  { sesId, at }: { readonly sesId: string; readonly at: Instant },
): Promise<void> => {
  const said = { ...z.encode(MessageContent, content), ...("key" in content && { key: "" }) };
  const sent = await change(
    table,
    id,
    {
      text: "SET #state = :sent, #sentAt = :at, #sesId = :sesId, #content = :said REMOVE #dueAt, #dueKey, #dueSort",
      values: { sent: "sent", at: InstantText.encode(at), sesId, said },
    },
    present,
  );
  if (!sent) throw new Error(`There is no message ${id}`);
};

/** It is not true any more, so that it is not sent. Nothing went wrong. */
export const markObsolete = async (table: Table, id: MessageId): Promise<void> => {
  const how = {
    text: "SET #state = :obsolete REMOVE #dueAt, #dueKey, #dueSort",
    values: { obsolete: "obsolete" },
  };
  await change(table, id, how, { text: "#state = :owed", values: { owed: "owed" } });
};

/** A try has failed: it is due `again` then, or given up, and then the link's key goes as it does when it is sent. A message that somebody has sent meanwhile stays sent. */
export const markFailed = async (
  table: Table,
  id: MessageId,
  { code, again }: { readonly code: string; readonly again?: Instant | undefined },
): Promise<void> => {
  const how: Expression = again
    ? {
        text: "SET #lastFailure = :code, #dueAt = :dueAt, #dueKey = :dueKey, #dueSort = :dueSort",
        values: { code, ...dueAgain(id, again) },
      }
    : {
        text: "SET #lastFailure = :code, #state = :failed, #content.#key = :blank REMOVE #dueAt, #dueKey, #dueSort",
        values: { code, failed: "failed", blank: "" },
      };
  await change(table, id, how, { text: "#state = :owed", values: { owed: "owed" } });
};

/** Messages owed whose time has come, those that have waited longest first. One that cannot be read is told of and never stops the others. */
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

/** The messages to the staff of a call, the first first. */
export const messagesOfCall = (table: Table, id: CallId): Promise<Message[]> =>
  messagesAbout(table, ownerKeys.call(id));
