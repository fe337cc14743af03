// What mails about an application say, as data.
import * as z from "zod";
import { ApplicationId } from "./application.ts";
import { CallId, Level } from "./call.ts";
import { ColleagueId, ColleagueMay } from "./colleague.ts";
import { Reference } from "./reference.ts";
import { InstantText } from "./time.ts";

export const ReceiptContent = z.object({
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
});

export const WithdrawalContent = z.object({
  kind: z.literal("withdrawal"),
  callId: CallId,
  applicationId: ApplicationId,
  reference: Reference,
  level: Level,
  withdrawnAt: InstantText,
});

export const ChangesNotSentContent = z.object({
  kind: z.literal("changes-not-sent"),
  callId: CallId,
  applicationId: ApplicationId,
  reference: Reference,
  level: Level,
  /** The submission that stands, and when it came. */
  number: z.int(),
  receivedAt: InstantText,
  deadline: InstantText,
});

export const InvitationContent = z.object({
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
});

export const OwnershipReceivedContent = z.object({
  kind: z.literal("ownership-received"),
  callId: CallId,
  applicationId: ApplicationId,
  reference: Reference,
  level: Level,
  handedOverBy: z.string(),
  name: z.string(),
});
