import type { Language, Text } from "#shared/domain/text.ts";
import { showDate, showNumber } from "./values.ts";

/** What the words of a problem may need: a limit, a day, a rule's own message. */
export interface Params {
  readonly min?: number;
  readonly max?: number;
  readonly from?: string;
  readonly to?: string;
  readonly message?: Text;
}

type Say = (params: Params, language: Language) => string;
type Words = Readonly<Record<string, string | Say>>;

const n = (value: number | undefined, language: Language) => showNumber(value ?? 0, language);

const nb: Words = {
  required: "Dette må fylles ut",
  tooLong: ({ max }, l) => `Skriv høyst ${n(max, l)} tegn`,
  tooFew: ({ min }, l) => `Det må være minst ${n(min, l)}`,
  tooMany: ({ max }, l) => `Det kan være høyst ${n(max, l)}`,
  tooLow: ({ min }, l) => `Må være ${n(min, l)} eller mer`,
  tooHigh: ({ max }, l) => `Må være ${n(max, l)} eller mindre`,
  tooEarly: ({ from = "" }, l) => `Kan tidligst være ${showDate(from, l)}`,
  tooLate: ({ to = "" }, l) => `Kan senest være ${showDate(to, l)}`,
  "unreadable.email": "Skriv en e-postadresse, for eksempel navn@eksempel.no",
  "unreadable.phone": "Skriv et telefonnummer med 8 siffer, eller med landkode",
  "unreadable.url": "Skriv en nettadresse, for eksempel www.eksempel.no",
  "unreadable.orgNumber": "Organisasjonsnummeret er ikke gyldig. Sjekk de 9 sifrene",
  "unreadable.integer": "Skriv et helt tall",
  "unreadable.decimal": "Skriv et tall, for eksempel 12,5",
  "unreadable.money": "Skriv beløpet i hele kroner, for eksempel 250 000",
  "unreadable.date": "Skriv datoen som dag.måned.år, for eksempel 1.9.2024",
  invalid: "Velg et av alternativene",
  unknown: "Dette feltet finnes ikke i skjemaet",
  wrongType: "Dette har feil format",
};
const nn: Words = {
  required: "Dette må fyllast ut",
  tooLong: ({ max }, l) => `Skriv høgst ${n(max, l)} teikn`,
  tooFew: ({ min }, l) => `Det må vere minst ${n(min, l)}`,
  tooMany: ({ max }, l) => `Det kan vere høgst ${n(max, l)}`,
  tooLow: ({ min }, l) => `Må vere ${n(min, l)} eller meir`,
  tooHigh: ({ max }, l) => `Må vere ${n(max, l)} eller mindre`,
  tooEarly: ({ from = "" }, l) => `Kan tidlegast vere ${showDate(from, l)}`,
  tooLate: ({ to = "" }, l) => `Kan seinast vere ${showDate(to, l)}`,
  "unreadable.email": "Skriv ei e-postadresse, til dømes namn@eksempel.no",
  "unreadable.phone": "Skriv eit telefonnummer med 8 siffer, eller med landkode",
  "unreadable.url": "Skriv ei nettadresse, til dømes www.eksempel.no",
  "unreadable.orgNumber": "Organisasjonsnummeret er ikkje gyldig. Sjekk dei 9 siffera",
  "unreadable.integer": "Skriv eit heilt tal",
  "unreadable.decimal": "Skriv eit tal, til dømes 12,5",
  "unreadable.money": "Skriv beløpet i heile kroner, til dømes 250 000",
  "unreadable.date": "Skriv datoen som dag.månad.år, til dømes 1.9.2024",
  invalid: "Vel eitt av alternativa",
  unknown: "Dette feltet finst ikkje i skjemaet",
  wrongType: "Dette har feil format",
};
const en: Words = {
  required: "Enter an answer",
  tooLong: ({ max }, l) => `Use ${n(max, l)} characters or fewer`,
  tooFew: ({ min }, l) => `There must be at least ${n(min, l)}`,
  tooMany: ({ max }, l) => `There can be at most ${n(max, l)}`,
  tooLow: ({ min }, l) => `Must be ${n(min, l)} or more`,
  tooHigh: ({ max }, l) => `Must be ${n(max, l)} or less`,
  tooEarly: ({ from = "" }, l) => `Must be ${showDate(from, l)} or later`,
  tooLate: ({ to = "" }, l) => `Must be ${showDate(to, l)} or earlier`,
  "unreadable.email": "Enter an e-mail address, like name@example.com",
  "unreadable.phone": "Enter 8 digits, or a number with its country code",
  "unreadable.url": "Enter a web address, like www.example.com",
  "unreadable.orgNumber": "This is not a valid organisation number. Check the 9 digits",
  "unreadable.integer": "Enter a whole number",
  "unreadable.decimal": "Enter a number, like 12.5",
  "unreadable.money": "Enter the amount in whole kroner, like 250,000",
  "unreadable.date": "Enter the date as day.month.year, like 1.9.2024",
  invalid: "Choose one of the options",
  unknown: "The form has no such field",
  wrongType: "This has the wrong format",
};
const words: Readonly<Record<Language, Words>> = { nb, nn, en };

const sayIn = (key: string, params: Params, language: Language): string => {
  const word = words[language][key] ?? words[language]["invalid"] ?? "";
  return typeof word === "string" ? word : word(params, language);
};

/** A problem in all three languages. */
export const say = (key: string, params: Params): Text =>
  params.message ?? {
    nb: sayIn(key, params, "nb"),
    nn: sayIn(key, params, "nn"),
    en: sayIn(key, params, "en"),
  };
