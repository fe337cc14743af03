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
import { quoted } from "./typed.ts";

/** As much as staff can write. */
const longestReason = 500;

export const extensionGranted = (content: Content<"extension-granted">, around: Around): Letter => {
  const { language } = around;
  const label = labels[language];
  const words = {
    nb: {
      subject: `Søknad ${content.reference} har fått utsettelse`,
      text: "Dere har fått en senere frist for denne søknaden. Den kan skrives, endres og sendes fram til da.",
      only: "Utsettelsen gjelder bare denne søknaden.",
      link: "Åpne søknaden",
    },
    nn: {
      subject: `Søknad ${content.reference} har fått utsetjing`,
      text: "De har fått ein seinare frist for denne søknaden. Han kan skrivast, endrast og sendast fram til då.",
      only: "Utsetjinga gjeld berre denne søknaden.",
      link: "Opne søknaden",
    },
    en: {
      subject: `Application ${content.reference} has been given more time`,
      text: "You have been given a later deadline for this application. It can be written, changed and sent until then.",
      only: "The extension is for this application alone.",
      link: "Open the application",
    },
  }[language];
  return {
    subject: words.subject,
    paragraphs: [words.text],
    facts: [
      ...aboutApplication(content, around),
      [label.newDeadline, toTheSecond(content.until, language)],
      [label.callDeadline, toTheSecond(content.deadline, language)],
      [label.reason, quoted(content.reason, longestReason)],
    ],
    link: linkTo(around, words.link, content),
    closing: [words.only, ...questionsTo(around)],
  };
};

export const deadlineMoved = (content: Content<"deadline-moved">, around: Around): Letter => {
  const { language, call } = around;
  const label = labels[language];
  const words = {
    nb: {
      subject: "Søknadsfristen er flyttet",
      text: `Fristen for ${call.title.nb} er flyttet for alle.`,
      draft: "Utkastet deres kan skrives og sendes fram til den nye fristen.",
      submitted: "Søknaden dere har sendt, står. Vil dere endre den, kan dere det fram til den nye fristen.",
      link: "Åpne søknaden",
    },
    nn: {
      subject: "Søknadsfristen er flytta",
      text: `Fristen for ${call.title.nn} er flytta for alle.`,
      draft: "Utkastet dykkar kan skrivast og sendast fram til den nye fristen.",
      submitted: "Søknaden de har sendt, står. Vil de endre han, kan de det fram til den nye fristen.",
      link: "Opne søknaden",
    },
    en: {
      subject: "The application deadline has been moved",
      text: `The deadline of ${call.title.en} has been moved for everybody.`,
      draft: "Your draft can be written and sent until the new deadline.",
      submitted:
        "The application you have sent stands. If you want to change it, you can until the new deadline.",
      link: "Open the application",
    },
  }[language];
  return {
    subject: words.subject,
    paragraphs: [words.text, words[content.state]],
    facts: [
      ...aboutApplication(content, around),
      [label.newDeadline, toTheSecond(content.to, language)],
      [label.earlierDeadline, toTheSecond(content.from, language)],
      [label.reason, quoted(content.reason, longestReason)],
    ],
    link: linkTo(around, words.link, content),
    closing: questionsTo(around),
  };
};
