import type { Words } from "./words.ts";

const nb = {
  limits: (types: string, each: string, all: string) =>
    `${types}. Hver fil kan være på høyst ${each} MB, og alle til sammen ${all} MB.`,
  and: "og",
  checked:
    "Hver fil kontrolleres for skadevare når den er lastet opp. Det tar vanligvis under et minutt, og den teller først når den er klar.",
  count: (count: number, max: number): string =>
    max === 1 ? `${count} av 1 fil` : `${count} av ${max} filer`,
  unnamed: "Ny fil",
  add: "Legg til fil",
  pick: "Velg filer",
  pickOne: "Velg fil",
  drop: "Filer kan også slippes her.",
  full: (max: number): string =>
    max === 1
      ? "Fjern filen hvis dere vil bytte den."
      : "Det er ikke plass til flere. Fjern en fil for å bytte.",
  upload: "Last opp filen",
  remove: "Fjern",
  removed: (name: string) => `${name} er fjernet`,
  refresh: "Oppdater siden",
  waiting: "Noen filer kontrolleres ennå.",
  next: "Gå videre",
  toOverview: "Gå til oversikten",
  uploadTitle: "Last opp fil",
  uploadLead: "Velg filen og last den opp. Da kommer dere tilbake til vedleggene.",
  file: "Fil",
  back: "Tilbake til vedleggene",
  script: {
    waiting: "Venter på tur",
    reading: "Leser filen …",
    uploading: "Laster opp: %d %",
    spoken: "%s: %d prosent lastet opp",
    uploaded: "Lastet opp. Kontrolleres for skadevare …",
    failed: "Ikke lastet opp: vi får ikke kontakt. Prøv igjen.",
    signedOut: "Ikke lastet opp: du er logget ut. Logg inn i et nytt vindu og prøv igjen.",
    refused: "Ikke lastet opp: filen ble ikke tatt imot.",
    tooLarge: "Ikke lastet opp: filen er for stor.",
    empty: "Ikke lastet opp: filen er tom.",
    retry: "Prøv igjen",
    cancel: "Avbryt",
  },
};

/** The section of attachments and the page to upload one from. */
export const attachmentWords: Words<typeof nb> = {
  nb,
  nn: {
    limits: (types, each, all) =>
      `${types}. Kvar fil kan vere på høgst ${each} MB, og alle til saman ${all} MB.`,
    and: "og",
    checked:
      "Kvar fil blir kontrollert for skadevare når ho er lasta opp. Det tek som regel under eitt minutt, og ho tel først når ho er klar.",
    count: (count, max) => (max === 1 ? `${count} av 1 fil` : `${count} av ${max} filer`),
    unnamed: "Ny fil",
    add: "Legg til fil",
    pick: "Vel filer",
    pickOne: "Vel fil",
    drop: "Filer kan òg sleppast her.",
    full: (max) =>
      max === 1 ? "Fjern fila om de vil byte ho." : "Det er ikkje plass til fleire. Fjern ei fil for å byte.",
    upload: "Last opp fila",
    remove: "Fjern",
    removed: (name) => `${name} er fjerna`,
    refresh: "Oppdater sida",
    waiting: "Nokre filer blir framleis kontrollerte.",
    next: "Gå vidare",
    toOverview: "Gå til oversynet",
    uploadTitle: "Last opp fil",
    uploadLead: "Vel fila og last ho opp. Då kjem de tilbake til vedlegga.",
    file: "Fil",
    back: "Tilbake til vedlegga",
    script: {
      waiting: "Ventar på tur",
      reading: "Les fila …",
      uploading: "Lastar opp: %d %",
      spoken: "%s: %d prosent lasta opp",
      uploaded: "Lasta opp. Blir kontrollert for skadevare …",
      failed: "Ikkje lasta opp: vi får ikkje kontakt. Prøv igjen.",
      signedOut: "Ikkje lasta opp: du er logga ut. Logg inn i eit nytt vindauge og prøv igjen.",
      refused: "Ikkje lasta opp: fila vart ikkje teken imot.",
      tooLarge: "Ikkje lasta opp: fila er for stor.",
      empty: "Ikkje lasta opp: fila er tom.",
      retry: "Prøv igjen",
      cancel: "Avbryt",
    },
  },
  en: {
    limits: (types, each, all) =>
      `${types}. Each file can be at most ${each} MB, and all together ${all} MB.`,
    and: "and",
    checked:
      "Each file is checked for malware when it has been uploaded. That usually takes less than a minute, and it counts only when it is ready.",
    count: (count, max) => (max === 1 ? `${count} of 1 file` : `${count} of ${max} files`),
    unnamed: "New file",
    add: "Add a file",
    pick: "Choose files",
    pickOne: "Choose a file",
    drop: "Files can also be dropped here.",
    full: (max) =>
      max === 1
        ? "Remove the file to replace it."
        : "There is no room for more. Remove a file to replace it.",
    upload: "Upload the file",
    remove: "Remove",
    removed: (name) => `${name} is removed`,
    refresh: "Refresh the page",
    waiting: "Some files are still being checked.",
    next: "Continue",
    toOverview: "Go to the overview",
    uploadTitle: "Upload a file",
    uploadLead: "Choose the file and upload it. Then you come back to the attachments.",
    file: "File",
    back: "Back to the attachments",
    script: {
      waiting: "Waiting its turn",
      reading: "Reading the file …",
      uploading: "Uploading: %d %",
      spoken: "%s: %d per cent uploaded",
      uploaded: "Uploaded. Being checked for malware …",
      failed: "Not uploaded: we cannot reach the server. Try again.",
      signedOut: "Not uploaded: you are signed out. Sign in in another window and try again.",
      refused: "Not uploaded: the file was not accepted.",
      tooLarge: "Not uploaded: the file is too large.",
      empty: "Not uploaded: the file is empty.",
      retry: "Try again",
      cancel: "Cancel",
    },
  },
};
