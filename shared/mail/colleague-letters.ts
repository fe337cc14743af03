import {
  type Around,
  type Content,
  type Letter,
  labels,
  levelName,
  linkTo,
  questionsTo,
  toTheSecond,
} from "./letter.ts";
import { quoted } from "./typed.ts";

/** What the applicant calls the application, if it has a name yet. */
const named = (name: string, { language }: Around): Letter["facts"] =>
  name.trim() ? [[labels[language].application, quoted(name)]] : [];

const rights = {
  nb: { edit: "skrive i søknaden", read: "lese søknaden" },
  nn: { edit: "skrive i søknaden", read: "lese søknaden" },
  en: { edit: "write in the application", read: "read the application" },
} as const;

/** To somebody who has perhaps never heard of us: what they are asked, by whom, and that nothing comes of leaving it. */
export const invitation = (content: Content<"invitation">, around: Around): Letter => {
  const { call, language, siteUrl } = around;
  const label = labels[language];
  const words = {
    nb: {
      subject: "Invitasjon til å delta i en søknad",
      text: `Du er invitert til å delta i en søknad til ${call.title.nb}.`,
      link: "Se invitasjonen",
      sign: "Du logger inn og svarer ja der. Lenken er bare for deg; send den ikke videre.",
      ignore: "Kjenner du ikke den som inviterer, kan du se bort fra denne e-posten. Da skjer ingenting.",
    },
    nn: {
      subject: "Invitasjon til å delta i ein søknad",
      text: `Du er invitert til å delta i ein søknad til ${call.title.nn}.`,
      link: "Sjå invitasjonen",
      sign: "Du loggar inn og svarer ja der. Lenkja er berre for deg; send ho ikkje vidare.",
      ignore: "Kjenner du ikkje den som inviterer, kan du sjå bort frå denne e-posten. Då skjer ingenting.",
    },
    en: {
      subject: "Invitation to take part in an application",
      text: `You are invited to take part in an application to ${call.title.en}.`,
      link: "See the invitation",
      sign: "You sign in and accept there. The link is for you alone; do not pass it on.",
      ignore: "If you do not know who invites you, ignore this e-mail. Nothing will happen.",
    },
  }[language];
  const address = `${siteUrl}/${language}/invitations/${content.applicationId}/${content.colleagueId}`;
  return {
    subject: words.subject,
    paragraphs: [words.text],
    facts: [
      [label.invitedBy, quoted(content.invitedBy)],
      ...named(content.name, around),
      [label.level, levelName(around, content.level)],
      [label.youMay, rights[language][content.may]],
      [label.expires, toTheSecond(content.expiresAt, language)],
    ],
    link: { label: words.link, href: `${address}?key=${content.key}` },
    closing: [words.sign, words.ignore, ...questionsTo(around)],
  };
};

export const ownershipReceived = (content: Content<"ownership-received">, around: Around): Letter => {
  const { language } = around;
  const label = labels[language];
  const words = {
    nb: {
      subject: `Du eier nå søknad ${content.reference}`,
      text: "Søknaden er overlatt til deg. Det er nå bare du som kan sende den, trekke den og invitere andre.",
      link: "Åpne søknaden",
    },
    nn: {
      subject: `Du eig no søknad ${content.reference}`,
      text: "Søknaden er overlaten til deg. Det er no berre du som kan sende han, trekkje han og invitere andre.",
      link: "Opne søknaden",
    },
    en: {
      subject: `You now own application ${content.reference}`,
      text: "The application has been handed over to you. From now on only you can send it, withdraw it and invite others.",
      link: "Open the application",
    },
  }[language];
  return {
    subject: words.subject,
    paragraphs: [words.text],
    facts: [
      [label.handedOverBy, quoted(content.handedOverBy)],
      [label.reference, content.reference],
      ...named(content.name, around),
      [label.level, levelName(around, content.level)],
    ],
    link: linkTo(around, words.link, content),
    closing: questionsTo(around),
  };
};
