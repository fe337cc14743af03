import type { Webinar } from "./call.ts";
import { type Message, owe } from "./message.ts";
import { invitationSequence, type Registration } from "./registration.ts";
import type { Instant } from "./time.ts";

/** What a notice is made of: the registration as it has become, the webinar as it is now. */
export interface About {
  readonly registration: Registration;
  readonly webinar: Webinar;
  readonly at: Instant;
}

interface WithKey extends About {
  readonly key: string;
}

export const toHolder = ({ registration, webinar }: About) => ({
  callId: registration.callId,
  webinarId: registration.webinarId,
  registrationId: registration.id,
  name: registration.name,
  email: registration.email,
  webinar: { startsAt: webinar.startsAt, endsAt: webinar.endsAt },
});

export const sent = ({ registration: { email: to, language } }: About) => ({ to, language });

/** Says of which change it is, so that each is told once. */
const idOf = (words: string, { registration: { id, sequence } }: About): string =>
  `${words}.${id}.${sequence}`;

/** That they have a place, with the invitation; or, honestly, that they wait for one. */
export const placeNotice = (about: WithKey): Message => {
  const { registration, webinar, key, at } = about;
  const holder = toHolder(about);
  if (registration.state === "waiting") {
    const content = { kind: "registration-waiting", ...holder, key } as const;
    return owe({ id: idOf("registration-waiting", about), ...sent(about), content }, at);
  }
  const content = {
    kind: "registration",
    ...holder,
    webinar: { ...holder.webinar, ...(webinar.joinLink && { joinLink: webinar.joinLink }) },
    sequence: invitationSequence(registration, webinar),
    promoted: registration.promotedAt !== undefined,
    key,
  } as const;
  return owe({ id: idOf("registration", about), ...sent(about), content }, at);
};

/** `hadPlace` says whether there is something to take out of a calendar. */
export const cancellationNotice = (about: About, hadPlace: boolean): Message => {
  const sequence = invitationSequence(about.registration, about.webinar);
  const { cancelledBecause: because } = about.registration;
  const told = { ...toHolder(about), sequence, hadPlace, ...(because && { because }) };
  const content = { kind: "registration-cancelled", ...told } as const;
  return owe({ id: idOf("registration-cancelled", about), ...sent(about), content }, about.at);
};

export const linkNotice = (about: WithKey, because: "asked" | "signed-up-again"): Message => {
  const { id, revision, state } = about.registration;
  const content = { kind: "registration-link", ...toHolder(about), state, because, key: about.key } as const;
  return owe({ id: `registration-link.${id}.${revision}`, ...sent(about), content }, about.at);
};
