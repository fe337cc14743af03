import type { FileFault } from "#shared/domain/stored-file.ts";
import type { Language, Text } from "#shared/domain/text.ts";
import type { Field } from "./fields.ts";
import { faultText } from "./file-words.ts";
import { showDate, showLimit } from "./values.ts";

/** What the words of a problem may need: a limit, how many there are now, a day, a rule's own message. */
export interface Params {
  readonly min?: number;
  readonly max?: number;
  readonly count?: number;
  readonly from?: string;
  readonly to?: string;
  readonly message?: Text;
  /** A file's name and what is wrong with it. */
  readonly name?: string;
  readonly why?: FileFault;
}

type Say = (params: Params, language: Language) => string;
/** By key, or by key and kind of field where the kind has better words. */
type Words = Readonly<Record<string, string | Say>>;

const n = (value: number | undefined, language: Language) => showLimit(value ?? 0, language);
const day = (iso: string | undefined, language: Language) => showDate(iso ?? "", language);

const theFile = { nb: "Filen", nn: "Fila", en: "The file" } as const;
const file = (name: string | undefined, language: Language) =>
  name ? `${theFile[language]} ${language === "en" ? `“${name}”` : `«${name}»`}` : theFile[language];

const nb: Words = {
  required: "Skriv inn et svar",
  gone: "Det du valgte, er fjernet. Velg på nytt",
  "required.radio": "Velg et svar",
  "required.select": "Velg fra listen",
  "required.checkboxes": ({ min = 1 }) => `Velg minst ${min}`,
  "required.email": "Skriv inn e-postadressen",
  "required.phone": "Skriv inn telefonnummeret",
  "required.url": "Skriv inn nettadressen",
  "required.orgNumber": "Skriv inn organisasjonsnummeret",
  "required.integer": "Skriv inn et tall",
  "required.decimal": "Skriv inn et tall",
  "required.money": "Skriv inn beløpet",
  "required.date": "Skriv inn datoen",
  "required.time": "Skriv inn klokkeslettet",
  "required.files": "Last opp minst én fil",
  "required.reference": "Velg minst ett",
  "required.table": "Skriv inn minst ett beløp",
  "required.group": ({ min = 1 }) => `Legg til minst ${min}`,
  tooLong: ({ max, count }, l) => `Skriv høyst ${n(max, l)} tegn. Nå er det ${n(count, l)}`,
  tooLongToKeep: ({ max }, l) => `Teksten er for lang til å lagres. Skriv høyst ${n(max, l)} tegn`,
  tooFew: ({ min, count }, l) => `Det må være minst ${n(min, l)}. Nå er det ${n(count, l)}`,
  tooMany: ({ max }, l) => `Det kan være høyst ${n(max, l)}`,
  tooLow: ({ min }, l) => `Tallet må være ${n(min, l)} eller mer`,
  "tooLow.money": ({ min }, l) => `Beløpet må være ${n(min, l)} kr eller mer`,
  tooHigh: ({ max }, l) => `Tallet må være ${n(max, l)} eller mindre`,
  "tooHigh.money": ({ max }, l) => `Beløpet må være ${n(max, l)} kr eller mindre`,
  tooEarly: ({ from }, l) => `Datoen må være ${day(from, l)} eller senere`,
  tooLate: ({ to }, l) => `Datoen må være ${day(to, l)} eller tidligere`,
  "unreadable.email": "Skriv en e-postadresse som navn@eksempel.no, uten mellomrom og æ, ø eller å",
  "unreadable.phone": "Skriv et telefonnummer med 8 siffer, eller med landkode, for eksempel +46",
  "unreadable.url": "Skriv en nettadresse, for eksempel www.eksempel.no",
  "unreadable.orgNumber": "Organisasjonsnummeret er ikke gyldig. Sjekk de 9 sifrene",
  "unreadable.integer": "Skriv et helt tall, for eksempel 24",
  "unreadable.decimal": "Skriv et tall, for eksempel 12,5",
  "unreadable.money": "Skriv beløpet i hele kroner, for eksempel 250 000",
  "unreadable.date": "Skriv en dato som finnes, som dag.måned.år, for eksempel 1.9.2024",
  "unreadable.time": "Skriv et klokkeslett, for eksempel 15.30",
  "tooMany.files": ({ max }, l) => `Det er plass til høyst ${n(max, l)}. Fjern en fil først`,
  tooLargeFile: ({ name, max }, l) =>
    `${file(name, l)} er for stor. En fil kan være på høyst ${n(max, l)} MB`,
  notTheType: ({ name }, l) => `${file(name, l)} er ikke av en filtype vi tar imot`,
  tooLargeInAll: ({ max }, l) => `Filene kan være på høyst ${n(max, l)} MB til sammen`,
  fileAwaited: ({ name }, l) => `${file(name, l)} er ikke lastet opp. Last den opp eller fjern den`,
  fileChecking: ({ name }, l) => `${file(name, l)} kontrolleres fortsatt. Vent litt og prøv igjen`,
  fileRefused: ({ name, why }, l) => `${file(name, l)} kan ikke brukes: ${faultText(why, l)}. Fjern den`,
  invalid: "Velg et av alternativene",
  unknown: "Dette feltet finnes ikke i skjemaet",
  wrongType: "Dette har feil format",
};

