import type { Language } from "#shared/domain/text.ts";
import type { DocumentKind } from "./documents.ts";

/** What the archive is told in the language that was asked for. Noark's own values are in bokmål whatever that is. */
interface Words {
  readonly applicant: string;
  readonly byApplicant: string;
  readonly unassigned: string;
  readonly caseTitle: (level: string, organisation: string) => string;
  readonly publicTitle: (level: string, reference: string) => string;
  readonly submission: (number: number) => string;
  readonly replaced: (by: number) => string;
  readonly withdrawn: string;
  readonly secrets: (said: string) => string;
  /** What each kind of document is. */
  readonly kinds: Readonly<Record<DocumentKind, string>>;
  readonly archive: (programme: string) => string;
}

export const archiveWords: Readonly<Record<Language, Words>> = {
  nb: {
    applicant: "Søker",
    byApplicant: "Søkeren",
    unassigned: "Ikke fordelt",
    caseTitle: (level, organisation) => `Søknad til ${level} fra ${organisation}`,
    publicTitle: (level, reference) => `Søknad til ${level}, ${reference}`,
    submission: (number) => `innsending ${number}`,
    replaced: (by) => `Erstattet av innsending ${by}.`,
    withdrawn: "Søkeren har trukket søknaden.",
    secrets: (said) => `Søkeren ber om at dette unntas fra innsyn. Det er ikke vurdert her: ${said}`,
    kinds: {
      application: "Søknad med kvittering",
      data: "Søknaden som data",
      receipt: "Kvittering med signatur",
      attachment: "Vedlegg",
    },
    archive: (programme) => `Søknader til ${programme}`,
  },
  nn: {
    applicant: "Søkjar",
    byApplicant: "Søkjaren",
    unassigned: "Ikkje fordelt",
    caseTitle: (level, organisation) => `Søknad til ${level} frå ${organisation}`,
    publicTitle: (level, reference) => `Søknad til ${level}, ${reference}`,
    submission: (number) => `innsending ${number}`,
    replaced: (by) => `Erstatta av innsending ${by}.`,
    withdrawn: "Søkjaren har trekt søknaden.",
    secrets: (said) => `Søkjaren ber om at dette blir unnateke innsyn. Det er ikkje vurdert her: ${said}`,
    kinds: {
      application: "Søknad med kvittering",
      data: "Søknaden som data",
      receipt: "Kvittering med signatur",
      attachment: "Vedlegg",
    },
    archive: (programme) => `Søknader til ${programme}`,
  },
  en: {
    applicant: "Applicant",
    byApplicant: "The applicant",
    unassigned: "Not assigned",
    caseTitle: (level, organisation) => `Application to ${level} from ${organisation}`,
    publicTitle: (level, reference) => `Application to ${level}, ${reference}`,
    submission: (number) => `submission ${number}`,
    replaced: (by) => `Replaced by submission ${by}.`,
    withdrawn: "The applicant has withdrawn the application.",
    secrets: (said) =>
      `The applicant asks that this be exempted from public access. It has not been assessed here: ${said}`,
    kinds: {
      application: "Application with its receipt",
      data: "The application as data",
      receipt: "Receipt with its signature",
      attachment: "Attachment",
    },
    archive: (programme) => `Applications to ${programme}`,
  },
};
