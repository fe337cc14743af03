import { announceDeletions } from "./announce-deletion.ts";
import { closeTerms } from "./close.ts";
import { deleteOver } from "./delete.ts";
import type { Duty } from "./enforce.ts";
import { remind } from "./remind.ts";
import { remindOfWebinars } from "./remind-of-webinar.ts";
import { summarise } from "./summarise.ts";

/** What is to be done around the deadlines, in this order. */
export const deadlineDuties = {
  close: closeTerms,
  remind,
  "remind-of-webinars": remindOfWebinars,
  summarise,
  "announce-deletions": announceDeletions,
  "delete-over": deleteOver,
} as const satisfies Readonly<Record<string, Duty>>;
