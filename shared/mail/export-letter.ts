import { showNumber } from "#shared/form/values.ts";
import { type Around, type Content, type Letter, labels, toTheSecond } from "./letter.ts";

/** To whoever started an export. The link leads to our own page: who follows it must be staff. */
export const exportReady = (
  content: Content<"export-ready">,
  { call, language, siteUrl }: Around,
): Letter => {
  const { applications, volumes } = content;
  const counted = (count: number, one: string, many: string): string =>
    `${showNumber(count, language)} ${count === 1 ? one : many}`;
  const words = {
    nb: {
      subject: `${call.title.nb}: eksporten er ferdig`,
      text: `Eksporten har ${counted(applications, "søknad", "søknader")} i ${counted(volumes, "ZIP-fil", "ZIP-filer")}. ${volumes === 1 ? "Filen" : "Filene"} kan hentes i ett døgn.`,
      link: volumes === 1 ? "Hent filen" : "Hent filene",
    },
    nn: {
      subject: `${call.title.nn}: eksporten er ferdig`,
      text: `Eksporten har ${counted(applications, "søknad", "søknader")} i ${counted(volumes, "ZIP-fil", "ZIP-filer")}. ${volumes === 1 ? "Fila" : "Filene"} kan hentast i eitt døgn.`,
      link: volumes === 1 ? "Hent fila" : "Hent filene",
    },
    en: {
      subject: `${call.title.en}: the export is ready`,
      text: `The export has ${counted(applications, "application", "applications")} in ${counted(volumes, "ZIP file", "ZIP files")}. ${volumes === 1 ? "It" : "They"} can be downloaded for 24 hours.`,
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
