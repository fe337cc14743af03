import type { Words } from "./words.ts";

const nb = {
  overview: "Oversikt",
  overviewTitle: "Søknaden",
  parts: "Deler",
  partsLead: "Delene kan fylles ut i den rekkefølgen dere vil. Alt lagres mens dere skriver.",
  statuses: { "not-started": "Ikke begynt", begun: "Påbegynt", wrong: "Feil eller mangler", ready: "Klar" },
  savedBy: (when: string, who: string) => `Lagret ${when} av ${who}`,
  savedOn: (when: string) => `Lagret ${when}`,
  ready: (count: number, all: number) => `${count} av ${all} deler er klare`,
  filling: (used: number, most: number) =>
    `Søknaden fyller ${used} av ${most} kB. Blir den større enn ${most} kB, kan den ikke sendes, så kort ned de lengste svarene.`,
  overfull: (used: number, most: number) =>
    `Søknaden fyller ${used} kB, og det er plass til ${most} kB. Den kan ikke sendes før den er kortere. Kort ned de lengste svarene.`,
  review: "Se gjennom og send",
  reviewOnly: "Se gjennom",
  reviewLead: "Dere kan se gjennom når som helst. Der står også alt som gjenstår.",
  receipt: "Se kvitteringen",
  part: (number: number, all: number) => `Del ${number} av ${all}`,
  next: "Lagre og gå videre",
  toOverview: "Lagre og gå til oversikten",
  saved: "Alt er lagret",
  savedAt: "Lagret kl. %s",
  waiting: "Lagrer snart …",
  saving: "Lagrer …",
  offline:
    "Ikke lagret ennå: vi får ikke kontakt. Teksten er trygg på denne enheten, og vi prøver igjen av oss selv.",
  refused: "Ikke lagret: teksten er for lang eller kan ikke leses. Kort ned og prøv igjen.",
  signedOut: "Du er logget ut. Teksten er trygg på denne enheten, og lagres når du har logget inn igjen.",
  savedAgain: "Du er logget inn igjen, og alt er lagret.",
  closed: "Søknaden kan ikke endres lenger. Det som ikke rakk å bli lagret, står her og kan kopieres.",
  ask: (email: string, phone?: string) =>
    phone ? `Spørsmål? Ring ${phone} eller skriv til ${email}.` : `Spørsmål? Skriv til ${email}.`,
  conflict: "Ikke lagret: delen er endret i et annet vindu eller av en annen.",
  compare: "Se begge utgavene",
  keepMine: "Behold det som er skrevet her",
  keepTheirs: "Bruk den andre utgaven",
  conflictTitle: "Delen er endret et annet sted",
  conflictLead: (who: string, when: string) =>
    `${who} lagret den samme delen ${when}, mens du skrev her. Velg hvilken utgave som skal gjelde. Det som er skrevet her, kan også rettes nedenfor først. Ingenting er tapt ennå.`,
  mine: "Skrevet her, ikke lagret",
  empty: "Ikke besvart",
};