const nn: Words = {
  required: "Skriv inn eit svar",
  gone: "Det du valde, er fjerna. Vel på nytt",
  "required.radio": "Vel eit svar",
  "required.select": "Vel frå lista",
  "required.checkboxes": ({ min = 1 }) => `Vel minst ${min}`,
  "required.email": "Skriv inn e-postadressa",
  "required.phone": "Skriv inn telefonnummeret",
  "required.url": "Skriv inn nettadressa",
  "required.orgNumber": "Skriv inn organisasjonsnummeret",
  "required.integer": "Skriv inn eit tal",
  "required.decimal": "Skriv inn eit tal",
  "required.money": "Skriv inn beløpet",
  "required.date": "Skriv inn datoen",
  "required.time": "Skriv inn klokkeslettet",
  "required.files": "Last opp minst éi fil",
  "required.reference": "Vel minst eitt",
  "required.table": "Skriv inn minst eitt beløp",
  "required.group": ({ min = 1 }) => `Legg til minst ${min}`,
  tooLong: ({ max, count }, l) => `Skriv høgst ${n(max, l)} teikn. No er det ${n(count, l)}`,
  tooLongToKeep: ({ max }, l) => `Teksten er for lang til å lagrast. Skriv høgst ${n(max, l)} teikn`,
  tooFew: ({ min, count }, l) => `Det må vere minst ${n(min, l)}. No er det ${n(count, l)}`,
  tooMany: ({ max }, l) => `Det kan vere høgst ${n(max, l)}`,
  tooLow: ({ min }, l) => `Talet må vere ${n(min, l)} eller meir`,
  "tooLow.money": ({ min }, l) => `Beløpet må vere ${n(min, l)} kr eller meir`,
  tooHigh: ({ max }, l) => `Talet må vere ${n(max, l)} eller mindre`,
  "tooHigh.money": ({ max }, l) => `Beløpet må vere ${n(max, l)} kr eller mindre`,
  tooEarly: ({ from }, l) => `Datoen må vere ${day(from, l)} eller seinare`,
  tooLate: ({ to }, l) => `Datoen må vere ${day(to, l)} eller tidlegare`,
  "unreadable.email": "Skriv ei e-postadresse som namn@eksempel.no, utan mellomrom og æ, ø eller å",
  "unreadable.phone": "Skriv eit telefonnummer med 8 siffer, eller med landkode, til dømes +46",
  "unreadable.url": "Skriv ei nettadresse, til dømes www.eksempel.no",
  "unreadable.orgNumber": "Organisasjonsnummeret er ikkje gyldig. Sjekk dei 9 siffera",
  "unreadable.integer": "Skriv eit heilt tal, til dømes 24",
  "unreadable.decimal": "Skriv eit tal, til dømes 12,5",
  "unreadable.money": "Skriv beløpet i heile kroner, til dømes 250 000",
  "unreadable.date": "Skriv ein dato som finst, som dag.månad.år, til dømes 1.9.2024",
  "unreadable.time": "Skriv eit klokkeslett, til dømes 15.30",
  "tooMany.files": ({ max }, l) => `Det er plass til høgst ${n(max, l)}. Fjern ei fil først`,
  tooLargeFile: ({ name, max }, l) =>
    `${file(name, l)} er for stor. Ei fil kan vere på høgst ${n(max, l)} MB`,
  notTheType: ({ name }, l) => `${file(name, l)} er ikkje av ein filtype vi tek imot`,
  tooLargeInAll: ({ max }, l) => `Filene kan vere på høgst ${n(max, l)} MB til saman`,
  fileAwaited: ({ name }, l) => `${file(name, l)} er ikkje lasta opp. Last ho opp eller fjern ho`,
  fileChecking: ({ name }, l) => `${file(name, l)} blir framleis kontrollert. Vent litt og prøv igjen`,
  fileRefused: ({ name, why }, l) => `${file(name, l)} kan ikkje brukast: ${faultText(why, l)}. Fjern ho`,
  invalid: "Vel eitt av alternativa",
  unknown: "Dette feltet finst ikkje i skjemaet",
  wrongType: "Dette har feil format",
};

