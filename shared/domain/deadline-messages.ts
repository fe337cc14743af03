// Messages that nobody asked for: what is sent around a deadline. They hold ids; what they say is found out when they are sent.
import * as z from "zod";
import { ApplicationId } from "./application.ts";
import { CallId, Level } from "./call.ts";
import { Deadline } from "./deadline.ts";
import { Sha256, sha256 } from "./digest.ts";
import { PersonId } from "./person.ts";
import { Reference } from "./reference.ts";
import { ReminderKind } from "./reminders.ts";
import { type Instant, InstantText } from "./time.ts";

const ofApplication = { callId: CallId, applicationId: ApplicationId, reader: PersonId };

/** A draft as it was when its reader was reminded of it: kept with the message, since it is what was said. */
export const DraftFound = z.object({
  at: InstantText,
  reference: Reference,
  level: Level,
  isOwner: z.boolean(),
  /** How many questions are not answered, or not well, and the titles of the sections they are in. Never an answer. */
  questions: z.int().min(0),
  sections: z.array(z.string()),
});
export type DraftFound = z.infer<typeof DraftFound>;

export const ReminderContent = z.object({
  kind: z.literal("reminder"),
  ...ofApplication,
  deadline: InstantText,
  which: ReminderKind,
  found: z.optional(DraftFound),
});

export const WebinarReminderContent = z.object({
  kind: z.literal("webinar-reminder"),
  ...ofApplication,
  /** When the webinar and its sign-up were found to be: kept with the message, since it is what was said. */
  webinar: z.optional(z.object({ startsAt: InstantText, endsAt: InstantText, signUpDeadline: Deadline })),
});

const ofOldDraft = { ...ofApplication, reference: Reference, level: Level, deadline: InstantText };

export const DraftExpiredContent = z.object({
  kind: z.literal("draft-expired"),
  ...ofOldDraft,
  deletedOn: z.iso.date(),
});

export const DeletionNoticeContent = z.object({
  kind: z.literal("deletion-notice"),
  ...ofOldDraft,
  deletedOn: z.iso.date(),
});

/** To the staff of a call: how many of each there were, and no names. */
export const ClosingSummaryContent = z.object({
  kind: z.literal("closing-summary"),
  callId: CallId,
  deadline: InstantText,
  levels: z.array(
    z.object({
      level: Level,
      sent: z.int(),
      withdrawn: z.int(),
      drafts: z.int(),
      extended: z.int(),
      refused: z.int(),
      digest: Sha256,
    }),
  ),
});

/** Says of which application, deadline and person a message is: a deadline that has moved is another promise. */
export const noticeId = (
  words: string,
  {
    applicationId,
    deadline,
    reader,
  }: { readonly applicationId: ApplicationId; readonly deadline: Instant; readonly reader: PersonId },
): string => `${words}.${applicationId}.${deadline.epochMilliseconds}.${sha256(reader).slice(0, 32)}`;

export const ExtensionGrantedContent = z.object({
  kind: z.literal("extension-granted"),
  callId: CallId,
  applicationId: ApplicationId,
  reference: Reference,
  level: Level,
  /** The last instant that is in time for everybody, and the one for this application. */
  deadline: InstantText,
  until: InstantText,
  reason: z.string(),
});

export const DeadlineMovedContent = z.object({
  kind: z.literal("deadline-moved"),
  callId: CallId,
  applicationId: ApplicationId,
  reference: Reference,
  level: Level,
  state: z.enum(["draft", "submitted"]),
  from: InstantText,
  to: InstantText,
  reason: z.string(),
});
