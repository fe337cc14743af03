import * as z from "zod";
import { ApplicationId } from "./application.ts";
import { CallId, Level } from "./call.ts";
import { ColleagueId, ColleagueMay } from "./colleague.ts";
import {
  ClosingSummaryContent,
  DeletionNoticeContent,
  DraftExpiredContent,
  ReminderContent,
  WebinarReminderContent,
} from "./deadline-messages.ts";
import { Reference } from "./reference.ts";
import { Language } from "./text.ts";
import { type Instant, InstantText } from "./time.ts";
import {
  RegistrationCancelledContent,
  RegistrationContent,
  RegistrationLinkContent,
  RegistrationWaitingContent,
} from "./webinar-messages.ts";

/** Says what the message is about, so that the same promise is never owed twice: `receipt.<application>.001`. */
export const MessageId = z
  .string()
  .regex(/^[a-z-]+(\.[0-9a-f-]+)+$/)
  .brand<"MessageId">();
export type MessageId = z.infer<typeof MessageId>;

/** What a message says, as data. The words are made when it is sent. */
export const MessageContent = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("receipt"),
    callId: CallId,
    applicationId: ApplicationId,
    number: z.int(),
    reference: Reference,
    level: Level,
    organisation: z.string(),
    cluster: z.string(),
    receivedAt: InstantText,
    digest: z.string(),
    /** What was attached, as it is called and how large it is. */
    files: z.optional(z.array(z.object({ name: z.string(), bytes: z.int() }))),
  }),
  z.object({
    kind: z.literal("withdrawal"),
    callId: CallId,
    applicationId: ApplicationId,
    reference: Reference,
    level: Level,
    withdrawnAt: InstantText,
  }),
  z.object({
    kind: z.literal("changes-not-sent"),
    callId: CallId,
    applicationId: ApplicationId,
    reference: Reference,
    level: Level,
    /** The submission that stands, and when it came. */
    number: z.int(),
    receivedAt: InstantText,
    deadline: InstantText,
  }),
  RegistrationContent,
  RegistrationWaitingContent,
  RegistrationCancelledContent,
  RegistrationLinkContent,
  z.object({
    kind: z.literal("invitation"),
    callId: CallId,
    applicationId: ApplicationId,
    colleagueId: ColleagueId,
    /** Who invites, and what the applicant calls the application; empty while it has no name. */
    invitedBy: z.string(),
    name: z.string(),
    level: Level,
    may: ColleagueMay,
    expiresAt: InstantText,
    /** The key of the link. Blanked as soon as the message is sent. */
    key: z.string(),
  }),
  z.object({
    kind: z.literal("ownership-received"),
    callId: CallId,
    applicationId: ApplicationId,
    reference: Reference,
    level: Level,
    handedOverBy: z.string(),
    name: z.string(),
  }),
  z.object({
    kind: z.literal("extension-granted"),
    callId: CallId,
    applicationId: ApplicationId,
    reference: Reference,
    level: Level,
    /** The last instant that is in time for everybody, and the one for this application. */
    deadline: InstantText,
    until: InstantText,
    reason: z.string(),
  }),
  z.object({
    kind: z.literal("deadline-moved"),
    callId: CallId,
    applicationId: ApplicationId,
    reference: Reference,
    level: Level,
    state: z.enum(["draft", "submitted"]),
    from: InstantText,
    to: InstantText,
    reason: z.string(),
  }),
  ReminderContent,
  WebinarReminderContent,
  DraftExpiredContent,
  DeletionNoticeContent,
  ClosingSummaryContent,
]);
export type MessageContent = z.infer<typeof MessageContent>;

/** An e-mail we owe somebody, and what became of it. `dueAt` is when it may next be tried; a try moves it ahead, which is the lease. */
export const Message = z.object({
  id: MessageId,
  to: z.string(),
  language: Language,
  content: MessageContent,
  /** `obsolete` is one that was not true any more when it was to be sent. */
  state: z.enum(["owed", "sent", "failed", "obsolete"]),
  attempts: z.int().min(0),
  owedAt: InstantText,
  dueAt: z.optional(InstantText),
  sentAt: z.optional(InstantText),
  sesId: z.optional(z.string()),
  /** Code of the last failure, never its text: that can hold an address. */
  lastFailure: z.optional(z.string()),
});
export type Message = z.infer<typeof Message>;

/** A message we owe from this instant on. The stream has the first minute to itself; then the minutely run looks after it too. */
export const owe = (
  { id, ...message }: Pick<Message, "to" | "language" | "content"> & { readonly id: string },
  at: Instant,
): Message => ({
  ...message,
  id: MessageId.parse(id),
  state: "owed",
  attempts: 0,
  owedAt: at,
  dueAt: at.add({ minutes: 1 }),
});

const firstWaitInMinutes = 1;
const longestWaitInMinutes = 120;
const giveUpAfterHours = 24;

/** When to try again after a try has failed: twice as long each time, and not at all after a day. `random` in [0, 1) spreads the tries. */
export const nextTry = (message: Message, at: Instant, random: number): Instant | undefined => {
  if (at.epochMilliseconds - message.owedAt.epochMilliseconds > giveUpAfterHours * 3_600_000)
    return undefined;
  const minutes = Math.min(longestWaitInMinutes, firstWaitInMinutes * 2 ** Math.max(0, message.attempts - 1));
  return at.add({ milliseconds: Math.round(minutes * 60_000 * (0.75 + random / 2)) });
};