const en: Words = {
  required: "Enter an answer",
  gone: "What you chose has been removed. Choose again",
  "required.radio": "Choose an answer",
  "required.select": "Choose from the list",
  "required.checkboxes": ({ min = 1 }) => `Choose at least ${min}`,
  "required.email": "Enter the e-mail address",
  "required.phone": "Enter the phone number",
  "required.url": "Enter the web address",
  "required.orgNumber": "Enter the organisation number",
  "required.integer": "Enter a number",
  "required.decimal": "Enter a number",
  "required.money": "Enter the amount",
  "required.date": "Enter the date",
  "required.time": "Enter the time",
  "required.files": "Upload at least one file",
  "required.reference": "Choose at least one",
  "required.table": "Enter at least one amount",
  "required.group": ({ min = 1 }) => `Add at least ${min}`,
  tooLong: ({ max, count }, l) => `Use ${n(max, l)} characters or fewer. There are ${n(count, l)} now`,
  tooLongToKeep: ({ max }, l) => `The text is too long to be saved. Use ${n(max, l)} characters or fewer`,
  tooFew: ({ min, count }, l) => `There must be at least ${n(min, l)}. Now there are ${n(count, l)}`,
  tooMany: ({ max }, l) => `There can be at most ${n(max, l)}`,
  tooLow: ({ min }, l) => `The number must be ${n(min, l)} or more`,
  "tooLow.money": ({ min }, l) => `The amount must be NOK ${n(min, l)} or more`,
  tooHigh: ({ max }, l) => `The number must be ${n(max, l)} or less`,
  "tooHigh.money": ({ max }, l) => `The amount must be NOK ${n(max, l)} or less`,
  tooEarly: ({ from }, l) => `The date must be ${day(from, l)} or later`,
  tooLate: ({ to }, l) => `The date must be ${day(to, l)} or earlier`,
  "unreadable.email": "Enter an e-mail address like name@example.com, without spaces or letters such as ø",
  "unreadable.phone": "Enter 8 digits, or a number with its country code, like +46",
  "unreadable.url": "Enter a web address, like www.example.com",
  "unreadable.orgNumber": "This is not a valid organisation number. Check the 9 digits",
  "unreadable.integer": "Enter a whole number, like 24",
  "unreadable.decimal": "Enter a number, like 12.5",
  "unreadable.money": "Enter the amount in whole kroner, like 250,000",
  "unreadable.date": "Enter a date that exists, as day.month.year, like 1.9.2024",
  "unreadable.time": "Enter a time of day, like 15:30",
  "tooMany.files": ({ max }, l) => `There is room for at most ${n(max, l)}. Remove a file first`,
  tooLargeFile: ({ name, max }, l) => `${file(name, l)} is too large. A file can be at most ${n(max, l)} MB`,
  notTheType: ({ name }, l) => `${file(name, l)} is not of a file type we accept`,
  tooLargeInAll: ({ max }, l) => `The files can be at most ${n(max, l)} MB together`,
  fileAwaited: ({ name }, l) => `${file(name, l)} has not been uploaded. Upload it or remove it`,
  fileChecking: ({ name }, l) => `${file(name, l)} is still being checked. Wait a little and try again`,
  fileRefused: ({ name, why }, l) => `${file(name, l)} cannot be used: ${faultText(why, l)}. Remove it`,
  invalid: "Choose one of the options",
  unknown: "The form has no such field",
  wrongType: "This has the wrong format",
};

const words: Readonly<Record<Language, Words>> = { nb, nn, en };

const sayIn = (key: string, params: Params, kind: Field["kind"] | undefined, language: Language): string => {
  const inLanguage = words[language];
  const word = inLanguage[`${key}.${kind}`] ?? inLanguage[key] ?? inLanguage["wrongType"] ?? "";
  return typeof word === "string" ? word : word(params, language);
};

/** A problem in all three languages. */
export const say = (key: string, params: Params, kind?: Field["kind"]): Text =>
  params.message ?? {
    nb: sayIn(key, params, kind, "nb"),
    nn: sayIn(key, params, kind, "nn"),
    en: sayIn(key, params, kind, "en"),
  };

/** Every problem the form engine has words for: a key, or a key and a kind. */
export const problemKeys: readonly string[] = Object.keys(nb);
