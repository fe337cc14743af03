import type { Call, Level } from "#shared/domain/call.ts";
import type { MessageContent } from "#shared/domain/message.ts";
import type { Language } from "#shared/domain/text.ts";
import type { Instant } from "#shared/domain/time.ts";
import { showExactly } from "#shared/form/moments.ts";

interface Link {
  readonly label: string;
  readonly href: string;
}

/** What a mail says, before it is text or HTML. Both parts are made from this one source. */
export interface Letter {
  readonly subject: string;
  readonly greeting?: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly link?: Link;
  /** Where else it leads, beside the link that is meant first. */
  readonly also?: Link;
  readonly closing: readonly string[];
}

type Three = Readonly<Record<Language, string>>;
const zone = "Europe/Oslo";

export const toTheSecond = (at: Instant, language: Language): string =>
  showExactly(at, zone, language, "second");

/** As the receipt itself has it. */
export const toTheMillisecond = (at: Instant, language: Language): string => showExactly(at, zone, language);

export interface Around {
  readonly call: Call;
  readonly language: Language;
  readonly siteUrl: string;
}

export const questionsTo = ({ call, language }: Around): readonly string[] => {
  const words: Three = { nb: "Spørsmål? Skriv til", nn: "Spørsmål? Skriv til", en: "Questions? Write to" };
  const [contact] = call.contacts;
  return contact ? [`${words[language]} ${contact.email}.`] : [];
};

export const levelName = ({ call, language }: Around, level: Level): string =>
  call.levels[level].name[language];

/** Where the letter leads: the application, or a page of it. */
export const linkTo = (
  { language, siteUrl }: Around,
  label: string,
  { applicationId, page = "" }: { readonly applicationId: string; readonly page?: string },
): Link => ({
  label,
  href: `${siteUrl}/${language}/applications/${applicationId}${page}`,
});

export const labels = {
  nb: {
    reference: "Referanse",
    level: "Programnivå",
    organisation: "Virksomhet",
    cluster: "Klynge",
    number: "Innsending",
    received: "Mottatt",
    digest: "Kontrollsum (SHA-256)",
    files: "Vedlegg",
    deadline: "Frist",
    withdrawn: "Trukket",
    invitedBy: "Invitert av",
    application: "Søknad",
    youMay: "Du får",
    expires: "Invitasjonen gjelder til",
    handedOverBy: "Overlatt av",
    newDeadline: "Ny frist",
    earlierDeadline: "Tidligere frist",
    callDeadline: "Utlysningens frist",
    reason: "Begrunnelse",
    when: "Når",
    earlierTime: "Var før",
    recording: "Opptak",
    where: "Hvor",
    left: "Tid igjen",
    remaining: "Gjenstår",
    sections: "I delene",
    deleted: "Slettes",
    signUpDeadline: "Påmeldingsfrist",
    filesUntil: "Kan hentes til",
  },
  nn: {
    reference: "Referanse",
    level: "Programnivå",
    organisation: "Verksemd",
    cluster: "Klynge",
    number: "Innsending",
    received: "Motteke",
    digest: "Kontrollsum (SHA-256)",
    files: "Vedlegg",
    deadline: "Frist",
    withdrawn: "Trekt",
    invitedBy: "Invitert av",
    application: "Søknad",
    youMay: "Du får",
    expires: "Invitasjonen gjeld til",
    handedOverBy: "Overlaten av",
    newDeadline: "Ny frist",
    earlierDeadline: "Tidlegare frist",
    callDeadline: "Fristen i utlysinga",
    reason: "Grunngiving",
    when: "Når",
    earlierTime: "Var før",
    recording: "Opptak",
    where: "Kvar",
    left: "Tid att",
    remaining: "Står att",
    sections: "I delane",
    deleted: "Blir sletta",
    signUpDeadline: "Påmeldingsfrist",
    filesUntil: "Kan hentast til",
  },
  en: {
    reference: "Reference",
    level: "Programme level",
    organisation: "Organisation",
    cluster: "Cluster",
    number: "Submission",
    received: "Received",
    digest: "Checksum (SHA-256)",
    files: "Attachments",
    deadline: "Deadline",
    withdrawn: "Withdrawn",
    invitedBy: "Invited by",
    application: "Application",
    youMay: "You may",
    expires: "The invitation is valid until",
    handedOverBy: "Handed over by",
    newDeadline: "New deadline",
    earlierDeadline: "Earlier deadline",
    callDeadline: "The call’s deadline",
    reason: "Reason",
    when: "When",
    earlierTime: "It was to be",
    recording: "Recording",
    where: "Where",
    left: "Time left",
    remaining: "Remaining",
    sections: "In the sections",
    deleted: "Will be deleted",
    signUpDeadline: "Sign-up deadline",
    filesUntil: "Available until",
  },
} as const;

/** Which application a letter is about: its reference and its level. */
export const aboutApplication = (
  { reference, level }: { readonly reference: string; readonly level: Level },
  around: Around,
): Letter["facts"] => [
  [labels[around.language].reference, reference],
  [labels[around.language].level, levelName(around, level)],
];

export type Content<Kind extends MessageContent["kind"]> = Extract<MessageContent, { kind: Kind }>;
