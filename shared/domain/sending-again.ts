import { hasLostItsKey, type Message, type MessageContent, owe } from "./message.ts";
import { accept, type Result, refuse } from "./result.ts";
import type { Instant } from "./time.ts";

export type NotAgain = "still-owed" | "lost-key" | "not-true";

/** The message that the others repeat: a repetition has its place after the id of that one. */
const originOf = ({ id }: Pick<Message, "id">): string => id.replace(/\.a\d+$/, "");

/**
 * The same message once more, as one of its own; with other content when what it said cannot be said again. `all` are the
 * messages about the same: as long as one like it is owed there is nothing to repeat, and two who press at once make the same one.
 */
export const sendAgain = (
  message: Message,
  all: readonly Message[],
  at: Instant,
  content: MessageContent = message.content,
): Result<Message, NotAgain> => {
  const origin = originOf(message);
  const alike = all.filter((one) => originOf(one) === origin);
  if (alike.some(({ state }) => state === "owed" || state === "sending")) return refuse("still-owed");
  if (hasLostItsKey({ content })) return refuse("lost-key");
  if (message.state === "obsolete") return refuse("not-true");
  const { to, language } = message;
  return accept(owe({ id: `${origin}.a${alike.length}`, to, language, content }, at));
};
