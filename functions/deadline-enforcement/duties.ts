import { announceDeletions } from "./announce-deletion.ts";
import { closeTerms } from "./close.ts";
import { deleteOver } from "./delete.ts";
import type { Duty } from "./enforce.ts";
import { remind } from "./remind.ts";
import { remindOfWebinars } from "./remind-of-webinar.ts";
import { remindParticipants, thankParticipants } from "./remind-participants.ts";
import { summarise } from "./summarise.ts";
import { tellOfCirculars } from "./tell-of-circulars.ts";
import { tellOfWebinarChanges } from "./tell-of-webinar.ts";
import { forgetParticipants, givePlaces } from "./webinars.ts";

/** What is to be done around the deadlines, in this order. */
export const deadlineDuties = {
  close: closeTerms,
  "give-places": givePlaces,
  "tell-of-webinar-changes": tellOfWebinarChanges,
  "tell-of-circulars": tellOfCirculars,
  remind,
  "remind-of-webinars": remindOfWebinars,
  "remind-participants": remindParticipants,
  "thank-participants": thankParticipants,
  summarise,
  "announce-deletions": announceDeletions,
  "delete-over": deleteOver,
  "forget-participants": forgetParticipants,
} as const satisfies Readonly<Record<string, Duty>>;
