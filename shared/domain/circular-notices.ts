import type { Webinar } from "./call.ts";
import type { Circular, CircularWords } from "./circular.ts";
import { sha256 } from "./digest.ts";
import { type Message, MessageId, owe } from "./message.ts";
import type { Person } from "./person.ts";
import type { RegistrationId } from "./registration.ts";
import { type About, sent, toHolder } from "./registration-notices.ts";
import type { Language } from "./text.ts";
import type { Instant } from "./time.ts";

/** One message to each receiver, whoever owes it and however often. */
export const circularMessageId = ({ id }: Pick<Circular, "id">, receiver: RegistrationId): MessageId =>
  MessageId.parse(`webinar-circular.${id}.${receiver}`);

/** A circular as one of its receivers gets it. Whether it is for them still is decided when it is sent. */
export const circularNotice = (circular: Circular, about: About): Message => {
  const { subject, text, to, sentAt } = circular;
  const content = { kind: "webinar-circular", ...toHolder(about), subject, text, to, sentAt } as const;
  return owe({ id: circularMessageId(circular, about.registration.id), ...sent(about), content }, about.at);
};

interface Trial {
  readonly call: { readonly id: Circular["callId"]; readonly webinar: Webinar };
  readonly id: Circular["id"];
  readonly words: CircularWords;
  readonly person: Person;
  readonly language: Language;
}

/** The same mail to whoever writes it. The same words are tried once. */
export const circularTrial = ({ call, id, words, person, language }: Trial, at: Instant): Message => {
  const { subject, text } = words;
  const { startsAt, endsAt, cancelledAt } = call.webinar;
  const tried = sha256(JSON.stringify([person.id, language, subject, text])).slice(0, 16);
  const content = {
    kind: "webinar-circular-trial",
    callId: call.id,
    webinar: { startsAt, endsAt },
    ...{ name: person.name, subject, text },
    ...(cancelledAt && { calledOff: true as const }),
  } as const;
  return owe({ id: `webinar-circular-trial.${id}.${tried}`, to: person.email, language, content }, at);
};
