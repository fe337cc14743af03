import { showBytes } from "#shared/form/values.ts";
import {
  type Around,
  type Content,
  type Letter,
  labels,
  levelName,
  linkTo,
  precisely,
  questionsTo,
} from "./letter.ts";
import { typed } from "./typed.ts";

/** What was attached, one after the other on a line; nothing at all where nothing was. */
const attached = ({ files = [] }: Content<"receipt">, { language }: Around): Letter["facts"] => {
  const all = files.map(({ name, bytes }) => `${typed(name)} (${showBytes(bytes, language)})`);
  return all.length > 0 ? [[labels[language].files, all.join("; ")]] : [];
};

export const receipt = (content: Content<"receipt">, around: Around): Letter => {
  const { language } = around;
  const label = labels[language];
  const words = {
    nb: {
      subject: `Kvittering for søknad ${content.reference}`,
      text: "Vi har mottatt søknaden deres. Den ligger fast slik den ble sendt.",
      link: "Åpne kvitteringen",
      next: "Dere kan trekke søknaden og sende den på nytt fram til fristen.",
    },
    nn: {
      subject: `Kvittering for søknad ${content.reference}`,
      text: "Vi har motteke søknaden dykkar. Han ligg fast slik han vart send.",
      link: "Opne kvitteringa",
      next: "De kan trekkje søknaden og sende han på nytt fram til fristen.",
    },
    en: {
      subject: `Receipt for application ${content.reference}`,
      text: "We have received your application. It stands as it was sent.",
      link: "Open the receipt",
      next: "You can withdraw the application and send it again until the deadline.",
    },
  }[language];
  return {
    subject: words.subject,
    paragraphs: [words.text],
    facts: [
      [label.reference, content.reference],
      [label.level, levelName(around, content.level)],
      [label.organisation, typed(content.organisation)],
      [label.cluster, typed(content.cluster)],
      [label.received, precisely(content.receivedAt, language)],
      [label.digest, content.digest],
      ...attached(content, around),
    ],
    link: linkTo(around, words.link, { ...content, page: "/receipt" }),
    closing: [words.next, ...questionsTo(around)],
  };
};

export const withdrawal = (content: Content<"withdrawal">, around: Around): Letter => {
  const { language } = around;
  const label = labels[language];
  const words = {
    nb: {
      subject: `Søknad ${content.reference} er trukket`,
      text: "Søknaden er trukket og blir ikke behandlet. Svarene er bevart, og dere kan sende den på nytt fram til fristen.",
      link: "Åpne søknaden",
    },
    nn: {
      subject: `Søknad ${content.reference} er trekt`,
      text: "Søknaden er trekt og blir ikkje behandla. Svara er tekne vare på, og de kan sende han på nytt fram til fristen.",
      link: "Opne søknaden",
    },
    en: {
      subject: `Application ${content.reference} has been withdrawn`,
      text: "The application has been withdrawn and will not be assessed. The answers are kept, and you can send it again until the deadline.",
      link: "Open the application",
    },
  }[language];
  return {
    subject: words.subject,
    paragraphs: [words.text],
    facts: [
      [label.reference, content.reference],
      [label.level, levelName(around, content.level)],
      [label.withdrawn, precisely(content.withdrawnAt, language)],
    ],
    link: linkTo(around, words.link, content),
    closing: questionsTo(around),
  };
};

export const draftExpired = (content: Content<"draft-expired">, around: Around): Letter => {
  const { language } = around;
  const label = labels[language];
  const words = {
    nb: {
      subject: `Utkastet ${content.reference} ble ikke sendt før fristen`,
      text: "Fristen er ute, og utkastet deres ble ikke sendt. Det blir ikke behandlet.",
      read: "Dere kan fortsatt lese og kopiere det dere har skrevet.",
      link: "Les utkastet",
    },
    nn: {
      subject: `Utkastet ${content.reference} vart ikkje sendt før fristen`,
      text: "Fristen er ute, og utkastet dykkar vart ikkje sendt. Det blir ikkje behandla.",
      read: "De kan framleis lese og kopiere det de har skrive.",
      link: "Les utkastet",
    },
    en: {
      subject: `Draft ${content.reference} was not sent before the deadline`,
      text: "The deadline has passed and your draft was not sent. It will not be assessed.",
      read: "You can still read and copy what you have written.",
      link: "Read the draft",
    },
  }[language];
  return {
    subject: words.subject,
    paragraphs: [words.text, words.read],
    facts: [
      [label.reference, content.reference],
      [label.level, levelName(around, content.level)],
      [label.deadline, precisely(content.deadline, language)],
    ],
    link: linkTo(around, words.link, content),
    closing: questionsTo(around),
  };
};
