import { findCall } from "#shared/calls/index.ts";
import type { Call, Level } from "#shared/domain/call.ts";
import type { Message, MessageContent } from "#shared/domain/message.ts";
import type { Language } from "#shared/domain/text.ts";
import type { Instant } from "#shared/domain/time.ts";
import { showClock, showInstant } from "#shared/form/moments.ts";

/** What a mail says, before it is text or HTML. Both parts are made from this one source. */
export interface Letter {
  readonly subject: string;
  readonly greeting?: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly link?: { readonly label: string; readonly href: string };
  readonly closing: readonly string[];
}

type Three = Readonly<Record<Language, string>>;
const zone = "Europe/Oslo";
const norwegianTime: Three = { nb: "norsk tid", nn: "norsk tid", en: "Norwegian time" };

const precisely = (at: Instant, language: Language): string =>
  `${showInstant(at, zone, language, "second")} (${norwegianTime[language]})`;

interface Around {
  readonly call: Call;
  readonly language: Language;
  readonly siteUrl: string;
}

const questionsTo = ({ call, language }: Around): readonly string[] => {
  const words: Three = { nb: "Spørsmål? Skriv til", nn: "Spørsmål? Skriv til", en: "Questions? Write to" };
  const [contact] = call.contacts;
  return contact ? [`${words[language]} ${contact.email}.`] : [];
};

const levelName = ({ call, language }: Around, level: Level): string => call.levels[level].name[language];

const labels = {
  nb: {
    reference: "Referanse",
    level: "Programnivå",
    organisation: "Virksomhet",
    cluster: "Klynge",
    received: "Mottatt",
    digest: "Kontrollsum (SHA-256)",
    deadline: "Frist",
    withdrawn: "Trukket",
    when: "Når",
    where: "Hvor",
  },
  nn: {
    reference: "Referanse",
    level: "Programnivå",
    organisation: "Verksemd",
    cluster: "Klynge",
    received: "Motteke",
    digest: "Kontrollsum (SHA-256)",
    deadline: "Frist",
    withdrawn: "Trekt",
    when: "Når",
    where: "Kvar",
  },
  en: {
    reference: "Reference",
    level: "Programme level",
    organisation: "Organisation",
    cluster: "Cluster",
    received: "Received",
    digest: "Checksum (SHA-256)",
    deadline: "Deadline",
    withdrawn: "Withdrawn",
    when: "When",
    where: "Where",
  },
} as const;

type Content<Kind extends MessageContent["kind"]> = Extract<MessageContent, { kind: Kind }>;

const receipt = (content: Content<"receipt">, around: Around): Letter => {
  const { language, siteUrl } = around;
  const label = labels[language];
  const words = {
    nb: {
      subject: `Kvittering for søknad ${content.reference}`,
      text: "Vi har mottatt søknaden deres. Den ligger fast slik den ble sendt.",
      link: "Åpne kvitteringen",
      next: "Dere kan trekke søknaden og sende den på nytt fram til fristen.",
    },
    nn: {
      subject: `Kvittering for søknad ${content.reference}`,
      text: "Vi har motteke søknaden dykkar. Han ligg fast slik han vart send.",
      link: "Opne kvitteringa",
      next: "De kan trekkje søknaden og sende han på nytt fram til fristen.",
    },
    en: {
      subject: `Receipt for application ${content.reference}`,
      text: "We have received your application. It stands as it was sent.",
      link: "Open the receipt",
      next: "You can withdraw the application and send it again until the deadline.",
    },
  }[language];
  return {
    subject: words.subject,
    paragraphs: [words.text],
    facts: [
      [label.reference, content.reference],
      [label.level, levelName(around, content.level)],
      [label.organisation, content.organisation],
      [label.cluster, content.cluster],
      [label.received, precisely(content.receivedAt, language)],
      [label.digest, content.digest],
    ],
    link: { label: words.link, href: `${siteUrl}/${language}/applications/${content.applicationId}/receipt` },
    closing: [words.next, ...questionsTo(around)],
  };
};

const withdrawal = (content: Content<"withdrawal">, around: Around): Letter => {
  const { language, siteUrl } = around;
  const label = labels[language];
  const words = {
    nb: {
      subject: `Søknad ${content.reference} er trukket`,
      text: "Søknaden er trukket og blir ikke behandlet. Svarene er bevart, og dere kan sende den på nytt fram til fristen.",
      link: "Åpne søknaden",
    },
    nn: {
      subject: `Søknad ${content.reference} er trekt`,
      text: "Søknaden er trekt og blir ikkje behandla. Svara er tekne vare på, og de kan sende han på nytt fram til fristen.",
      link: "Opne søknaden",
    },
    en: {
      subject: `Application ${content.reference} has been withdrawn`,
      text: "The application has been withdrawn and will not be assessed. The answers are kept, and you can send it again until the deadline.",
      link: "Open the application",
    },
  }[language];
  return {
    subject: words.subject,
    paragraphs: [words.text],
    facts: [
      [label.reference, content.reference],
      [label.level, levelName(around, content.level)],
      [label.withdrawn, precisely(content.withdrawnAt, language)],
    ],
    link: { label: words.link, href: `${siteUrl}/${language}/applications/${content.applicationId}` },
    closing: questionsTo(around),
  };
};

