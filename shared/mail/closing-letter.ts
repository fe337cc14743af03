import { showInstant } from "#shared/form/moments.ts";
import { showNumber } from "#shared/form/values.ts";
import { type Around, type Content, type Letter, labels, levelName, toTheSecond } from "./letter.ts";

type Numbers = Content<"closing-summary">["levels"][number];

const numbersOf = ({ sent, withdrawn, drafts, extended, refused }: Numbers, { language }: Around): string => {
  const names = {
    nb: ["Sendt", "trukket", "ikke sendt", "med utsettelse", "avviste forsøk"],
    nn: ["Sende", "trekte", "ikkje sende", "med utsetjing", "avviste forsøk"],
    en: ["Sent", "withdrawn", "not sent", "with an extension", "refused attempts"],
  }[language];
  return [sent, withdrawn, drafts, extended, refused]
    .map((number, i) => `${names[i]}: ${showNumber(number, language)}`)
    .join(", ");
};

/** To the staff of a call: numbers and digests, and no names. */
export const closingSummary = (content: Content<"closing-summary">, around: Around): Letter => {
  const { call, language, siteUrl } = around;
  const count = content.levels.reduce((sum, { sent }) => sum + sent, 0);
  const all = showNumber(count, language);
  const at = showInstant(content.deadline, call.timeZone, language);
  const label = labels[language];
  const words = {
    nb: {
      subject: `${call.title.nb}: ${all} sendt innen fristen ${at}`,
      text: "Fristen er ute. Listen over søknadene som er sendt, ligger fast fra nå av.",
      digest:
        "Kontrollsummen er regnet ut av listen. Endres et eneste tegn i den, blir kontrollsummen en annen.",
      link: "Se listen",
    },
    nn: {
      subject: `${call.title.nn}: ${all} ${count === 1 ? "send" : "sende"} innan fristen ${at}`,
      text: "Fristen er ute. Lista over søknadene som er sende, ligg fast frå no av.",
      digest:
        "Kontrollsummen er rekna ut av lista. Blir eit einaste teikn i ho endra, blir kontrollsummen ein annan.",
      link: "Sjå lista",
    },
    en: {
      subject: `${call.title.en}: ${all} sent by the deadline ${at}`,
      text: "The deadline has passed. The list of applications that were sent is fixed from now on.",
      digest:
        "The checksum is computed from the list. Change one character in it, and the checksum becomes another.",
      link: "See the list",
    },
  }[language];
  return {
    subject: words.subject,
    paragraphs: [words.text, words.digest],
    facts: [
      [label.deadline, toTheSecond(content.deadline, language)],
      ...content.levels.flatMap((one) => [
        [levelName(around, one.level), numbersOf(one, around)] as const,
        [`${levelName(around, one.level)}: ${label.digest}`, one.digest] as const,
      ]),
    ],
    link: { label: words.link, href: `${siteUrl}/staff/calls/${call.id}/closing?lang=${language}` },
    closing: [],
  };
};
