import * as z from "zod";
import { InstantText } from "./time.ts";

/** What SES tells of a mail that it has taken. Nothing of it is an address, or what a mail server wrote. */
export const Feedback = z.object({
  /** Which sending it is about: a message can have been sent more than once. */
  sesId: z.string(),
  what: z.enum(["delivered", "delayed", "bounced-for-good", "bounced-for-now", "complained", "rejected"]),
  /** SES's own id for a bounce or a complaint; for the rest, when it was. Telling the same twice is telling it once. */
  id: z.string(),
  /** SES's word for the kind of bounce, delay or complaint. */
  because: z.optional(z.string()),
  at: InstantText,
});
export type Feedback = z.infer<typeof Feedback>;

export const isSameFeedback = (one: Feedback, other: Feedback): boolean =>
  one.sesId === other.sesId && one.what === other.what && one.id === other.id;
