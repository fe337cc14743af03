import type { Webinar } from "#shared/domain/call.ts";
import { type Deadline, lastInstantOf } from "#shared/domain/deadline.ts";
import { showClock, showDay, showInstant, showZone } from "#shared/form/moments.ts";
import { type Around, type Content, type Letter, labels, questionsTo } from "./letter.ts";

type Held = Pick<Webinar, "startsAt" | "endsAt" | "joinLink">;

/** When the webinar is, as the message says. */
export const webinarTime = ({ startsAt, endsAt }: Held, { call, language }: Around): Letter["facts"] => {
  const { timeZone } = call.webinar;
  const when = `${showInstant(startsAt, timeZone, language)}–${showClock(endsAt, timeZone, language)} (${showZone(timeZone, language)})`;
  return [[labels[language].when, when]];
};

/** When it is, and where: by the link, for who may have it. */
export const webinarFacts = (held: Held, around: Around): Letter["facts"] => {
  const { call, language } = around;
  return [
    ...webinarTime(held, around),
    [labels[language].where, held.joinLink ?? call.webinar.where[language]],
  ];
};

const signUpEnds = (deadline: Deadline, { language }: Around): string => {
  const last = lastInstantOf(deadline);
  return deadline.kind === "wholeDay"
    ? showDay(last, deadline.timeZone, language)
    : showInstant(last, deadline.timeZone, language);
};

/** To whoever has a draft and has not signed up. */
export const webinarReminder = (content: Content<"webinar-reminder">, around: Around): Letter => {
  const { call, language, siteUrl } = around;
  const words = {
    nb: {
      subject: "Meld deg på søkewebinaret",
      text: `Du har begynt på en søknad til ${call.title.nb}, og er ikke påmeldt webinaret for dem som vil søke.`,
      free: "Vil du ikke være med, kan du se bort fra denne e-posten.",
      link: "Meld deg på",
    },
    nn: {
      subject: "Meld deg på søkjarwebinaret",
      text: `Du har byrja på ein søknad til ${call.title.nn}, og er ikkje påmeld webinaret for dei som vil søkje.`,
      free: "Vil du ikkje vere med, kan du sjå bort frå denne e-posten.",
      link: "Meld deg på",
    },
    en: {
      subject: "Sign up for the applicant webinar",
      text: `You have begun an application to ${call.title.en} and have not signed up for the webinar for applicants.`,
      free: "If you do not want to take part, ignore this e-mail.",
      link: "Sign up",
    },
  }[language];
  return {
    subject: words.subject,
    paragraphs: [words.text, words.free],
    facts: [
      ...webinarFacts(content.webinar ?? around.call.webinar, around),
      [labels[language].signUpDeadline, signUpEnds((content.webinar ?? call.webinar).signUpDeadline, around)],
    ],
    link: { label: words.link, href: `${siteUrl}/${language}/calls/${call.id}/webinar` },
    closing: questionsTo(around),
  };
};
