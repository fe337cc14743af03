import * as z from "zod";
import { Person } from "./person.ts";
import { type Instant, InstantText, isAfter } from "./time.ts";

/** Short enough for a shared machine. With a warning before, one button and the longest below it can be prolonged ten times (WCAG 2.2.1). */
const idleMinutes = 60;
/** A working day. After it one signs in again. */
const longestHours = 12;
/** What is gained by prolonging must be worth a write. */
const leastGainedMinutes = 3;

/** Who is signed in and until when. Kept as a record under the hash of the cookie's value, so it can be revoked. */
export const Session = z.object({
  person: Person,
  /** Moves on with every use. */
  expiresAt: InstantText,
  /** Stands from the start: nobody stays signed in for longer. */
  endsAt: InstantText,
});
export type Session = z.infer<typeof Session>;

export const beginSession = (person: Person, at: Instant): Session => ({
  person,
  expiresAt: at.add({ minutes: idleMinutes }),
  endsAt: at.add({ hours: longestHours }),
});

/** The session with an hour more from now, but not past its end; undefined while too little is gained. */
export const prolonged = (session: Session, at: Instant): Session | undefined => {
  const inAnHour = at.add({ minutes: idleMinutes });
  const expiresAt = isAfter(inAnHour, session.endsAt) ? session.endsAt : inAnHour;
  const worthIt = isAfter(expiresAt, session.expiresAt.add({ minutes: leastGainedMinutes }));
  return worthIt ? { ...session, expiresAt } : undefined;
};
