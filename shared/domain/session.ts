import * as z from "zod";
import { Person } from "./person.ts";
import { duration, type Instant, InstantText, isAfter } from "./time.ts";

/** Short enough for a shared machine. With a warning before, one button and the longest below it can be prolonged ten times (WCAG 2.2.1). */
const idle = duration({ hours: 1 });
/** A working day. After it one signs in again. */
const longest = duration({ hours: 12 });
/** What is gained by prolonging must be worth a write. */
const leastGained = duration({ minutes: 3 });

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
  expiresAt: at.add(idle),
  endsAt: at.add(longest),
});

/** The session with an hour more from now, but not past its end; undefined while too little is gained. */
export const prolonged = (session: Session, at: Instant): Session | undefined => {
  const inAnHour = at.add(idle);
  const expiresAt = isAfter(inAnHour, session.endsAt) ? session.endsAt : inAnHour;
  const worthIt = isAfter(expiresAt, session.expiresAt.add(leastGained));
  return worthIt ? { ...session, expiresAt } : undefined;
};
