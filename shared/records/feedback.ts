import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { sha256 } from "#shared/domain/digest.ts";
import { asToldOf, withFeedback } from "#shared/domain/fate.ts";
import { Feedback } from "#shared/domain/feedback.ts";
import { type Message, MessageContent, type MessageId } from "#shared/domain/message.ts";
import { type Instant, InstantText } from "#shared/domain/time.ts";
import { changeMessage, dueAt, dueNoMore, setDue } from "./message-tries.ts";
import { findMessage } from "./messages.ts";
import { readItem } from "./reads.ts";
import { mostTries, type Table, TooBusy, untilFree } from "./table.ts";
import { keys } from "./table-keys.ts";
import { type Expression, put } from "./writes.ts";

/** Feedback only ever grows, so that its length says whether there is more than was seen. */
const asSeen = ({ state, attempts, feedback = [] }: Message): Expression => ({
  text: `#state = :seen AND #attempts = :attempts AND ${feedback.length > 0 ? "size(#feedback) = :told" : "attribute_not_exists(#feedback)"}`,
  values: { seen: state, attempts, ...(feedback.length > 0 && { told: feedback.length }) },
});

const fateOf = (message: Message): Expression => {
  const { id, state, content, feedback = [] } = message;
  const due = message.dueAt && dueAt(id, message.dueAt);
  return {
    text: `SET #state = :state, #content = :content, #feedback = :feedback${due ? `, ${setDue}` : ` ${dueNoMore}`}`,
    values: {
      state,
      content: z.encode(MessageContent, content),
      feedback: z.encode(z.array(Feedback), feedback),
      ...due,
    },
  };
};

const changeFate = async (
  table: Table,
  id: MessageId,
  decide: (message: Message) => Message,
): Promise<Message | undefined> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const message = await findMessage(table, id);
    if (!message) return undefined;
    const next = decide(message);
    if (next === message) return message;
    const kept = await changeMessage(table, id, fateOf(next), asSeen(message));
    if (kept) return kept;
  }
  throw new TooBusy();
};

/** Keeps what SES has told of a message, once, and what follows from it. Undefined when there is no such message. */
export const keepFeedback = (table: Table, id: MessageId, told: Feedback): Promise<Message | undefined> =>
  changeFate(table, id, (message) => withFeedback(message, told));

/** What follows from what SES had told before the message was marked as sent. */
export const settleSent = (table: Table, id: MessageId): Promise<Message | undefined> =>
  changeFate(table, id, asToldOf);

/** Somebody has complained of mail to this address. Known by its digest alone. */
export const suppress = async (table: Table, address: string, at: Instant): Promise<void> => {
  const key = keys.suppression(sha256(address.toLowerCase()));
  const item = { ...key, item: "suppression", at: InstantText.encode(at) };
  await untilFree(() => table.client.send(new PutItemCommand(put(table, item))));
};

export const isSuppressed = async (table: Table, address: string): Promise<boolean> =>
  (await readItem(table, keys.suppression(sha256(address.toLowerCase())))) !== undefined;
