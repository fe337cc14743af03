import type { Words } from "./words.ts";

const nb = {
  title: "Innloggingen",
  warning:
    "Du blir logget ut om %s, fordi siden har vært urørt en stund. Trykk på «Fortsett» hvis du vil gå videre.",
  last: "Du blir logget ut om %s og kan ikke forlenge mer, fordi det er lenge siden du logget inn. Logg inn på nytt for å gå videre. Det som står på siden, blir stående.",
  ended: "Du er logget ut. Logg inn for å gå videre. Det som står på siden, blir stående.",
  failed: "Vi får ikke kontakt akkurat nå. Prøv igjen.",
  goOn: "Fortsett",
  close: "Lukk",
  wentOn: "Du er fortsatt logget inn.",
  signIn: "Logg inn",
  newTab: "åpnes i en ny fane",
  backTitle: "Du er logget inn",
  backLead: "Lukk denne fanen og gå tilbake til den du kom fra. Det du skrev der, er ikke tapt.",
};

/** When a session ends, and after. */
export const sessionWords: Words<typeof nb> = {
  nb,
  nn: {
    title: "Innlogginga",
    warning:
      "Du blir logga ut om %s, fordi sida har vore urørt ei stund. Trykk på «Hald fram» om du vil gå vidare.",
    last: "Du blir logga ut om %s og kan ikkje forlengje meir, fordi det er lenge sidan du logga inn. Logg inn på nytt for å gå vidare. Det som står på sida, blir ståande.",
    ended: "Du er logga ut. Logg inn for å gå vidare. Det som står på sida, blir ståande.",
    failed: "Vi får ikkje kontakt akkurat no. Prøv igjen.",
    goOn: "Hald fram",
    close: "Lukk",
    wentOn: "Du er framleis logga inn.",
    signIn: "Logg inn",
    newTab: "blir opna i ei ny fane",
    backTitle: "Du er logga inn",
    backLead: "Lukk denne fana og gå tilbake til den du kom frå. Det du skreiv der, er ikkje tapt.",
  },
  en: {
    title: "Your session",
    warning:
      "You will be signed out in %s, because the page has not been used for a while. Press “Continue” to go on.",
    last: "You will be signed out in %s, and it cannot be put off, because it is long since you signed in. Sign in again to go on. What is on the page stays here.",
    ended: "You are signed out. Sign in to go on. What is on the page stays here.",
    failed: "We cannot reach the server right now. Try again.",
    goOn: "Continue",
    close: "Close",
    wentOn: "You are still signed in.",
    signIn: "Sign in",
    newTab: "opens in a new tab",
    backTitle: "You are signed in",
    backLead: "Close this tab and go back to the one you came from. What you wrote there is not lost.",
  },
};
