import { lastInstantOf } from "#shared/domain/deadline.ts";
import { showClock, showDay, showInstant, showZone } from "#shared/form/moments.ts";
import { type Around, type Content, type Letter, labels, questionsTo } from "./letter.ts";

import { typed } from "./typed.ts";

const webinarFacts = ({ call, language }: Around): Letter["facts"] => {
  const { startsAt, endsAt, timeZone, where } = call.webinar;
  const label = labels[language];
  const when = `${showInstant(startsAt, timeZone, language)}–${showClock(endsAt, timeZone, language)} (${showZone(timeZone, language)})`;
  return [
    [label.when, when],
    [label.where, where[language]],
  ];
};

export const registration = (content: Content<"registration">, around: Around): Letter => {
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
    greeting: `${words.hello}, ${typed(content.name)}.`,
    paragraphs: [words.text],
    facts: webinarFacts(around),
    link: {
      label: words.link,
      href: `${siteUrl}/${language}/registrations/${content.registrationId}?key=${content.key}`,
    },
    closing: questionsTo(around),
  };
};

export const registrationCancelled = (content: Content<"registration-cancelled">, around: Around): Letter => {
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
    greeting: `${words.hello}, ${typed(content.name)}.`,
    paragraphs: [words.text],
    facts: webinarFacts(around),
    link: { label: words.link, href: `${siteUrl}/${language}/calls/${call.id}` },
    closing: questionsTo(around),
  };
};

const signUpEnds = ({ call, language }: Around): string => {
  const { signUpDeadline: deadline } = call.webinar;
  const last = lastInstantOf(deadline);
  return deadline.kind === "wholeDay"
    ? showDay(last, deadline.timeZone, language)
    : showInstant(last, deadline.timeZone, language);
};

/** To whoever has a draft and has not signed up. */
export const webinarReminder = (around: Around): Letter => {
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
    facts: [...webinarFacts(around), [labels[language].signUpDeadline, signUpEnds(around)]],
    link: { label: words.link, href: `${siteUrl}/${language}/calls/${call.id}/webinar` },
    closing: questionsTo(around),
  };
};
