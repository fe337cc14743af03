import type { Around, Content, Letter } from "./letter.ts";
import { toHolder } from "./registration-letters.ts";
import { oneLine, paragraphsIn } from "./typed.ts";

/** What staff wrote, in a frame in the reader's own language. */
export const webinarCircular = (
  content: Content<"webinar-circular" | "webinar-circular-trial">,
  around: Around,
): Letter => {
  const { call, language, siteUrl } = around;
  const words = {
    nb: {
      intro: "Dette er en melding til dere som har meldt dere på webinaret.",
      calledOff: "Webinaret er avlyst.",
      link: "Endre eller avbestill påmeldingen",
    },
    nn: {
      intro: "Dette er ei melding til dykk som har meldt dykk på webinaret.",
      calledOff: "Webinaret er avlyst.",
      link: "Endre eller avbestill påmeldinga",
    },
    en: {
      intro: "This is a message to everybody who has signed up for the webinar.",
      calledOff: "The webinar is called off.",
      link: "Change or cancel your registration",
    },
  }[language];
  const { calledOff } = content;
  const end = calledOff ? [words.calledOff] : [];
  const href = `${siteUrl}/${language}/calls/${call.id}/webinar/link`;
  return {
    ...toHolder(content, around, {
      subject: oneLine(content.subject),
      paragraphs: [words.intro, ...paragraphsIn(content.text), ...end],
    }),
    ...(!calledOff && { link: { label: words.link, href } }),
  };
};
