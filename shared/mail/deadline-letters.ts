import { showInstant, showTimeLeft } from "#shared/form/moments.ts";
import { showDate, showNumber } from "#shared/form/values.ts";
import {
  type Around,
  aboutApplication,
  type Content,
  type Letter,
  labels,
  linkTo,
  questionsTo,
  toTheSecond,
} from "./letter.ts";

const toThePdf = (content: { readonly applicationId: string }, around: Around) => {
  const words = { nb: "Last ned en kopi (PDF)", nn: "Last ned ein kopi (PDF)", en: "Download a copy (PDF)" };
  return linkTo(around, words[around.language], { ...content, page: "/draft.pdf" });
};

/** What is left to fill in; nothing when it is only to be sent. */
const leftIn = (
  { questions, sections }: NonNullable<Content<"reminder">["found"]>,
  { language }: Around,
): Letter["facts"] => {
  if (questions === 0) return [];
  const words = { nb: "spørsmål", nn: "spørsmål", en: questions === 1 ? "question" : "questions" };
  return [
    [labels[language].remaining, `${showNumber(questions, language)} ${words[language]}`],
    [labels[language].sections, sections.join("; ")],
  ];
};

const reminderWords = (at: string, reference: string) => ({
  nb: {
    subject: `Utkastet ${reference} er ikke sendt. Fristen er ${at}`,
    text: "Dere har begynt på en søknad som ikke er sendt. Den må være sendt innen fristen for å bli behandlet.",
    ready: "Alt er fylt ut. Det som gjenstår, er å se gjennom søknaden og sende den.",
    link: "Fortsett på søknaden",
    notOwner: "Det er den som eier søknaden, som sender den. Du kan skrive i den fram til fristen.",
  },
  nn: {
    subject: `Utkastet ${reference} er ikkje sendt. Fristen er ${at}`,
    text: "De har byrja på ein søknad som ikkje er send. Han må vere send innan fristen for å bli behandla.",
    ready: "Alt er fylt ut. Det som står att, er å sjå gjennom søknaden og sende han.",
    link: "Hald fram med søknaden",
    notOwner: "Det er den som eig søknaden, som sender han. Du kan skrive i han fram til fristen.",
  },
  en: {
    subject: `Draft ${reference} has not been sent. The deadline is ${at}`,
    text: "You have begun an application that has not been sent. It must be sent before the deadline to be assessed.",
    ready: "Everything is filled in. What remains is to review the application and send it.",
    link: "Continue the application",
    notOwner: "Whoever owns the application is the one who sends it. You can write in it until the deadline.",
  },
});

export const reminder = (content: Content<"reminder">, around: Around): Letter => {
  const { language, call } = around;
  const { found, deadline } = content;
  if (!found) throw new Error("What a reminder says is found out when it is sent");
  const label = labels[language];
  const words = reminderWords(showInstant(deadline, call.timeZone, language), found.reference)[language];
  return {
    subject: words.subject,
    paragraphs: [words.text, ...(found.questions === 0 ? [words.ready] : [])],
    facts: [
      ...aboutApplication(found, around),
      [label.deadline, toTheSecond(deadline, language)],
      [label.left, showTimeLeft(found.at, deadline, language)],
      ...leftIn(found, around),
    ],
    link: linkTo(around, words.link, content),
    closing: [...(found.isOwner ? [] : [words.notOwner]), ...questionsTo(around)],
  };
};

export const draftExpired = (content: Content<"draft-expired">, around: Around): Letter => {
  const { language } = around;
  const label = labels[language];
  const words = {
    nb: {
      subject: `Utkastet ${content.reference} ble ikke sendt før fristen`,
      text: "Fristen er ute, og utkastet deres ble ikke sendt. Det blir ikke behandlet.",
      read: "Dere kan lese, kopiere og laste ned det dere har skrevet, helt til det slettes.",
      link: "Les utkastet",
    },
    nn: {
      subject: `Utkastet ${content.reference} vart ikkje sendt før fristen`,
      text: "Fristen er ute, og utkastet dykkar vart ikkje sendt. Det blir ikkje behandla.",
      read: "De kan lese, kopiere og laste ned det de har skrive, heilt til det blir sletta.",
      link: "Les utkastet",
    },
    en: {
      subject: `Draft ${content.reference} was not sent before the deadline`,
      text: "The deadline has passed and your draft was not sent. It will not be assessed.",
      read: "You can read, copy and download what you have written until it is deleted.",
      link: "Read the draft",
    },
  }[language];
  return {
    subject: words.subject,
    paragraphs: [words.text, words.read],
    facts: [
      ...aboutApplication(content, around),
      [label.deadline, toTheSecond(content.deadline, language)],
      [label.deleted, showDate(content.deletedOn, language)],
    ],
    link: linkTo(around, words.link, content),
    also: toThePdf(content, around),
    closing: questionsTo(around),
  };
};

export const deletionNotice = (content: Content<"deletion-notice">, around: Around): Letter => {
  const { language } = around;
  const date = showDate(content.deletedOn, language);
  const words = {
    nb: {
      subject: `Søknad ${content.reference} slettes ${date}`,
      text: `Søknaden ble ikke sendt før fristen, eller den er trukket. Derfor slettes den ${date}, med svar, vedlegg og meldinger.`,
      keep: "Vil dere ta vare på noe av den, må dere laste det ned før da. Etterpå kan ingen hente det fram.",
      link: "Les søknaden",
    },
    nn: {
      subject: `Søknad ${content.reference} blir sletta ${date}`,
      text: `Søknaden vart ikkje send før fristen, eller han er trekt. Difor blir han sletta ${date}, med svar, vedlegg og meldingar.`,
      keep: "Vil de ta vare på noko av han, må de laste det ned før då. Etterpå kan ingen hente det fram.",
      link: "Les søknaden",
    },
    en: {
      subject: `Application ${content.reference} will be deleted on ${date}`,
      text: `The application was not sent before the deadline, or has been withdrawn. It is therefore deleted on ${date}, with answers, attachments and messages.`,
      keep: "If you want to keep any of it, download it before then. After that nobody can get it back.",
      link: "Read the application",
    },
  }[language];
  return {
    subject: words.subject,
    paragraphs: [words.text, words.keep],
    facts: [...aboutApplication(content, around), [labels[language].deleted, date]],
    link: linkTo(around, words.link, content),
    also: toThePdf(content, around),
    closing: questionsTo(around),
  };
};
