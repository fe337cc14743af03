import { type Feedback, isSameFeedback } from "./feedback.ts";
import { hasLostItsKey, type Message, withoutKey } from "./message.ts";
import { duration, type Instant } from "./time.ts";

/** A bounce that may pass is tried once more, this long after it. SES itself has then tried for hours. */
const afterBounce = duration({ hours: 1 });

/** An automatic reply comes back as a bounce of this kind. What was delivered is not lost because somebody is on holiday. */
const isAutomaticReply = ({ what, because }: Feedback): boolean =>
  what === "bounced-for-now" && because === "General";

type Fate = "complained" | "bounced" | "failed" | "delivered" | "bounced-for-now";

/** What became of one sending, in whatever order it was told; nothing when that is not known yet. */
const fateOfSending = (told: readonly Feedback[]): Fate | undefined => {
  const was = (wanted: Feedback["what"]) => told.some(({ what }) => what === wanted);
  if (was("complained")) return "complained";
  if (was("bounced-for-good")) return "bounced";
  if (was("rejected")) return "failed";
  const isDelivered = was("delivered");
  const lost = told.some((one) => one.what === "bounced-for-now" && !(isDelivered && isAutomaticReply(one)));
  if (lost) return "bounced-for-now";
  return isDelivered ? "delivered" : undefined;
};

/** One complaint is a complaint of all sendings, and one that arrived is enough. */
const order = ["complained", "delivered", "bounced", "failed", "bounced-for-now"] as const;

const fatesOf = (feedback: readonly Feedback[]) =>
  [...Map.groupBy(feedback, ({ sesId }) => sesId).values()].map(fateOfSending);

const settle = ({ dueAt: _, ...message }: Message, state: Exclude<Fate, "bounced-for-now">): Message => ({
  ...message,
  state,
  content: withoutKey(message.content),
});

const firstBounceOf = (feedback: readonly Feedback[]): Instant | undefined =>
  feedback
    .filter(({ what }) => what === "bounced-for-now")
    .map(({ at }) => at)
    .toSorted((one, other) => one.epochMilliseconds - other.epochMilliseconds)[0];

const tryOnceMore = (message: Message): Message => {
  if (hasLostItsKey(message)) return settle(message, "bounced");
  const bouncedAt = firstBounceOf(message.feedback ?? []);
  // While somebody is sending it, or is about to again, that goes on.
  if (!bouncedAt || (message.state !== "sent" && message.state !== "delivered")) return message;
  const bounced = message.feedback?.filter(({ what }) => what === "bounced-for-now") ?? [];
  const isLast = bounced.some(({ sesId }) => message.sesId === undefined || sesId === message.sesId);
  if (!isLast) return { ...message, state: "sent" };
  return { ...message, state: "owed", dueAt: bouncedAt.add(afterBounce) };
};

/** The message with the state that follows from all that has been told of it, whatever came first. */
export const asToldOf = (message: Message): Message => {
  const fates = fatesOf(message.feedback ?? []);
  const [fate] = order.filter((one) => fates.includes(one));
  if (fate === undefined) return message;
  if (fate !== "bounced-for-now") return settle(message, fate);
  const bounces = fates.filter((one) => one === fate).length;
  return bounces > 1 ? settle(message, "bounced") : tryOnceMore(message);
};

/** The message with one more thing told of it; the very same when it has been told before. */
export const withFeedback = (message: Message, told: Feedback): Message => {
  const { feedback = [] } = message;
  if (feedback.some((one) => isSameFeedback(one, told))) return message;
  return asToldOf({ ...message, feedback: [...feedback, told] });
};

/** Whether the last thing known is that it takes its time. */
export const isDelayed = ({ state, feedback = [] }: Pick<Message, "state" | "feedback">): boolean =>
  state === "sent" && feedback.some(({ what }) => what === "delayed");

/** The last that came back or was complained of, unless one has arrived since. */
const notReachedBy = (messages: readonly Message[]): Message | undefined => {
  const last = messages.findLast(({ state }) => ["delivered", "bounced", "complained"].includes(state));
  return last?.state === "delivered" ? undefined : last;
};

/**
 * Of an application's messages, the first first, what the owner should know did not arrive. Receipts go to the address that the
 * form gives, which a later submission may have put right; the rest goes to the owner's own.
 */
export const notReachedIn = (
  messages: readonly Message[],
  owner: { readonly email: string },
): Message | undefined => {
  const receipts = messages.filter(({ content }) => content.kind === "receipt");
  const own = messages.filter(({ content, to }) => content.kind !== "receipt" && to === owner.email);
  return notReachedBy(receipts) ?? notReachedBy(own);
};
