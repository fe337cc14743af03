import { latenessOf } from "#shared/domain/attempt.ts";
import type { Role } from "#shared/domain/person.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { type Language, type Text, t } from "#shared/domain/text.ts";
import { showLateness } from "#shared/form/durations.ts";
import { showClock, showInstant } from "#shared/form/moments.ts";
import { showNumber } from "#shared/form/values.ts";
import { ofDeeds } from "./deed-refusals.ts";
import { of, ofRequests, type RefusalWords } from "./plain-refusals.ts";

/** Where those who read a refusal have their clocks. */
export const zone = "Europe/Oslo";

const notOpenYet = (refusal: Extract<Refusal, { reason: "not-open-yet" }>) =>
  of(
    409,
    t("Utlysningen er ikke åpnet ennå", "Utlysinga er ikkje opna enno", "The call is not open yet"),
    t(
      `Den åpner ${showInstant(refusal.opensAt, zone, "nb")}.`,
      `Ho opnar ${showInstant(refusal.opensAt, zone, "nn")}.`,
      `It opens ${showInstant(refusal.opensAt, zone, "en")}.`,
    ),
  );

const deadlinePassed = (refusal: Extract<Refusal, { reason: "deadline-passed" }>) => {
  const shown = (language: Language) => [
    showInstant(refusal.deadline, zone, language),
    `${showInstant(refusal.at, zone, language)}, ${showLateness(latenessOf(refusal), language)},`,
  ];
  const [nbDeadline, nbAt] = shown("nb");
  const [nnDeadline, nnAt] = shown("nn");
  const [enDeadline, enAt] = shown("en");
  return of(
    410,
    t("Fristen er ute", "Fristen er ute", "The deadline has passed"),
    t(
      `Fristen var ${nbDeadline}. Dette kom til oss ${nbAt} og er ikke tatt imot. Det du har skrevet, kan fortsatt leses og kopieres.`,
      `Fristen var ${nnDeadline}. Dette kom til oss ${nnAt} og er ikkje teke imot. Det du har skrive, kan framleis lesast og kopierast.`,
      `The deadline was ${enDeadline}. This reached us ${enAt} and was not accepted. What you have written can still be read and copied.`,
    ),
  );
};

const tooLarge = ({ limit }: Extract<Refusal, { reason: "too-large" }>) => {
  const kilobytes = Math.floor(limit / 1000);
  return of(
    413,
    t("Dette er for stort", "Dette er for stort", "This is too large"),
    t(
      `Vi tar imot høyst ${kilobytes} kB her. Kort ned teksten eller velg en mindre fil, og prøv igjen. Det som var lagret fra før, er uendret.`,
      `Vi tek imot høgst ${kilobytes} kB her. Kort ned teksten eller vel ei mindre fil, og prøv igjen. Det som var lagra frå før, er uendra.`,
      `We take at most ${kilobytes} kB here. Shorten the text or choose a smaller file, and try again. What was saved before is unchanged.`,
    ),
  );
};

const tooMuchAtOnce = ({ most }: Extract<Refusal, { reason: "too-much-at-once" }>) =>
  of(
    409,
    t(
      "Dette er for mye til å lastes ned med en gang",
      "Dette er for mykje til å lastast ned med ein gong",
      "This is too much to download at once",
    ),
    t(
      `En fil som lastes ned med en gang, har høyst ${showNumber(most, "nb")} av disse. Velg «Lag fil» på siden for eksport, så lages den i bakgrunnen. Ingenting er tatt ut.`,
      `Ei fil som blir lasta ned med ein gong, har høgst ${showNumber(most, "nn")} av desse. Vel «Lag fil» på sida for eksport, så blir ho laga i bakgrunnen. Ingenting er teke ut.`,
      `A file that is downloaded at once has at most ${showNumber(most, "en")} of these. Choose “Make file” on the export page, and it is made in the background. Nothing has been taken out.`,
    ),
  );

const notYoursToDo = ({ owner }: Extract<Refusal, { reason: "not-yours-to-do" }>) =>
  of(
    403,
    t(
      "Dette kan du ikke gjøre i denne søknaden",
      "Dette kan du ikkje gjere i denne søknaden",
      "You cannot do this in this application",
    ),
    t(
      `${owner} eier søknaden og bestemmer hva hver kan gjøre. Ta det opp med ${owner}. Ingenting er endret.`,
      `${owner} eig søknaden og bestemmer kva kvar kan gjere. Ta det opp med ${owner}. Ingenting er endra.`,
      `${owner} owns the application and decides what each may do. Take it up with ${owner}. Nothing has been changed.`,
    ),
  );

const roleNames: Readonly<Record<Role, Text>> = {
  reader: t("leser", "lesar", "reader"),
  officer: t("saksbehandler", "saksbehandlar", "case officer"),
  manager: t("leder", "leiar", "manager"),
};

const notYourRole = ({ takes }: Extract<Refusal, { reason: "not-your-role" }>) =>
  of(
    403,
    t(
      `Dette krever rollen ${roleNames[takes].nb}`,
      `Dette krev rolla ${roleNames[takes].nn}`,
      `This takes the role of ${roleNames[takes].en}`,
    ),
    t(
      "Rollen din har ikke rett til dette. Be den som styrer tilgangen, om den rollen, og logg ut og inn igjen. Ingenting er endret.",
      "Rolla di har ikkje rett til dette. Be den som styrer tilgangen, om den rolla, og logg ut og inn igjen. Ingenting er endra.",
      "Your role does not have the right to this. Ask whoever manages access for that role, then sign out and in again. Nothing has been changed.",
    ),
  );

