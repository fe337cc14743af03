import * as z from "zod";
import { CallId } from "./call.ts";
import type { MessageState } from "./message.ts";
import { PersonId } from "./person.ts";
import { type Registration, RegistrationId } from "./registration.ts";
import { InstantText, isAfter } from "./time.ts";

export const CircularId = z.uuid().brand<"CircularId">();
export type CircularId = z.infer<typeof CircularId>;

/** Whom it is for: those with a place, or also those who wait for one. */
export const CircularTo = z.enum(["registered", "registered-and-waiting"]);
export type CircularTo = z.infer<typeof CircularTo>;

/** What staff write to everybody who has signed up for a webinar. */
export const CircularWords = z.object({
  subject: z.string().min(1).max(100),
  text: z.string().min(1).max(3000),
  to: CircularTo,
});
export type CircularWords = z.infer<typeof CircularWords>;

/** As many as fit in one item of the table, with room for the words. */
export const mostReceivers = 5000;

/** A message from staff to those who had signed up when it was confirmed. Each of the receivers is owed a mail of it. */
export const Circular = CircularWords.extend({
  id: CircularId,
  callId: CallId,
  webinarId: z.string(),
  sentBy: z.object({ id: PersonId, name: z.string() }),
  /** When it was confirmed. */
  sentAt: InstantText,
  receivers: z.array(RegistrationId).min(1).max(mostReceivers),
});
export type Circular = z.infer<typeof Circular>;

/** Whether it is for somebody who stands so. */
export const isMeantFor = ({ to }: Pick<Circular, "to">, { state }: Pick<Registration, "state">): boolean =>
  state === "registered" || (state === "waiting" && to === "registered-and-waiting");

/** Whether somebody who was to have it is to have it still. Whoever has cancelled and signed up again came after it. */
export const isStillFor = (
  circular: Pick<Circular, "to" | "sentAt">,
  registration: Pick<Registration, "state" | "registeredAt">,
): boolean => isMeantFor(circular, registration) && !isAfter(registration.registeredAt, circular.sentAt);

/** How far it has come with each receiver. `not-meant` is somebody who had cancelled when their turn came. */
export const steps = ["owed", "sent", "delivered", "failed", "not-meant"] as const;
export type Step = (typeof steps)[number];

const stepOf = {
  owed: "owed",
  sending: "owed",
  sent: "sent",
  delivered: "delivered",
  complained: "delivered",
  bounced: "failed",
  failed: "failed",
  withheld: "failed",
  obsolete: "not-meant",
} as const satisfies Record<MessageState, Step>;

export type Progress = Readonly<Record<Step, number>>;

/** How many receivers are at each step, by the states of the messages there are; whoever has none yet is owed one. */
export const progressOf = (
  { receivers }: Pick<Circular, "receivers">,
  states: readonly MessageState[],
): Progress => {
  const count = (step: Step): number => states.filter((state) => stepOf[state] === step).length;
  const missing = receivers.length - states.length;
  return {
    owed: count("owed") + missing,
    sent: count("sent"),
    delivered: count("delivered"),
    failed: count("failed"),
    "not-meant": count("not-meant"),
  };
};
