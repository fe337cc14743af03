import * as z from "zod";
import { type Deadline, lastInstantOf, MomentDeadline } from "./deadline.ts";
import type { Refusal } from "./refusal.ts";
import { accept, type Result, refuse } from "./result.ts";
import { type Instant, InstantText, isAfter } from "./time.ts";

/** Whoever of the staff did something, as they were called then. */
export const Officer = z.object({ id: z.string(), name: z.string() });

/** A later deadline for one application, with a reason and who granted it. */
export const Extension = z.object({
  until: MomentDeadline,
  reason: z.string(),
  grantedBy: Officer,
  grantedAt: InstantText,
});
export type Extension = z.infer<typeof Extension>;

/** Whether a deadline may be put in place of another: it must be later, and still lie ahead. Nobody's time is ever cut short. */
export const decideLater = (now: Deadline, until: Deadline, at: Instant): Result<Deadline, Refusal> => {
  const last = lastInstantOf(until);
  if (!isAfter(last, lastInstantOf(now)))
    return refuse({ reason: "not-later", deadline: lastInstantOf(now) });
  if (!isAfter(last, at)) return refuse({ reason: "not-later", deadline: at });
  return accept(until);
};

/** The later of two deadlines. */
export const laterOf = (one: Deadline, other: Deadline): Deadline =>
  isAfter(lastInstantOf(other), lastInstantOf(one)) ? other : one;