const caseTaken = ({ by }: Extract<Refusal, { reason: "case-taken" }>) =>
  of(
    409,
    t("En annen har saken", "Ein annan har saka", "Somebody else has the case"),
    t(
      `${by} har saken nå. Be ${by} gi den fra seg eller til deg, eller be en leder om det. Ingenting er endret.`,
      `${by} har saka no. Be ${by} gi ho frå seg eller til deg, eller be ein leiar om det. Ingenting er endra.`,
      `${by} has the case now. Ask ${by} to give it back or hand it to you, or ask a manager to. Nothing has been changed.`,
    ),
  );

const notLater = ({ deadline }: Extract<Refusal, { reason: "not-later" }>) =>
  of(
    422,
    t("Fristen kan bare bli senere", "Fristen kan berre bli seinare", "The deadline can only become later"),
    t(
      `Velg et tidspunkt etter ${showInstant(deadline, zone, "nb")}. Ingenting er endret.`,
      `Vel eit tidspunkt etter ${showInstant(deadline, zone, "nn")}. Ingenting er endra.`,
      `Choose a time after ${showInstant(deadline, zone, "en")}. Nothing has been changed.`,
    ),
  );

const tooManyTries = ({ again }: Extract<Refusal, { reason: "too-many-tries" }>) => {
  const from = (language: Language) => showClock(again, zone, language);
  return of(
    429,
    t(
      "For mange forsøk den siste timen",
      "For mange forsøk den siste timen",
      "Too many tries within the hour",
    ),
    t(
      `Ingenting er sendt. Det du skrev, står her fortsatt. Prøv igjen etter klokka ${from("nb")}, eller skriv til kontaktadressen for utlysningen.`,
      `Ingenting er sendt. Det du skreiv, står her framleis. Prøv igjen etter klokka ${from("nn")}, eller skriv til kontaktadressa for utlysinga.`,
      `Nothing was sent. What you wrote is still here. Try again after ${from("en")}, or write to the contact address of the call.`,
    ),
  );
};

/** What to do about each. */
const ofParameters = new Map<string, Text>([
  [
    "changedSince",
    t(
      "Gi et tidspunkt i UTC, som 2024-06-21T14:00:00.000Z, og ikke sammen med «after».",
      "Gi eit tidspunkt i UTC, som 2024-06-21T14:00:00.000Z, og ikkje saman med «after».",
      "Give an instant in UTC, such as 2024-06-21T14:00:00.000Z, and not along with “after”.",
    ),
  ],
  [
    "after",
    t(
      "Bruk adressen i «next» slik den sto i forrige svar fra samme adresse.",
      "Bruk adressa i «next» slik ho stod i førre svar frå same adresse.",
      "Use the address in “next” as it stood in the last answer from the same address.",
    ),
  ],
  [
    "limit",
    t("Gi et heltall fra 1 til 100.", "Gi eit heiltal frå 1 til 100.", "Give a whole number from 1 to 100."),
  ],
]);
const unknownParameter = t(
  "Den finnes ikke her. Se /api/v1/openapi.json.",
  "Han finst ikkje her. Sjå /api/v1/openapi.json.",
  "There is none of that name here. See /api/v1/openapi.json.",
);

const badParameter = ({ parameter }: Extract<Refusal, { reason: "bad-parameter" }>) =>
  of(
    400,
    t(
      `Parameteren «${parameter}» kan ikke brukes slik`,
      `Parameteren «${parameter}» kan ikkje brukast slik`,
      `The parameter “${parameter}” cannot be used like this`,
    ),
    ofParameters.get(parameter) ?? unknownParameter,
  );

const notMorePlaces = ({ places }: Extract<Refusal, { reason: "not-more-places" }>) =>
  of(
    422,
    t("Det kan bare bli flere plasser", "Det kan berre bli fleire plassar", "There can only be more places"),
    places === undefined
      ? t(
          "Webinaret har plass til alle. Et tak kan bare settes før påmeldingen åpner. Ingenting er endret.",
          "Webinaret har plass til alle. Eit tak kan berre setjast før påmeldinga opnar. Ingenting er endra.",
          "The webinar has room for everybody. A limit can only be set before sign-up opens. Nothing has been changed.",
        )
      : t(
          `Velg et tall over ${places}. Ingen som har fått plass, mister den. Ingenting er endret.`,
          `Vel eit tal over ${places}. Ingen som har fått plass, mister han. Ingenting er endra.`,
          `Choose a number above ${places}. Nobody who has a place loses it. Nothing has been changed.`,
        ),
  );

/** Refusals whose words depend on nothing. */
export const plain = { ...ofRequests, ...ofDeeds };

/** What a refusal is called, how HTTP counts it and what to do about it. Total: a refusal without words does not compile. */
export const wordsFor = (refusal: Refusal): RefusalWords => {
  switch (refusal.reason) {
    case "not-open-yet":
      return notOpenYet(refusal);
    case "deadline-passed":
      return deadlinePassed(refusal);
    case "not-later":
      return notLater(refusal);
    case "too-many-tries":
      return tooManyTries(refusal);
    case "not-more-places":
      return notMorePlaces(refusal);
    case "bad-parameter":
      return badParameter(refusal);
    case "too-large":
      return tooLarge(refusal);
    case "too-much-at-once":
      return tooMuchAtOnce(refusal);
    case "case-taken":
      return caseTaken(refusal);
    case "not-your-role":
      return notYourRole(refusal);
    case "not-yours-to-do":
      return notYoursToDo(refusal);
    default:
      return plain[refusal.reason];
  }
};

/** The same in one language, as a notice above a form; nothing when nothing was refused. */
export const noticeOf = (refusal: Refusal | undefined, language: Language) => {
  if (!refusal) return undefined;
  const { title, explanation } = wordsFor(refusal);
  return { title: title[language], explanation: explanation[language] };
};
