import * as z from "zod";
import type { Application } from "./application.ts";
import type { Call } from "./call.ts";
import { type Deadline, isLater, lastInstantOf, MomentDeadline } from "./deadline.ts";
import type { Refusal } from "./refusal.ts";
import { accept, type Result, refuse } from "./result.ts";
import { type Instant, InstantText, isAfter } from "./time.ts";

/** Whoever of the staff did something, as they were called then. */
export const Officer = z.object({ id: z.string(), name: z.string() });
export type Officer = z.infer<typeof Officer>;

/** A later deadline for one application, with a reason and who granted it. */
export const Extension = z.object({
  until: MomentDeadline,
  reason: z.string(),
  grantedBy: Officer,
  grantedAt: InstantText,
});
export type Extension = z.infer<typeof Extension>;

/** What the event of an extension says of it. An audit compares the two. */
export const extensionDetail = ({ until }: Extension): string => until.localTime;

/** What an applicant is told of it: not who granted it. */
export const ToldExtension = Extension.omit({ grantedBy: true });

/** Whether a deadline may be put in place of another: it must be later, and still lie ahead. Nobody's time is ever cut short. */
export const decideLater = (now: Deadline, until: Deadline, at: Instant): Result<Deadline, Refusal> => {
  const last = lastInstantOf(until);
  if (!isLater(until, now)) return refuse({ reason: "not-later", deadline: lastInstantOf(now) });
  if (!isAfter(last, at)) return refuse({ reason: "not-later", deadline: at });
  return accept(until);
};

/** The later of two deadlines. */
export const laterOf = (one: Deadline, other: Deadline): Deadline => (isLater(other, one) ? other : one);

/** Whether one application gets a later deadline than holds for it now, whatever state it is in. */
export const decideExtension = (
  /** As it holds for the application. */
  call: Call,
  { level }: Pick<Application, "level">,
  extension: Extension,
): Result<Extension, Refusal> => {
  const later = decideLater(call.levels[level].deadline, extension.until, extension.grantedAt);
  return later.ok ? accept(extension) : later;
};
