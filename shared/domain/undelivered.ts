import * as z from "zod";
import { type Message, MessageState } from "./message.ts";
import { duration, type Instant, InstantText, isAfter } from "./time.ts";

/** A submission or a registration whose owner has not been reached, as far as anybody knows. */
export const Undelivered = z.object({
  about: z.enum(["submission", "registration"]),
  /** What staff find it by: the application or the registration, and what it is called. */
  id: z.string(),
  name: z.string(),
  /** What became of the message, or that there is none, or none that can be read. */
  state: z.union([MessageState, z.enum(["missing", "unreadable"])]),
  since: InstantText,
});
export type Undelivered = z.infer<typeof Undelivered>;

/** What one night's look at a call found. At most as many are listed as fit; the count is of all. */
export const Reconciliation = z.object({ at: InstantText, count: z.int(), items: z.array(Undelivered) });
export type Reconciliation = z.infer<typeof Reconciliation>;

/** So long a mail may be on its way before somebody should know of it. */
const onItsWay = duration({ hours: 6 });

const underWay: ReadonlySet<Undelivered["state"]> = new Set(["owed", "sending", "sent"]);

/** Something that a message was owed for, and the messages that tell of it, one after the other. */
export interface Confirmed extends Pick<Undelivered, "about" | "id" | "name" | "since"> {
  readonly messages: readonly Pick<Message, "state" | "owedAt">[];
  /** Whether there is one that cannot be read besides, which says nothing of whether it arrived. */
  readonly isUnreadable?: boolean;
}

/** Whether somebody is to see to it: no message has arrived, and the last one is not on its way, or has been for long. */
export const undeliveredOf = (
  { messages, isUnreadable = false, ...what }: Confirmed,
  at: Instant,
): Undelivered | undefined => {
  if (messages.some(({ state }) => state === "delivered")) return undefined;
  const last = messages.at(-1);
  const since = last?.owedAt ?? what.since;
  if (isUnreadable) return { ...what, state: "unreadable", since };
  const state = last?.state ?? "missing";
  const isLong = isAfter(at, since.add(onItsWay));
  const counts = isLong || !(underWay.has(state) || state === "missing");
  return counts ? { ...what, state, since } : undefined;
};

const mostListed = 500;

export const reconcile = (all: readonly Confirmed[], at: Instant): Reconciliation => {
  const found = all.flatMap((one) => undeliveredOf(one, at) ?? []);
  return { at, count: found.length, items: found.slice(0, mostListed) };
};
