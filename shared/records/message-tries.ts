import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { Message, MessageContent, type MessageId, withoutKey } from "#shared/domain/message.ts";
import { type Instant, InstantText } from "#shared/domain/time.ts";
import { dueKeys } from "./index-keys.ts";
import { timeSort, upTo } from "./sort-keys.ts";
import { decode, type Item, ifItHolds, type Table } from "./table.ts";
import { keys } from "./table-keys.ts";
import { type Expression, present, update } from "./writes.ts";

/** Changes a message if the condition holds, and gives it as it is then. */
export const changeMessage = async (
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

/** Sets when the message is due; goes with the values of `dueAt`. */
export const setDue = "#dueAt = :dueAt, #dueKey = :dueKey, #dueSort = :dueSort";
/** It is not due any more. */
export const dueNoMore = "REMOVE #dueAt, #dueKey, #dueSort";

export const dueAt = (id: MessageId, at: Instant): Item => ({
  dueAt: InstantText.encode(at),
  dueKey: dueKeys.messages,
  dueSort: timeSort(at, id),
});

/** A message as it was when somebody looked. */
export type Seen = Pick<Message, "id" | "state" | "attempts">;

/**
 * Takes on the sending of a message until an instant, after which somebody else may. Undefined when it is not as it was
 * seen any more, or its time has not come; the first try has not to wait. Taking over what another took on and said
 * nothing more about is counted: it may go twice.
 */
export const claimMessage = (
  table: Table,
  { id, state, attempts }: Seen,
  { at, until }: { readonly at: Instant; readonly until: Instant },
): Promise<Message | undefined> => {
  const again = state === "sending";
  return changeMessage(
    table,
    id,
    {
      text: `SET #state = :sending, #attempts = :next, ${setDue}${again ? ", #maybeTwice = if_not_exists(#maybeTwice, :none) + :one" : ""}`,
      values: {
        sending: "sending",
        next: attempts + 1,
        ...dueAt(id, until),
        ...(again && { none: 0, one: 1 }),
      },
    },
    {
      text: "#state = :state AND #attempts = :attempts AND (#attempts = :first OR #dueSort <= :at)",
      values: { state, attempts, first: 0, at: upTo(at) },
    },
  );
};

/** Whoever takes a message on counts up its tries: with the number, nobody ends what another has taken on since. */
const stillOurs = ({ attempts }: Pick<Message, "attempts">): Expression => ({
  text: "#state IN (:owed, :sending) AND #attempts = :attempts",
  values: { owed: "owed", sending: "sending", attempts },
});

const unsettled = ["owed", "sending", "failed", "obsolete", "withheld"] as const;

const said = (content: MessageContent) => z.encode(MessageContent, withoutKey(content));

/**
 * Keeps what was said, and blanks the link's key with the same write: from then on it is nowhere but in the mail.
 * What SES has told of it already stays.
 */
export const markSent = async (
  table: Table,
  { id, content }: Pick<Message, "id" | "content">,
  { sesId, at }: { readonly sesId: string; readonly at: Instant },
): Promise<Message> => {
  const values = { at: InstantText.encode(at), sesId, said: said(content) };
  const kept =
    (await changeMessage(
      table,
      id,
      {
        text: `SET #state = :sent, #sentAt = :at, #sesId = :sesId, #content = :said ${dueNoMore}`,
        values: { ...values, sent: "sent" },
      },
      {
        text: `#state IN (${unsettled.map((state) => `:${state}`).join(", ")})`,
        values: Object.fromEntries(unsettled.map((state) => [state, state])),
      },
    )) ??
    (await changeMessage(
      table,
      id,
      {
        text: "SET #sentAt = if_not_exists(#sentAt, :at), #sesId = if_not_exists(#sesId, :sesId), #content = :said",
        values,
      },
      present,
    ));
  if (!kept) throw new Error(`There is no message ${id}`);
  return kept;
};

/** It is not to be sent: it is not true any more, or not wanted. Nothing went wrong. */
export const markUnsent = async (
  table: Table,
  message: Pick<Message, "id" | "attempts" | "content">,
  state: "obsolete" | "withheld",
): Promise<void> => {
  const how = {
    text: `SET #state = :state, #content = :said ${dueNoMore}`,
    values: { state, said: said(message.content) },
  };
  await changeMessage(table, message.id, how, stillOurs(message));
};

export interface Failure {
  readonly code: string;
  /** When it is due again; without one it is given up. */
  readonly again?: Instant | undefined;
  /** `busy` is no failure of the message; after one that is `unknown`, the mail may have gone. */
  readonly kind?: "busy" | "unknown" | undefined;
}

/** A try has failed: it is due `again` then, or given up, and then the link's key goes as it does when it is sent. A message that somebody has sent meanwhile stays sent. */
export const markFailed = async (
  table: Table,
  message: Pick<Message, "id" | "attempts" | "content">,
  { code, again, kind }: Failure,
): Promise<void> => {
  const { id, content } = message;
  const counted = kind === "busy" ? "" : ", #failures = if_not_exists(#failures, :none) + :one";
  const count = kind === "busy" ? {} : { none: 0, one: 1 };
  const how: Expression = again
    ? {
        text: `SET #lastFailure = :code, #state = :state, ${setDue}${counted}`,
        values: { code, state: kind === "unknown" ? "sending" : "owed", ...dueAt(id, again), ...count },
      }
    : {
        text: `SET #lastFailure = :code, #state = :failed, #content = :said${counted} ${dueNoMore}`,
        values: { code, failed: "failed", said: said(content), ...count },
      };
  await changeMessage(table, id, how, stillOurs(message));
};
