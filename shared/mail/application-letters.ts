import { showBytes } from "#shared/form/values.ts";
import {
  type Around,
  aboutApplication,
  type Content,
  type Letter,
  labels,
  linkTo,
  questionsTo,
  toTheMillisecond,
  toTheSecond,
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
      again: `Vi har mottatt søknaden deres på nytt. Det er innsending ${content.number} som gjelder nå.`,
      link: "Åpne kvitteringen",
      next: "Fram til fristen kan dere endre søknaden fra kvitteringen og sende den på nytt. Denne innsendingen gjelder til en ny er mottatt.",
      verify: "Alle dere viser kvitteringen til, kan kontrollere at den er vår og uendret:",
    },
    nn: {
      subject: `Kvittering for søknad ${content.reference}`,
      text: "Vi har motteke søknaden dykkar. Han ligg fast slik han vart send.",
      again: `Vi har motteke søknaden dykkar på nytt. Det er innsending ${content.number} som gjeld no.`,
      link: "Opne kvitteringa",
      next: "Fram til fristen kan de endre søknaden frå kvitteringa og sende han på nytt. Denne innsendinga gjeld til ei ny er motteken.",
      verify: "Alle de viser kvitteringa til, kan kontrollere at ho er vår og uendra:",
    },
    en: {
      subject: `Receipt for application ${content.reference}`,
      text: "We have received your application. It stands as it was sent.",
      again: `We have received your application again. Submission ${content.number} is the one that counts now.`,
      link: "Open the receipt",
      next: "Until the deadline you can change the application from the receipt and send it again. This submission counts until a new one is received.",
      verify: "Anybody you show the receipt to can verify that it is ours and unchanged:",
    },
  }[language];
  const isAgain = content.number > 1;
  return {
    subject: isAgain ? `${words.subject}, ${label.number.toLowerCase()} ${content.number}` : words.subject,
    paragraphs: [isAgain ? words.again : words.text],
    facts: [
      ...aboutApplication(content, around),
      [label.number, String(content.number)],
      [label.organisation, typed(content.organisation)],
      [label.cluster, typed(content.cluster)],
      [label.received, toTheMillisecond(content.receivedAt, language)],
      [label.digest, content.digest],
      ...attached(content, around),
    ],
    link: linkTo(around, words.link, { ...content, page: "/receipt" }),
    closing: [words.next, `${words.verify} ${around.siteUrl}/${language}/verify`, ...questionsTo(around)],
  };
};

export const withdrawal = (content: Content<"withdrawal">, around: Around): Letter => {
  const { language } = around;
  const label = labels[language];
  const words = {
    nb: {
      subject: `Søknad ${content.reference} er trukket`,
      text: "Søknaden er trukket og blir ikke behandlet. Svarene er bevart. Skal søknaden likevel behandles, må den sendes på nytt før fristen.",
      link: "Åpne søknaden",
    },
    nn: {
      subject: `Søknad ${content.reference} er trekt`,
      text: "Søknaden er trekt og blir ikkje behandla. Svara er tekne vare på. Skal søknaden likevel behandlast, må han sendast på nytt før fristen.",
      link: "Opne søknaden",
    },
    en: {
      subject: `Application ${content.reference} has been withdrawn`,
      text: "The application has been withdrawn and will not be assessed. The answers are kept. For it to be assessed after all, it must be sent again before the deadline.",
      link: "Open the application",
    },
  }[language];
  return {
    subject: words.subject,
    paragraphs: [words.text],
    facts: [
      ...aboutApplication(content, around),
      [label.withdrawn, toTheSecond(content.withdrawnAt, language)],
    ],
    link: linkTo(around, words.link, content),
    closing: questionsTo(around),
  };
};

export const changesNotSent = (content: Content<"changes-not-sent">, around: Around): Letter => {
  const { language } = around;
  const { number, reference } = content;
  const label = labels[language];
  const words = {
    nb: {
      subject: `Endringene i søknad ${reference} ble ikke sendt`,
      text: "Fristen er ute, og endringene i søknaden ble ikke sendt på nytt. De teller ikke.",
      stands: `Innsending ${number} gjelder slik dere sendte den, og blir behandlet. Dere trenger ikke gjøre noe.`,
      link: "Åpne kvitteringen",
    },
    nn: {
      subject: `Endringane i søknad ${reference} vart ikkje sende`,
      text: "Fristen er ute, og endringane i søknaden vart ikkje sende på nytt. Dei tel ikkje.",
      stands: `Innsending ${number} gjeld slik de sende ho, og blir behandla. De treng ikkje gjere noko.`,
      link: "Opne kvitteringa",
    },
    en: {
      subject: `The changes in application ${reference} were not sent`,
      text: "The deadline has passed, and the changes in your application were not sent again. They do not count.",
      stands: `Submission ${number} stands as you sent it and will be assessed. You need not do anything.`,
      link: "Open the receipt",
    },
  }[language];
  return {
    subject: words.subject,
    paragraphs: [words.text, words.stands],
    facts: [
      ...aboutApplication(content, around),
      [label.number, String(number)],
      [label.received, toTheMillisecond(content.receivedAt, language)],
      [label.deadline, toTheSecond(content.deadline, language)],
    ],
    link: linkTo(around, words.link, { ...content, page: "/receipt" }),
    closing: questionsTo(around),
  };
};
