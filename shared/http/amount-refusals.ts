// What is too much, or too little.
import type { Refusal } from "#shared/domain/refusal.ts";
import { type Language, t } from "#shared/domain/text.ts";
import { showClock } from "#shared/form/moments.ts";
import { showNumber } from "#shared/form/values.ts";
import { of } from "./plain-refusals.ts";
import { zone } from "./time-refusals.ts";

export const tooLarge = ({ limit }: Extract<Refusal, { reason: "too-large" }>) => {
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

export const tooMuchAtOnce = ({ most }: Extract<Refusal, { reason: "too-much-at-once" }>) =>
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

export const tooManyTries = ({ again }: Extract<Refusal, { reason: "too-many-tries" }>) => {
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

export const notMorePlaces = ({ places }: Extract<Refusal, { reason: "not-more-places" }>) =>
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
