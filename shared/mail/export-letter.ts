import { t } from "#shared/domain/text.ts";
import { showNumber } from "#shared/form/values.ts";
import { type Around, type Content, type Letter, labels, toTheSecond } from "./letter.ts";

const tables = {
  applications: t("om søknader", "om søknader", "of applications"),
  registrations: t("om påmeldinger", "om påmeldingar", "of registrations"),
  messages: t("om e-poster", "om e-postar", "of e-mails"),
  events: t("om hendelser", "om hendingar", "of events"),
} as const;

/** How many applications an export has, or which table with how many rows. */
const counted = ({ what, items }: Content<"export-ready">, { language }: Around): string => {
  const count = showNumber(items, language);
  if (what !== "folders") {
    const rows = items === 1 ? t("rad", "rad", "row") : t("rader", "rader", "rows");
    return `${count} ${rows[language]} ${tables[what][language]}`;
  }
  const one = t("søknad", "søknad", "application");
  const several = t("søknader", "søknader", "applications");
  return `${count} ${(items === 1 ? one : several)[language]}`;
};

/** To whoever started an export. The link leads to our own page: who follows it must be staff. */
export const exportReady = (content: Content<"export-ready">, around: Around): Letter => {
  const { call, language, siteUrl } = around;
  const { volumes } = content;
  const what = counted(content, around);
  const count = showNumber(volumes, language);
  const words = {
    nb: {
      subject: `${call.title.nb}: eksporten er ferdig`,
      text: `Eksporten har ${what} i ${count} ${volumes === 1 ? "ZIP-fil" : "ZIP-filer"}. ${volumes === 1 ? "Filen" : "Filene"} kan hentes i ett døgn.`,
      link: volumes === 1 ? "Hent filen" : "Hent filene",
    },
    nn: {
      subject: `${call.title.nn}: eksporten er ferdig`,
      text: `Eksporten har ${what} i ${count} ${volumes === 1 ? "ZIP-fil" : "ZIP-filer"}. ${volumes === 1 ? "Fila" : "Filene"} kan hentast i eitt døgn.`,
      link: volumes === 1 ? "Hent fila" : "Hent filene",
    },
    en: {
      subject: `${call.title.en}: the export is ready`,
      text: `The export has ${what} in ${count} ${volumes === 1 ? "ZIP file" : "ZIP files"}. ${volumes === 1 ? "It" : "They"} can be downloaded for 24 hours.`,
      link: volumes === 1 ? "Download the file" : "Download the files",
    },
  }[language];
  return {
    subject: words.subject,
    paragraphs: [words.text],
    facts: [[labels[language].filesUntil, toTheSecond(content.goneAt, language)]],
    link: { label: words.link, href: `${siteUrl}/staff/calls/${call.id}/exports?lang=${language}` },
    closing: [],
  };
};
