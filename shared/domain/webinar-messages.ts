// What is mailed to whoever has signed up for a webinar. It says when and where as that was when the mail was owed.
import * as z from "zod";
import { CallId } from "./call.ts";
import { CircularTo } from "./circular.ts";
import { RegistrationId, RegistrationState } from "./registration.ts";
import { InstantText } from "./time.ts";

const held = { startsAt: InstantText, endsAt: InstantText };

const toHolder = {
  callId: CallId,
  webinarId: z.string(),
  registrationId: RegistrationId,
  name: z.string(),
  email: z.string(),
};

/** The key of the manage link. Blanked as soon as the message is sent. */
const key = z.string();

export const RegistrationContent = z.object({
  kind: z.literal("registration"),
  ...toHolder,
  /** Only who has a place is told where to join. */
  webinar: z.object({ ...held, joinLink: z.optional(z.string()) }),
  sequence: z.int(),
  /** Whether they had waited for it. */
  promoted: z.boolean(),
  key,
});

export const RegistrationWaitingContent = z.object({
  kind: z.literal("registration-waiting"),
  ...toHolder,
  webinar: z.object(held),
  key,
});

export const RegistrationCancelledContent = z.object({
  kind: z.literal("registration-cancelled"),
  ...toHolder,
  webinar: z.object(held),
  sequence: z.int(),
  /** Who only waited has nothing in a calendar. */
  hadPlace: z.boolean(),
  /** What staff wrote, when they cancelled it. */
  because: z.optional(z.string()),
});

/** The link once more, for who asked for it or signed up a second time. */
export const RegistrationLinkContent = z.object({
  kind: z.literal("registration-link"),
  ...toHolder,
  webinar: z.object(held),
  state: RegistrationState,
  because: z.enum(["asked", "signed-up-again"]),
  key,
});

const ofChange = {
  ...toHolder,
  /** Which of the webinar's changes it tells of: the last that concerns them, or it is not sent. */
  change: z.int(),
  sequence: z.int(),
  hasPlace: z.boolean(),
};

export const WebinarChangedContent = z.object({
  kind: z.literal("webinar-changed"),
  ...ofChange,
  what: z.enum(["moved", "join-link"]),
  webinar: z.object({ ...held, joinLink: z.optional(z.string()) }),
  /** When it was to be when they signed up, if that is another time. */
  was: z.optional(z.object(held)),
});

export const WebinarCalledOffContent = z.object({
  kind: z.literal("webinar-called-off"),
  ...ofChange,
  webinar: z.object(held),
});

export const WebinarSoonContent = z.object({
  kind: z.literal("webinar-soon"),
  ...toHolder,
  when: z.enum(["day", "hour"]),
  /** Where to join is filled in when it is sent. */
  webinar: z.object({ ...held, joinLink: z.optional(z.string()) }),
});

export const WebinarThanksContent = z.object({
  kind: z.literal("webinar-thanks"),
  ...toHolder,
  webinar: z.object(held),
  recording: z.string(),
});

/** What staff wrote, word for word, and when the webinar is as that is when it is sent. */
const written = {
  webinar: z.object(held),
  subject: z.string(),
  text: z.string(),
  calledOff: z.optional(z.literal(true)),
};

export const WebinarCircularContent = z.object({
  kind: z.literal("webinar-circular"),
  ...toHolder,
  ...written,
  to: CircularTo,
  /** When it was confirmed: whoever came later does not get it. */
  sentAt: InstantText,
});

/** To the member of staff who writes it, to see how it looks. */
export const WebinarCircularTrialContent = z.object({
  kind: z.literal("webinar-circular-trial"),
  callId: CallId,
  name: z.string(),
  ...written,
});
