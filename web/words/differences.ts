import type { Words } from "./words.ts";

const nb = {
  title: (from: number, to: number) => `Fra innsending ${from} til ${to}`,
  back: "Til søknaden",
  from: "Fra",
  to: "Til",
  none: "Ingen svar er endret.",
  count: (parts: number) => (parts === 1 ? "Svar er endret i én del." : `Svar er endret i ${parts} deler.`),
  added: "Lagt til",
  removed: "Fjernet",
  changed: "Endret",
  reordered: "Rekkefølgen er endret.",
  saidRemoved: "Fjernet:",
  saidAdded: "Nytt:",
};

/** What changed from one submission to another. */
export const differenceWords: Words<typeof nb> = {
  nb,
  nn: {
    title: (from, to) => `Frå innsending ${from} til ${to}`,
    back: "Til søknaden",
    from: "Frå",
    to: "Til",
    none: "Ingen svar er endra.",
    count: (parts) => (parts === 1 ? "Svar er endra i éin del." : `Svar er endra i ${parts} delar.`),
    added: "Lagt til",
    removed: "Fjerna",
    changed: "Endra",
    reordered: "Rekkjefølgja er endra.",
    saidRemoved: "Fjerna:",
    saidAdded: "Nytt:",
  },
  en: {
    title: (from, to) => `From submission ${from} to ${to}`,
    back: "To the application",
    from: "From",
    to: "To",
    none: "No answers have changed.",
    count: (parts) =>
      parts === 1 ? "Answers have changed in one section." : `Answers have changed in ${parts} sections.`,
    added: "Added",
    removed: "Removed",
    changed: "Changed",
    reordered: "The order has changed.",
    saidRemoved: "Removed:",
    saidAdded: "New:",
  },
};