/** Task list and section pages. */
export const editingWords: Words<typeof nb> = {
  nb,
  nn: {
    overview: "Oversyn",
    overviewTitle: "Søknaden",
    parts: "Delar",
    partsLead: "Delane kan fyllast ut i den rekkjefølgja de vil. Alt blir lagra medan de skriv.",
    statuses: { "not-started": "Ikkje byrja", begun: "Påbyrja", wrong: "Feil eller manglar", ready: "Klar" },
    savedBy: (when, who) => `Lagra ${when} av ${who}`,
    savedOn: (when) => `Lagra ${when}`,
    ready: (count, all) => `${count} av ${all} delar er klare`,
    filling: (used, most) =>
      `Søknaden fyller ${used} av ${most} kB. Blir han større enn ${most} kB, kan han ikkje sendast, så kort ned dei lengste svara.`,
    overfull: (used, most) =>
      `Søknaden fyller ${used} kB, og det er plass til ${most} kB. Han kan ikkje sendast før han er kortare. Kort ned dei lengste svara.`,
    review: "Sjå gjennom og send",
    reviewOnly: "Sjå gjennom",
    reviewLead: "De kan sjå gjennom når som helst. Der står òg alt som står att.",
    receipt: "Sjå kvitteringa",
    part: (number, all) => `Del ${number} av ${all}`,
    next: "Lagre og gå vidare",
    toOverview: "Lagre og gå til oversynet",
    saved: "Alt er lagra",
    savedAt: "Lagra kl. %s",
    waiting: "Lagrar snart …",
    saving: "Lagrar …",
    offline:
      "Ikkje lagra enno: vi får ikkje kontakt. Teksten er trygg på denne eininga, og vi prøver igjen av oss sjølve.",
    refused: "Ikkje lagra: teksten er for lang eller kan ikkje lesast. Kort ned og prøv igjen.",
    signedOut: "Du er logga ut. Teksten er trygg på denne eininga, og blir lagra når du har logga inn igjen.",
    savedAgain: "Du er logga inn igjen, og alt er lagra.",
    closed: "Søknaden kan ikkje endrast lenger. Det som ikkje rakk å bli lagra, står her og kan kopierast.",
    ask: (email, phone) =>
      phone ? `Spørsmål? Ring ${phone} eller skriv til ${email}.` : `Spørsmål? Skriv til ${email}.`,
    conflict: "Ikkje lagra: delen er endra i eit anna vindauge eller av ein annan.",
    compare: "Sjå begge utgåvene",
    keepMine: "Behald det som er skrive her",
    keepTheirs: "Bruk den andre utgåva",
    conflictTitle: "Delen er endra ein annan stad",
    conflictLead: (who, when) =>
      `${who} lagra den same delen ${when}, medan du skreiv her. Vel kva utgåve som skal gjelde. Det som er skrive her, kan òg rettast nedanfor først. Ingenting er tapt enno.`,
    mine: "Skrive her, ikkje lagra",
    empty: "Ikkje svart på",
  },
  en: {
    overview: "Overview",
    overviewTitle: "The application",
    parts: "Sections",
    partsLead: "Fill in the sections in any order. Everything is saved while you write.",
    statuses: { "not-started": "Not begun", begun: "Begun", wrong: "Wrong or missing", ready: "Ready" },
    savedBy: (when, who) => `Saved ${when} by ${who}`,
    savedOn: (when) => `Saved ${when}`,
    ready: (count, all) => `${count} of ${all} sections are ready`,
    filling: (used, most) =>
      `The application takes ${used} of ${most} kB. If it grows past ${most} kB it cannot be sent, so shorten the longest answers.`,
    overfull: (used, most) =>
      `The application takes ${used} kB, and there is room for ${most} kB. It cannot be sent until it is shorter. Shorten the longest answers.`,
    review: "Review and send",
    reviewOnly: "Review",
    reviewLead: "You can review at any time. What remains is listed there too.",
    receipt: "See the receipt",
    part: (number, all) => `Section ${number} of ${all}`,
    next: "Save and continue",
    toOverview: "Save and go to the overview",
    saved: "Everything is saved",
    savedAt: "Saved at %s",
    waiting: "Saving soon …",
    saving: "Saving …",
    offline:
      "Not saved yet: we cannot reach the server. The text is safe on this device, and we keep trying.",
    refused: "Not saved: the text is too long or cannot be read. Shorten it and try again.",
    signedOut:
      "You are signed out. The text is safe on this device and is saved when you have signed in again.",
    savedAgain: "You are signed in again, and everything is saved.",
    closed:
      "The application can no longer be changed. What was not saved in time is still here and can be copied.",
    ask: (email, phone) =>
      phone ? `Questions? Call ${phone} or write to ${email}.` : `Questions? Write to ${email}.`,
    conflict: "Not saved: this section was changed in another window or by somebody else.",
    compare: "See both versions",
    keepMine: "Keep what is written here",
    keepTheirs: "Use the other version",
    conflictTitle: "This section was changed elsewhere",
    conflictLead: (who, when) =>
      `${who} saved the same section ${when}, while you were writing here. Choose the version that shall count. What is written here can also be changed below first. Nothing is lost yet.`,
    mine: "Written here, not saved",
    empty: "Not answered",
  },
};
