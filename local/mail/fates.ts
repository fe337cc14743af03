import { randomUUID } from "node:crypto";
import type { StoredMail } from "./mailbox.ts";
import type { MailMood } from "./moods.ts";

/** One thing that SES tells of a mail: its type, and what goes beside `mail` in the event. */
export interface Told {
  readonly eventType: "Delivery" | "DeliveryDelay" | "Bounce" | "Complaint" | "Reject";
  readonly about: Readonly<Record<string, unknown>>;
}

interface Around {
  readonly timestamp: string;
  readonly recipients: readonly string[];
}

const delivery = ({ timestamp, recipients }: Around): Told => ({
  eventType: "Delivery",
  about: {
    delivery: {
      timestamp,
      recipients,
      processingTimeMillis: 546,
      smtpResponse: "250 2.6.0 Message received",
    },
  },
});

const delay = ({ timestamp, recipients }: Around): Told => ({
  eventType: "DeliveryDelay",
  about: {
    deliveryDelay: {
      timestamp,
      delayType: "TransientCommunicationFailure",
      delayedRecipients: recipients.map((emailAddress) => ({ emailAddress, status: "4.4.1" })),
    },
  },
});

const bounce =
  (bounceType: string, bounceSubType: string) =>
  ({ timestamp, recipients }: Around): Told => ({
    eventType: "Bounce",
    about: {
      bounce: {
        timestamp,
        feedbackId: randomUUID(),
        bounceType,
        bounceSubType,
        bouncedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
      },
    },
  });

const complaint = ({ timestamp, recipients }: Around): Told => ({
  eventType: "Complaint",
  about: {
    complaint: {
      timestamp,
      feedbackId: randomUUID(),
      complaintSubType: null,
      complaintFeedbackType: "abuse",
      complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
    },
  },
});

type Fate = readonly ((around: Around) => Told)[];

const moods: Readonly<Record<MailMood, Fate>> = {
  delivers: [delivery],
  delays: [delay],
  bounces: [bounce("Permanent", "General")],
  "bounces-for-now": [bounce("Transient", "MailboxFull")],
  complains: [delivery, complaint],
  // Never asked: what is throttled is not taken.
  throttles: [],
};

/** The addresses of SES's mailbox simulator, which do the same whatever the mood. */
const simulator: Readonly<Record<string, Fate>> = {
  success: [delivery],
  bounce: [bounce("Permanent", "General")],
  complaint: [delivery, complaint],
  ooto: [delivery, bounce("Transient", "General")],
  suppressionlist: [bounce("Permanent", "Suppressed")],
};

/** SES lets labels follow the name, as in `bounce+one@…`. */
const fateOf = (address: string, mood: MailMood): Fate => {
  const [, name = ""] = /^([a-z]+)(?:\+.*)?@simulator\.amazonses\.com$/.exec(address.toLowerCase()) ?? [];
  return simulator[name] ?? moods[mood];
};

/** Everything that SES tells of a mail, in the order it tells it. */
export const toldOf = ({ destinations }: StoredMail, mood: MailMood, now: number): readonly Told[] =>
  destinations.flatMap((address) =>
    fateOf(address, mood).map((tell) =>
      tell({ timestamp: new Date(now).toISOString(), recipients: [address] }),
    ),
  );
