import * as z from "zod";
import { type Call, CallId, signUpOpeningOf } from "./call.ts";
import { sha256 } from "./digest.ts";
import { EmailAddress } from "./person.ts";
import type { Refusal } from "./refusal.ts";
import { accept, type Result, refuse } from "./result.ts";
import { Language } from "./text.ts";
import { type Instant, InstantText } from "./time.ts";

/** Made from the webinar and the e-mail address, so that the same person always finds the same registration. 32 hexadecimal digits. */
export const RegistrationId = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<"RegistrationId">();
export type RegistrationId = z.infer<typeof RegistrationId>;

export const registrationIdOf = (webinarId: string, email: EmailAddress): RegistrationId =>
  RegistrationId.parse(sha256(`${webinarId}#${email}`).slice(0, 32));

export const RegistrationState = z.enum(["registered", "waiting", "cancelled"]);
export type RegistrationState = z.infer<typeof RegistrationState>;

/** What a visitor fills in, as data. */
export const SignUp = z.object({
  name: z.string().min(1).max(100),
  email: EmailAddress,
  organisation: z.string().max(200),
  language: Language,
});
export type SignUp = z.infer<typeof SignUp>;

/** One person's place at the webinar. `sequence` counts what the calendar invitation has said (RFC 5545 § 3.8.7.4). */
export const Registration = SignUp.extend({
  id: RegistrationId,
  callId: CallId,
  webinarId: z.string(),
  state: RegistrationState,
  /** SHA-256 of the key in the mail's link; the key itself is nowhere but in the mail. */
  keyHash: z.string(),
  sequence: z.int().min(0),
  registeredAt: InstantText,
  cancelledAt: z.optional(InstantText),
});
export type Registration = z.infer<typeof Registration>;

/** A new place, an old place taken up again, or nothing to do: the visitor gets the same answer each time. */
export type SignUpOutcome =
  | { readonly does: "register"; readonly sequence: number }
  | { readonly does: "nothing" };

export const decideSignUp = (
  call: Call,
  earlier: Registration | undefined,
  at: Instant,
): Result<SignUpOutcome, Refusal> => {
  const opening = signUpOpeningOf(call, at);
  if (opening.state === "closed")
    return refuse({ reason: "deadline-passed", deadline: opening.closedAt, at });
  if (opening.state === "opens-later") return refuse({ reason: "not-open-yet", opensAt: opening.opensAt });
  if (!earlier) return accept({ does: "register", sequence: 0 });
  if (earlier.state === "cancelled") return accept({ does: "register", sequence: earlier.sequence + 1 });
  return accept({ does: "nothing" });
};

/** A place may be given back until the webinar begins, also after sign-up has closed. */
export const decideCancellation = (call: Call, at: Instant): Result<"cancel", Refusal> =>
  at.epochMilliseconds < call.webinar.startsAt.epochMilliseconds
    ? accept("cancel")
    : refuse({ reason: "deadline-passed", deadline: call.webinar.startsAt, at });
