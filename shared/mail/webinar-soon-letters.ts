import { type Around, type Content, type Letter, labels } from "./letter.ts";
import { toHolder } from "./registration-letters.ts";

/** That it is soon, with where to join. */
export const webinarSoon = (content: Content<"webinar-soon">, around: Around): Letter => {
  const { call, language, siteUrl } = around;
  const { joinLink } = content.webinar;
  const words = {
    nb: {
      subject: { day: "I morgen", hour: "Om en time" },
      text: "Dette er en påminnelse om webinaret du er påmeldt.",
      join: "Bli med",
      later: "Lenken til webinaret er ikke klar ennå. Den kommer i en egen e-post.",
      own: "Kan du ikke komme? Meld deg av",
    },
    nn: {
      subject: { day: "I morgon", hour: "Om ein time" },
      text: "Dette er ei påminning om webinaret du er påmeld.",
      join: "Bli med",
      later: "Lenkja til webinaret er ikkje klar enno. Ho kjem i ein eigen e-post.",
      own: "Kan du ikkje kome? Meld deg av",
    },
    en: {
      subject: { day: "Tomorrow", hour: "In an hour" },
      text: "This is a reminder of the webinar you have signed up for.",
      join: "Join",
      later: "The link to the webinar is not ready yet. It comes in an e-mail of its own.",
      own: "Cannot come? Cancel your place",
    },
  }[language];
  return {
    ...toHolder(content, around, {
      subject: words.subject[content.when],
      paragraphs: joinLink ? [words.text] : [words.text, words.later],
    }),
    link: joinLink
      ? { label: words.join, href: joinLink }
      : { label: words.own, href: `${siteUrl}/${language}/calls/${call.id}/webinar/link` },
  };
};

/** Afterwards: where to see it again, and where to apply. */
export const webinarThanks = (content: Content<"webinar-thanks">, around: Around): Letter => {
  const { call, language, siteUrl } = around;
  const words = {
    nb: {
      subject: "Takk for at du meldte deg på",
      text: "Webinaret kan ses på nytt. Opptaket ligger på lenken under, også for deg som ikke fikk det med deg.",
      link: "Til utlysningen",
    },
    nn: {
      subject: "Takk for at du melde deg på",
      text: "Webinaret kan sjåast på nytt. Opptaket ligg på lenkja under, også for deg som ikkje fekk det med deg.",
      link: "Til utlysinga",
    },
    en: {
      subject: "Thank you for signing up",
      text: "The webinar can be seen again. The recording is at the link below, also for you who missed it.",
      link: "To the call",
    },
  }[language];
  return {
    ...toHolder(content, around, { subject: words.subject, paragraphs: [words.text] }),
    facts: [[labels[language].recording, content.recording]],
    link: { label: words.link, href: `${siteUrl}/${language}/calls/${call.id}` },
  };
};
