import type { Words } from "./words.ts";

const nb = {
  states: { draft: "Utkast", submitted: "Sendt", withdrawn: "Trukket", expired: "Ikke sendt i tide" },
  title: "Søknad",
  reference: "Referanse",
  level: "Programnivå",
  unnamed: "Søknad uten navn",
  myTitle: "Min side",
  mine: "Søknadene dine",
  none: "Du har ingen søknader ennå.",
  go: { draft: "Fortsett", submitted: "Se kvitteringen", withdrawn: "Åpne", expired: "Les" },
  begun: (when: string) => `Startet ${when}`,
  sent: (when: string) => `Sendt ${when}`,
  withdrawnOn: (when: string) => `Trukket ${when}`,
  startTitle: "Start ny søknad",
  startLead:
    "Velg det programnivået som passer klyngens modenhet. Nivået kan ikke byttes i en påbegynt søknad.",
  start: (level: string) => `Start søknad til ${level}`,
  closed: "Utlysningen er stengt for nye søknader.",
  opensLater: (when: string) => `Du kan starte en søknad når utlysningen åpner, ${when}.`,
};

/** What several pages say about an application, and My page itself. */
export const applicationWords: Words<typeof nb> = {
  nb,
  nn: {
    states: { draft: "Utkast", submitted: "Send", withdrawn: "Trekt", expired: "Ikkje send i tide" },
    title: "Søknad",
    reference: "Referanse",
    level: "Programnivå",
    unnamed: "Søknad utan namn",
    myTitle: "Mi side",
    mine: "Søknadene dine",
    none: "Du har ingen søknader enno.",
    go: { draft: "Hald fram", submitted: "Sjå kvitteringa", withdrawn: "Opne", expired: "Les" },
    begun: (when) => `Starta ${when}`,
    sent: (when) => `Send ${when}`,
    withdrawnOn: (when) => `Trekt ${when}`,
    startTitle: "Start ny søknad",
    startLead:
      "Vel det programnivået som passar modenskapen til klynga. Nivået kan ikkje bytast i ein påbyrja søknad.",
    start: (level) => `Start søknad til ${level}`,
    closed: "Utlysinga er stengd for nye søknader.",
    opensLater: (when) => `Du kan starte ein søknad når utlysinga opnar, ${when}.`,
  },
  en: {
    states: { draft: "Draft", submitted: "Sent", withdrawn: "Withdrawn", expired: "Not sent in time" },
    title: "Application",
    reference: "Reference",
    level: "Programme level",
    unnamed: "Application without a name",
    myTitle: "My page",
    mine: "Your applications",
    none: "You have no applications yet.",
    go: { draft: "Continue", submitted: "See the receipt", withdrawn: "Open", expired: "Read" },
    begun: (when) => `Started ${when}`,
    sent: (when) => `Sent ${when}`,
    withdrawnOn: (when) => `Withdrawn ${when}`,
    startTitle: "Start a new application",
    startLead:
      "Choose the level that fits how mature the cluster is. The level of an application cannot be changed once it is started.",
    start: (level) => `Start an application to ${level}`,
    closed: "The call is closed to new applications.",
    opensLater: (when) => `You can start an application when the call opens, ${when}.`,
  },
};
