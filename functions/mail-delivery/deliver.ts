import { type Message, type MessageId, nextTry } from "#shared/domain/message.ts";
import type { Instant } from "#shared/domain/time.ts";
import { errorFields, log } from "#shared/http/log.ts";
import { mimeOf, type Sender } from "#shared/mail/mime.ts";
import { type Post, sendMail } from "#shared/mail/ses.ts";
import { claimMessage, markFailed, markSent } from "#shared/records/messages.ts";
import type { Table } from "#shared/records/table.ts";

export interface Delivery {
  readonly table: Table;
  readonly post: Post;
  readonly sender: Sender;
  /** In [0, 1): spreads the tries. */
  readonly random: () => number;
}

/** For how long a try has the message to itself; a crash in between costs no more than this wait. */
const leaseInMinutes = 3;

const giveBack = async (
  { table, random }: Delivery,
  message: Message,
  at: Instant,
  error: unknown,
): Promise<void> => {
  const code = error instanceof Error ? error.name : "unknown";
  const again = nextTry(message, at, random());
  log("message.not-sent", {
    level: again ? "WARN" : "ERROR",
    messageId: message.id,
    attempts: message.attempts,
    ...errorFields(error),
  });
  await markFailed(table, message.id, { code, again });
};

/** Sends one message if it is still owed and nobody else is at it. A failure puts it off or gives it up; either is kept. */
export const deliver = async (
  delivery: Delivery,
  { id, attempts }: { readonly id: MessageId; readonly attempts: number },
  at: Instant,
): Promise<"sent" | "put-off" | "nothing-to-do"> => {
  const { table, post, sender } = delivery;
  const message = await claimMessage(table, id, { at, attempts, until: at.add({ minutes: leaseInMinutes }) });
  if (!message) return "nothing-to-do";
  try {
    const sesId = await sendMail(post, message.to, await mimeOf(message, sender));
    await markSent(table, id, { sesId, at });
    log("message.sent", { messageId: id, attempts: message.attempts });
    return "sent";
  } catch (error) {
    await giveBack(delivery, message, at, error);
    return "put-off";
  }
};
