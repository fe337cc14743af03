import type { Message, MessageContent } from "#shared/domain/message.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import type { Instant } from "#shared/domain/time.ts";
import { lease, nextTry, whenLessBusy } from "#shared/domain/tries.ts";
import { errorFields, log } from "#shared/http/log.ts";
import { mimeOf, type Sender } from "#shared/mail/mime.ts";
import { type NotTaken, type Post, sendMail } from "#shared/mail/ses.ts";
import { isSuppressed, settleSent } from "#shared/records/feedback.ts";
import { slowDown } from "#shared/records/mail-pace.ts";
import { claimMessage, markFailed, markSent, markUnsent, type Seen } from "#shared/records/message-tries.ts";
import type { Table } from "#shared/records/table.ts";
import { upToDate } from "./up-to-date.ts";

export interface Delivery {
  readonly table: Table;
  readonly post: Post;
  readonly sender: Sender;
  /** In [0, 1): spreads the tries. */
  readonly random: () => number;
}

/** `not-taken` is a failure that any other mail would have met just then, `busy` that there is too much to send. */
export type Outcome =
  | "sent"
  | "put-off"
  | "given-up"
  | "not-taken"
  | "busy"
  | "obsolete"
  | "withheld"
  | "nothing-to-do";

/** Written when it is sent, so that a message whose words fail waits like any other, for the words to be mended. */
const send = async ({ post, sender }: Delivery, message: Message): Promise<Result<string, NotTaken>> => {
  const raw = await mimeOf(message, sender).catch((error: unknown) => {
    log("message.unwritable", { level: "ERROR", messageId: message.id, ...errorFields(error) });
  });
  return raw ? sendMail(post, message, raw) : refuse({ code: "unwritable", isForAll: false });
};

const putOff = async (
  { table, random }: Delivery,
  message: Message,
  at: Instant,
  { code, kind, isForAll }: NotTaken,
): Promise<Outcome> => {
  const isBusy = kind === "busy";
  const again = isBusy ? whenLessBusy(at, random()) : nextTry(message, at, random());
  const { id, attempts } = message;
  await markFailed(table, message, { code, kind, again });
  if (isBusy) await slowDown(table, at);
  log(again ? "message.not-sent" : "message.given-up", {
    ...{ level: again ? "WARN" : "ERROR", messageId: id, attempts, because: code },
  });
  if (isBusy) return "busy";
  return isForAll ? "not-taken" : again ? "put-off" : "given-up";
};

/** Confirmations of what the reader did with an application go to whoever it may be; all else stops with a complaint. */
const goesAnyway: ReadonlySet<MessageContent["kind"]> = new Set(["receipt", "withdrawal"]);

const isUnwanted = async (table: Table, { to, content }: Message): Promise<boolean> =>
  !goesAnyway.has(content.kind) && (await isSuppressed(table, to));

const drop = async <Why extends "obsolete" | "withheld">(
  table: Table,
  message: Message,
  why: Why,
): Promise<Why> => {
  await markUnsent(table, message, why);
  log(`message.${why}`, { messageId: message.id });
  return why;
};

const noteSent = async (
  table: Table,
  message: Message,
  told: { readonly sesId: string; readonly at: Instant },
) => {
  const { feedback } = await markSent(table, message, told);
  // SES can be heard of before this: what it told is weighed again.
  if (feedback) await settleSent(table, message.id);
  log("message.sent", { messageId: message.id, attempts: message.attempts });
};

/**
 * Sends one message if it is still owed, nobody else is at it, and it is still true. A failure to send puts it off or gives it up; either is kept.
 * Throws when the table does not answer. If that is after SES took the mail, it goes once more when the lease has run out:
 * two confirmations are better than none.
 */
export const deliver = async (delivery: Delivery, seen: Seen, at: Instant): Promise<Outcome> => {
  const { table } = delivery;
  const claimed = await claimMessage(table, seen, { at, until: at.add(lease) });
  if (!claimed) return "nothing-to-do";
  const { id, attempts } = claimed;
  if (seen.state === "sending") log("message.maybe-twice", { level: "WARN", messageId: id, attempts });
  const message = await upToDate(table, claimed, at);
  if (!message) return drop(table, claimed, "obsolete");
  if (await isUnwanted(table, message)) return drop(table, message, "withheld");
  const outcome = await send(delivery, message);
  if (!outcome.ok) return putOff(delivery, message, at, outcome.refusal);
  await noteSent(table, message, { sesId: outcome.value, at });
  return "sent";
};
