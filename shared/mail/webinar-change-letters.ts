import { showClock, showInstant } from "#shared/form/moments.ts";
import { type Around, type Content, type Letter, labels } from "./letter.ts";
import { toHolder } from "./registration-letters.ts";
import { webinarFacts } from "./webinar-letters.ts";

const earlierTime = ({ was }: Content<"webinar-changed">, { call, language }: Around): Letter["facts"] => {
  if (!was) return [];
  const { timeZone } = call.webinar;
  const [from, until] = [was.startsAt, was.endsAt] as const;
  const time = `${showInstant(from, timeZone, language)}–${showClock(until, timeZone, language)}`;
  return [[labels[language].earlierTime, time]];
};

const links = {
  nb: { own: "Endre eller avbestill påmeldingen", call: "Til utlysningen" },
  nn: { own: "Endre eller avbestill påmeldinga", call: "Til utlysinga" },
  en: { own: "Change or cancel your registration", call: "To the call" },
} as const;

/** That it is at another time, or where it is joined. Who waits has nothing in a calendar. */
export const webinarChanged = (content: Content<"webinar-changed">, around: Around): Letter => {
  const { call, language, siteUrl } = around;
  const words = {
    nb: {
      subject: { moved: "Nytt tidspunkt for webinaret", "join-link": "Lenke til webinaret" },
      moved: "Webinaret er flyttet. Tidspunktet under gjelder nå.",
      "join-link": "Her er lenken du bruker for å bli med på webinaret. Den er bare for påmeldte.",
      place:
        "En oppdatert invitasjon ligger ved, så kalenderen din blir riktig. Kan du ikke komme, meld deg av, så får en annen plassen.",
      line: "Du står fortsatt på venteliste, og får e-post hvis det blir plass til deg.",
    },
    nn: {
      subject: { moved: "Nytt tidspunkt for webinaret", "join-link": "Lenkje til webinaret" },
      moved: "Webinaret er flytta. Tidspunktet under gjeld no.",
      "join-link": "Her er lenkja du bruker for å bli med på webinaret. Ho er berre for påmelde.",
      place:
        "Ein oppdatert invitasjon ligg ved, så kalenderen din blir rett. Kan du ikkje kome, meld deg av, så får ein annan plassen.",
      line: "Du står framleis på venteliste, og får e-post om det blir plass til deg.",
    },
    en: {
      subject: { moved: "New time for the webinar", "join-link": "Link to the webinar" },
      moved: "The webinar has been moved. The time below is the one that holds now.",
      "join-link": "This is the link you use to join the webinar. It is only for those who have signed up.",
      place:
        "An updated invitation is attached, so that your calendar is right. If you cannot come, please cancel, so that somebody else gets the place.",
      line: "You are still on the waiting list, and get an e-mail if there is a place for you.",
    },
  }[language];
  const paragraphs = [words[content.what], content.hasPlace ? words.place : words.line];
  return {
    ...toHolder(content, around, { subject: words.subject[content.what], paragraphs }),
    facts: [...webinarFacts(content.webinar, around), ...earlierTime(content, around)],
    link: { label: links[language].own, href: `${siteUrl}/${language}/calls/${call.id}/webinar/link` },
  };
};

export const webinarCalledOff = (content: Content<"webinar-called-off">, around: Around): Letter => {
  const { call, language, siteUrl } = around;
  const words = {
    nb: {
      subject: "Webinaret er avlyst",
      text: "Webinaret blir ikke holdt. Det er vi lei for.",
      place: "Åpne vedlegget hvis kalenderen din ikke fjerner det av seg selv.",
      line: "Ventelisten er borte, og du trenger ikke gjøre noe.",
    },
    nn: {
      subject: "Webinaret er avlyst",
      text: "Webinaret blir ikkje halde. Det er vi leie for.",
      place: "Opne vedlegget dersom kalenderen din ikkje fjernar det av seg sjølv.",
      line: "Ventelista er borte, og du treng ikkje gjere noko.",
    },
    en: {
      subject: "The webinar is called off",
      text: "The webinar will not be held. We are sorry.",
      place: "Open the attachment if your calendar does not remove it by itself.",
      line: "There is no waiting list any more, and you need not do anything.",
    },
  }[language];
  return {
    ...toHolder(content, around, {
      subject: words.subject,
      paragraphs: [words.text, content.hasPlace ? words.place : words.line],
    }),
    link: { label: links[language].call, href: `${siteUrl}/${language}/calls/${call.id}` },
  };
};
