import * as z from "zod";
import { type Call, CallId, Level, signUpOpeningOf, type Webinar } from "./call.ts";
import { Sha256, sha256 } from "./digest.ts";
import { EmailAddress } from "./person.ts";
import type { Refusal } from "./refusal.ts";
import { accept, type Result, refuse } from "./result.ts";
import { Language } from "./text.ts";
import { type Instant, InstantText, isAfter } from "./time.ts";

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

export const Interest = z.enum([...Level.options, "undecided"]);

/** What can be changed afterwards. What was not filled in is empty. */
export const Details = z.object({
  name: z.string().min(1).max(100),
  organisation: z.string().max(200),
  organisationNumber: z.string().max(9).default(""),
  role: z.string().max(100).default(""),
  interest: Interest.default("undecided"),
  questions: z.string().max(1000).default(""),
  language: Language,
});
export type Details = z.infer<typeof Details>;

/** What a visitor fills in, as data. Whoever has another address signs up anew: it is what a registration is known by. */
export const SignUp = Details.extend({ email: EmailAddress });
export type SignUp = z.infer<typeof SignUp>;

/** One person's place at the webinar, or in the line for one. */
export const Registration = SignUp.extend({
  id: RegistrationId,
  callId: CallId,
  webinarId: z.string(),
  state: RegistrationState,
  /** SHA-256 of the keys in the links that were mailed, the last last; the keys are nowhere but in the mails. */
  keyHashes: z.array(Sha256),
  /** Counts the changes of state, which is what calendars must hear of. */
  sequence: z.int().min(0),
  /** Counts every change. */
  revision: z.int().min(1),
  /** When the sign-up that holds now arrived: the place in the line. */
  registeredAt: InstantText,
  /** Whether it has one of a limited number of places: then another may have it when it is given back. */
  hasSeat: z.boolean(),
  /** When somebody who waited got a place. */
  promotedAt: z.optional(InstantText),
  cancelledAt: z.optional(InstantText),
  /** What staff wrote when it was they who cancelled it. */
  cancelledBecause: z.optional(z.string().max(500)),
  /** Whether staff filled it in. */
  addedByStaff: z.optional(z.literal(true)),
});
export type Registration = z.infer<typeof Registration>;

/** It as it is when it is cancelled. */
export const cancelledOf = (earlier: Registration, at: Instant): Registration => ({
  ...earlier,
  ...{ state: "cancelled", hasSeat: false, cancelledAt: at },
  ...{ sequence: earlier.sequence + 1, revision: earlier.revision + 1 },
});

/** Without what its link is known by. */
export const PublicRegistration = Registration.omit({ keyHashes: true });

/** All that has ever been said of it in calendars, counted: rises with the person's changes and with the webinar's (RFC 5545 § 3.8.7.4). */
export const invitationSequence = ({ sequence }: Pick<Registration, "sequence">, webinar: Webinar): number =>
  sequence + (webinar.sequence ?? 0);

/** Mails come in any order or not at all, so a new link leaves the earlier ones valid: these many. */
const mostKeys = 5;

export const withKey = <One extends Pick<Registration, "keyHashes">>(one: One, keyHash: string): One => ({
  ...one,
  keyHashes: [...one.keyHashes, keyHash].slice(-mostKeys),
});

/** A new place, an old one taken up again, or nothing to do: the visitor gets the same answer each time. */
export type SignUpOutcome =
  | { readonly does: "register"; readonly sequence: number; readonly revision: number }
  | { readonly does: "nothing" };

export const decideSignUp = (
  call: Call,
  earlier: Registration | undefined,
  at: Instant,
): Result<SignUpOutcome, Refusal> => {
  if (call.webinar.cancelledAt) return refuse({ reason: "webinar-cancelled" });
  const opening = signUpOpeningOf(call, at);
  if (opening.state === "closed")
    return refuse({ reason: "deadline-passed", deadline: opening.closedAt, at });
  if (opening.state === "opens-later") return refuse({ reason: "not-open-yet", opensAt: opening.opensAt });
  if (!earlier) return accept({ does: "register", sequence: 0, revision: 1 });
  if (earlier.state !== "cancelled") return accept({ does: "nothing" });
  return accept({
    does: "register",
    sequence: earlier.sequence + 1,
    revision: earlier.revision + 1,
  });
};

/** What was filled in as a registration, but for whether there is a place. */
export const registrationOf = (
  { id: callId, webinar }: Pick<Call, "id" | "webinar">,
  wanted: SignUp,
  place: Pick<Registration, "sequence" | "revision">,
  { keyHash, at }: { readonly keyHash: string; readonly at: Instant },
): Omit<Registration, "state" | "hasSeat"> => ({
  ...wanted,
  ...{ id: registrationIdOf(webinar.id, wanted.email), callId, webinarId: webinar.id },
  ...{ sequence: place.sequence, revision: place.revision, keyHashes: [keyHash], registeredAt: at },
});

/** Details may be changed and a place given back until the webinar begins, also after sign-up has closed. */
export const decideChange = ({ webinar }: Pick<Call, "webinar">, at: Instant): Result<"change", Refusal> =>
  isAfter(webinar.startsAt, at)
    ? accept("change")
    : refuse({ reason: "deadline-passed", deadline: webinar.startsAt, at });
