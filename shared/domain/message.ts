import * as z from "zod";
import {
  ChangesNotSentContent,
  InvitationContent,
  OwnershipReceivedContent,
  ReceiptContent,
  WithdrawalContent,
} from "./application-messages.ts";
import {
  ClosingSummaryContent,
  DeadlineMovedContent,
  DeletionNoticeContent,
  DraftExpiredContent,
  ExtensionGrantedContent,
  ReminderContent,
  WebinarReminderContent,
} from "./deadline-messages.ts";
import { ExportReadyContent } from "./export-job.ts";
import { Feedback } from "./feedback.ts";
import { Language } from "./text.ts";
import { duration, type Instant, InstantText } from "./time.ts";
import {
  RegistrationCancelledContent,
  RegistrationContent,
  RegistrationLinkContent,
  RegistrationWaitingContent,
  WebinarCalledOffContent,
  WebinarChangedContent,
  WebinarCircularContent,
  WebinarCircularTrialContent,
  WebinarSoonContent,
  WebinarThanksContent,
} from "./webinar-messages.ts";

/** Says what the message is about, so that the same promise is never owed twice: `receipt.<application>.001`. */
export const MessageId = z
  .string()
  .regex(/^[a-z-]+(\.[0-9a-f-]+)+$/)
  .brand<"MessageId">();
export type MessageId = z.infer<typeof MessageId>;

/** What a message says, as data. The words are made when it is sent. */
export const MessageContent = z.discriminatedUnion("kind", [
  ReceiptContent,
  WithdrawalContent,
  ChangesNotSentContent,
  RegistrationContent,
  RegistrationWaitingContent,
  RegistrationCancelledContent,
  RegistrationLinkContent,
  WebinarChangedContent,
  WebinarCalledOffContent,
  WebinarSoonContent,
  WebinarThanksContent,
  WebinarCircularContent,
  WebinarCircularTrialContent,
  InvitationContent,
  OwnershipReceivedContent,
  ExtensionGrantedContent,
  DeadlineMovedContent,
  ExportReadyContent,
  ReminderContent,
  WebinarReminderContent,
  DraftExpiredContent,
  DeletionNoticeContent,
  ClosingSummaryContent,
]);
export type MessageContent = z.infer<typeof MessageContent>;

/**
 * Where a message is on its way. `sending` is one that somebody has taken on: SES may have it, and nobody has said so yet.
 * `obsolete` was not true any more when it was to be sent; `withheld` was for an address that has complained of mail from us.
 */
export const MessageState = z.enum([
  "owed",
  "sending",
  "sent",
  "delivered",
  "bounced",
  "complained",
  "failed",
  "obsolete",
  "withheld",
]);
export type MessageState = z.infer<typeof MessageState>;

/** An e-mail we owe somebody, and what became of it. `dueAt` is when it may next be tried; while it is `sending`, when somebody else may take it on. */
export const Message = z.object({
  id: MessageId,
  to: z.string(),
  language: Language,
  content: MessageContent,
  state: MessageState,
  /** How often somebody has taken on the sending. */
  attempts: z.int().min(0),
  /** How many of those ended in a failure of its own; that there was too much to send is none. */
  failures: z.optional(z.int()),
  /** How often it was sent again without anybody knowing what became of the try before. */
  maybeTwice: z.optional(z.int()),
  owedAt: InstantText,
  dueAt: z.optional(InstantText),
  sentAt: z.optional(InstantText),
  sesId: z.optional(z.string()),
  /** Code of the last failure, never its text: that can hold an address. */
  lastFailure: z.optional(z.string()),
  /** What SES has told of it since, in the order it was heard. */
  feedback: z.optional(z.array(Feedback)),
});
export type Message = z.infer<typeof Message>;

const forTheStream = duration({ minutes: 1 });

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
  dueAt: at.add(forTheStream),
});

/** The content without the key of its link, which is to be nowhere but in the mail. */
export const withoutKey = (content: MessageContent): MessageContent =>
  "key" in content ? { ...content, key: "" } : content;

/** Whether the message cannot be written again, since the key of its link is gone. */
export const hasLostItsKey = ({ content }: Pick<Message, "content">): boolean =>
  "key" in content && content.key === "";
