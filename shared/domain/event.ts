import * as z from "zod";
import { Sha256 } from "./digest.ts";
import { InstantText } from "./time.ts";

/** One line of the history of an application, or of what staff did. Codes and ids, never answers. */
export const Event = z.object({
  id: z.string(),
  at: InstantText,
  what: z.enum([
    "application-started",
    "answers-carried",
    "level-changed",
    "application-submitted",
    "change-begun",
    "change-ended",
    "application-withdrawn",
    "application-expired",
    "application-reopened",
    "extension-granted",
    "colleague-invited",
    "colleague-joined",
    "colleague-changed",
    "colleague-removed",
    "ownership-handed-over",
    "application-viewed",
    "file-downloaded",
    "applications-listed",
    "applications-exported",
    "registrations-listed",
    "registrations-exported",
    "applications-fetched",
    "registrations-fetched",
    "webinar-changed",
    "webinar-circular-sent",
    "messages-exported",
    "events-exported",
    "submissions-exported",
    "export-downloaded",
    "deadline-proposed",
    "deadline-proposal-dropped",
    "deadline-moved",
    "attempts-listed",
    "outage-recorded",
    "outage-viewed",
    "application-deleted",
    "message-viewed",
    "message-sent-again",
    "undelivered-listed",
    "note-written",
    "case-taken",
    "case-released",
    "case-handed-over",
    "control-kept",
    "registration-viewed",
    "needs-listed",
    "registration-added",
    "registration-cancelled",
  ]),
  /** Who did it: a person's id, `system`, or `machine: ` and a client's id. */
  who: z.string(),
  /** The name as it was then, for people who read the history. */
  name: z.string(),
  /** What it concerns: a submission's number, two levels, the application that answers are from, a colleague's id, the filters of a list or an export, an outage, a message, a circular and its number of receivers, who was handed a case (id and name), the submission that was controlled and what came of it. */
  detail: z.optional(z.string()),
  /** SHA-256 of the receipt that was given. */
  seals: z.optional(Sha256),
  /** SHA-256 of the submission that was kept, all of it. */
  submission: z.optional(Sha256),
});
export type Event = z.infer<typeof Event>;
