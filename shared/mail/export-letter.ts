import { showNumber } from "#shared/form/values.ts";
import { type Around, type Content, type Letter, labels, toTheSecond } from "./letter.ts";

/** To whoever started an export. The link leads to our own page: who follows it must be staff. */
export const exportReady = (
  content: Content<"export-ready">,
  { call, language, siteUrl }: Around,
): Letter => {
  const [applications, volumes] = [content.applications, content.volumes].map((one) =>
    showNumber(one, language),
  );
  const words = {
    nb: {
      subject: `${call.title.nb}: eksporten er ferdig`,
      text: `Eksporten har ${applications} søknader i ${volumes} ZIP-filer. Filene kan hentes i ett døgn.`,
      link: "Hent filene",
    },
    nn: {
      subject: `${call.title.nn}: eksporten er ferdig`,
      text: `Eksporten har ${applications} søknader i ${volumes} ZIP-filer. Filene kan hentast i eitt døgn.`,
      link: "Hent filene",
    },
    en: {
      subject: `${call.title.en}: the export is ready`,
      text: `The export has ${applications} applications in ${volumes} ZIP files. They can be downloaded for 24 hours.`,
      link: "Download the files",
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
