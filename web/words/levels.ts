import type { Words } from "./words.ts";

const nb = {
  title: "Bytt programnivå",
  lead: "Dere mister ingen svar. Svar som det nye nivået ikke spør om, ligger skjult og blir ikke sendt. De kommer fram igjen om dere bytter tilbake.",
  now: "Søknaden er på dette nivået nå.",
  coming: (titles: string) => `Kommer til: ${titles}.`,
  going: (titles: string) => `Faller bort: ${titles}.`,
  also: "Hvilke spørsmål og vedlegg som må være med, kan være ulikt fra nivå til nivå. Det som mangler, står på siden «Se gjennom og send».",
  change: "Bytt nivå",
  keep: "Behold nivået",
};

/** Another level for an application that is begun. */
export const levelWords: Words<typeof nb> = {
  nb,
  nn: {
    title: "Byt programnivå",
    lead: "De mistar ingen svar. Svar som det nye nivået ikkje spør om, ligg gøymde og blir ikkje sende. Dei kjem fram att om de byter tilbake.",
    now: "Søknaden er på dette nivået no.",
    coming: (titles) => `Kjem til: ${titles}.`,
    going: (titles) => `Fell bort: ${titles}.`,
    also: "Kva spørsmål og vedlegg som må vere med, kan vere ulikt frå nivå til nivå. Det som manglar, står på sida «Sjå gjennom og send».",
    change: "Byt nivå",
    keep: "Behald nivået",
  },
  en: {
    title: "Change the programme level",
    lead: "You lose no answers. Answers that the new level does not ask for are hidden and not sent. They come back if you change back.",
    now: "The application is at this level now.",
    coming: (titles) => `Added: ${titles}.`,
    going: (titles) => `Left out: ${titles}.`,
    also: "Which questions and attachments are required may differ between levels. What is missing is listed on the page “Review and send”.",
    change: "Change the level",
    keep: "Keep the level",
  },
};