const draftExpired = (content: Content<"draft-expired">, around: Around): Letter => {
  const { language, siteUrl } = around;
  const label = labels[language];
  const words = {
    nb: {
      subject: `Utkastet ${content.reference} ble ikke sendt før fristen`,
      text: "Fristen er ute, og utkastet deres ble ikke sendt. Det blir ikke behandlet.",
      read: "Dere kan fortsatt lese og kopiere det dere har skrevet.",
      link: "Les utkastet",
    },
    nn: {
      subject: `Utkastet ${content.reference} vart ikkje sendt før fristen`,
      text: "Fristen er ute, og utkastet dykkar vart ikkje sendt. Det blir ikkje behandla.",
      read: "De kan framleis lese og kopiere det de har skrive.",
      link: "Les utkastet",
    },
    en: {
      subject: `Draft ${content.reference} was not sent before the deadline`,
      text: "The deadline has passed and your draft was not sent. It will not be assessed.",
      read: "You can still read and copy what you have written.",
      link: "Read the draft",
    },
  }[language];
  return {
    subject: words.subject,
    paragraphs: [words.text, words.read],
    facts: [
      [label.reference, content.reference],
      [label.level, levelName(around, content.level)],
      [label.deadline, precisely(content.deadline, language)],
    ],
    link: { label: words.link, href: `${siteUrl}/${language}/applications/${content.applicationId}` },
    closing: questionsTo(around),
  };
};

const webinarFacts = ({ call, language }: Around): Letter["facts"] => {
  const { startsAt, endsAt, timeZone, where } = call.webinar;
  const label = labels[language];
  const when = `${showInstant(startsAt, timeZone, language)}–${showClock(endsAt, timeZone, language)} (${norwegianTime[language]})`;
  return [
    [label.when, when],
    [label.where, where[language]],
  ];
};

const registration = (content: Content<"registration">, around: Around): Letter => {
  const { call, language, siteUrl } = around;
  const words = {
    nb: {
      hello: "Hei",
      subject: "Du er påmeldt",
      text: "Takk for påmeldingen. Invitasjonen ligger ved, så du kan legge webinaret i kalenderen.",
      link: "Se eller avbestill påmeldingen",
    },
    nn: {
      hello: "Hei",
      subject: "Du er påmeld",
      text: "Takk for påmeldinga. Invitasjonen ligg ved, så du kan leggje webinaret i kalenderen.",
      link: "Sjå eller avbestill påmeldinga",
    },
    en: {
      hello: "Hello",
      subject: "You are registered",
      text: "Thank you for signing up. The invitation is attached, so that you can add the webinar to your calendar.",
      link: "See or cancel your registration",
    },
  }[language];
  return {
    subject: `${words.subject}: ${call.webinar.title[language]}`,
    greeting: `${words.hello}, ${content.name}.`,
    paragraphs: [words.text],
    facts: webinarFacts(around),
    link: {
      label: words.link,
      href: `${siteUrl}/${language}/registrations/${content.registrationId}?key=${content.key}`,
    },
    closing: questionsTo(around),
  };
};

const registrationCancelled = (content: Content<"registration-cancelled">, around: Around): Letter => {
  const { call, language, siteUrl } = around;
  const words = {
    nb: {
      hello: "Hei",
      subject: "Du er avmeldt",
      text: "Påmeldingen din er avbestilt, og plassen er gitt fri. Ombestemmer du deg, kan du melde deg på igjen innen fristen.",
      link: "Til utlysningen",
    },
    nn: {
      hello: "Hei",
      subject: "Du er avmeld",
      text: "Påmeldinga di er avbestilt, og plassen er gitt fri. Ombestemmer du deg, kan du melde deg på igjen innan fristen.",
      link: "Til utlysinga",
    },
    en: {
      hello: "Hello",
      subject: "You are no longer registered",
      text: "Your registration is cancelled and the place given up. If you change your mind, you can sign up again before the deadline.",
      link: "To the call",
    },
  }[language];
  return {
    subject: `${words.subject}: ${call.webinar.title[language]}`,
    greeting: `${words.hello}, ${content.name}.`,
    paragraphs: [words.text],
    facts: webinarFacts(around),
    link: { label: words.link, href: `${siteUrl}/${language}/calls/${call.id}` },
    closing: questionsTo(around),
  };
};

/** The words of a message in its reader's language. Every kind has them or does not compile. */
export const letterOf = (
  { content, language }: Pick<Message, "content" | "language">,
  siteUrl: string,
): Letter => {
  const call = findCall(content.callId)?.call;
  if (!call) throw new Error("A message is about a call that there is not");
  const around = { call, language, siteUrl };
  switch (content.kind) {
    case "receipt":
      return receipt(content, around);
    case "withdrawal":
      return withdrawal(content, around);
    case "draft-expired":
      return draftExpired(content, around);
    case "registration":
      return registration(content, around);
    case "registration-cancelled":
      return registrationCancelled(content, around);
  }
};
