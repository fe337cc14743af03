import * as z from "zod";
import { duration, type Instant, InstantText, isAfter } from "./time.ts";

/** How many mails may go just now, by the last who took any; shared by all who send. */
export const Pace = z.object({ places: z.number(), at: InstantText });
export type Pace = z.infer<typeof Pace>;

/** Of what the account may send: the rest is for codes to sign in with, and for being wrong about the time. */
const ourShare = 0.8;
/** What is not used is kept for so long: as much as one run can want. */
const keptFor = duration({ minutes: 1 });

const placesIn = (perSecond: number, milliseconds: number): number =>
  (perSecond * ourShare * milliseconds) / 1000;

/**
 * Takes places for mails out of those that come at 80 % of the account's rate. What gets none waits for another run: nobody
 * waits here. An instant before the last one brings no places, and takes none away.
 */
export const takePlaces = (
  pace: Pace | undefined,
  { perSecond, wanted, at }: { readonly perSecond: number; readonly wanted: number; readonly at: Instant },
): { readonly taken: number; readonly pace: Pace } => {
  const most = Math.max(1, placesIn(perSecond, keptFor.total("milliseconds")));
  const since = pace ? Math.max(0, at.epochMilliseconds - pace.at.epochMilliseconds) : 0;
  const places = pace ? Math.min(most, pace.places + placesIn(perSecond, since)) : most;
  const taken = Math.min(wanted, Math.floor(places));
  return { taken, pace: { places: places - taken, at: pace && isAfter(pace.at, at) ? pace.at : at } };
};

/** SES says that it is too much: nobody has a place until time has passed. */
export const noPlaces = (at: Instant): Pace => ({ places: 0, at });
