import { type Message, type MessageId, nextTry } from "#shared/domain/message.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import type { Instant } from "#shared/domain/time.ts";
import { errorFields, log } from "#shared/http/log.ts";
import { mimeOf, type Sender } from "#shared/mail/mime.ts";
import { type Post, sendMail } from "#shared/mail/ses.ts";
import { claimMessage, markFailed, markObsolete, markSent } from "#shared/records/messages.ts";
import type { Table } from "#shared/records/table.ts";
import { upToDate } from "./up-to-date.ts";

export interface Delivery {
  readonly table: Table;
  readonly post: Post;
  readonly sender: Sender;
  /** In [0, 1): spreads the tries. */
  readonly random: () => number;
}

/** For how long a try has the message to itself; a crash in between costs no more than this wait. */
const leaseInMinutes = 3;

/** Written when it is sent, so that a message whose words fail waits like any other, for the words to be mended. */
const send = async ({ post, sender }: Delivery, message: Message): Promise<Result<string, string>> => {
  const raw = await mimeOf(message, sender).catch((error: unknown) => {
    log("message.unwritable", { level: "ERROR", messageId: message.id, ...errorFields(error) });
  });
  return raw ? sendMail(post, message.to, raw) : refuse("unwritable");
};

const putOff = async (
  { table, random }: Delivery,
  message: Message,
  at: Instant,
  code: string,
): Promise<"put-off" | "given-up"> => {
  const again = nextTry(message, at, random());
  const { id, attempts } = message;
  log("message.not-sent", { level: again ? "WARN" : "ERROR", messageId: id, attempts, because: code });
  await markFailed(table, id, { code, again });
  return again ? "put-off" : "given-up";
};

const drop = async (table: Table, id: MessageId): Promise<"obsolete"> => {
  await markObsolete(table, id);
  log("message.obsolete", { messageId: id });
  return "obsolete";
};

/**
 * Sends one message if it is still owed, nobody else is at it, and it is still true. A failure to send puts it off or gives it up; either is kept.
 * Throws when the table does not answer. If that is after SES took the mail, it goes once more when the lease has run out:
 * two confirmations are better than none.
 */
export const deliver = async (
  delivery: Delivery,
  { id, attempts }: { readonly id: MessageId; readonly attempts: number },
  at: Instant,
): Promise<"sent" | "put-off" | "given-up" | "obsolete" | "nothing-to-do"> => {
  const { table } = delivery;
  const claimed = await claimMessage(table, id, { at, attempts, until: at.add({ minutes: leaseInMinutes }) });
  if (!claimed) return "nothing-to-do";
  const message = await upToDate(table, claimed, at);
  if (!message) return drop(table, id);
  const outcome = await send(delivery, message);
  if (!outcome.ok) return putOff(delivery, message, at, outcome.refusal);
  await markSent(table, message, { sesId: outcome.value, at });
  log("message.sent", { messageId: id, attempts: message.attempts });
  return "sent";
};
