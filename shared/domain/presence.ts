import * as z from "zod";
import { PersonId } from "./person.ts";
import { duration, type Instant, InstantText, isAfter } from "./time.ts";

/** That somebody who may write was in a section: opened or saved it. */
export const Presence = z.object({ personId: PersonId, name: z.string(), at: InstantText });
export type Presence = z.infer<typeof Presence>;

const countsFor = duration({ minutes: 2 });
const noteEach = duration({ minutes: 1 });

/** The others who are in the section now, by what was last noted of them. */
export const othersIn = (all: readonly Presence[], me: PersonId, at: Instant): readonly Presence[] =>
  all.filter((one) => one.personId !== me && !isAfter(at, one.at.add(countsFor)));

/** Whether it is time to note again that I am here. */
export const isToBeNoted = (all: readonly Presence[], me: PersonId, at: Instant): boolean => {
  const mine = all.find(({ personId }) => personId === me);
  return !mine || !isAfter(mine.at.add(noteEach), at);
};
