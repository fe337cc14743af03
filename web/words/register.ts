import type { Words } from "./words.ts";

const nb = {
  lookUp: "Hent fra Enhetsregisteret",
  lookUpFor: (name: string) => `Hent fra Enhetsregisteret for ${name}`,
  title: "Enhetsregisteret",
  found: (when: string, what: string) => `Enhetsregisteret ${when}: ${what}`,
  bankrupt: "Virksomheten er konkurs.",
  "winding-up": "Virksomheten er under avvikling.",
  deleted: (when: string, name: string, since: string) =>
    `Enhetsregisteret ${when}: ${name} ble slettet ${since}. Kontroller nummeret.`,
  removed: (when: string) =>
    `Enhetsregisteret ${when}: Virksomheten er tatt ut av registeret. Kontroller nummeret.`,
  neverExisted: (when: string) => `Enhetsregisteret ${when}: Nummeret finnes ikke. Kontroller det.`,
  unreachable: (when: string) =>
    `Enhetsregisteret svarte ikke ${when}. Skriv navn og adresse selv; vi kontrollerer nummeret senere.`,
  unanswered: "Vi fikk ikke svar nå. Skriv navn og adresse selv, eller prøv knappen om litt.",
  unchecked: "Organisasjonsnummeret er ikke kontrollert mot Enhetsregisteret ennå.",
};

export const registerWords: Words<typeof nb> = {
  nb,
  nn: {
    lookUp: "Hent frå Einingsregisteret",
    lookUpFor: (name) => `Hent frå Einingsregisteret for ${name}`,
    title: "Einingsregisteret",
    found: (when, what) => `Einingsregisteret ${when}: ${what}`,
    bankrupt: "Verksemda er konkurs.",
    "winding-up": "Verksemda er under avvikling.",
    deleted: (when, name, since) =>
      `Einingsregisteret ${when}: ${name} vart sletta ${since}. Kontroller nummeret.`,
    removed: (when) => `Einingsregisteret ${when}: Verksemda er teken ut av registeret. Kontroller nummeret.`,
    neverExisted: (when) => `Einingsregisteret ${when}: Nummeret finst ikkje. Kontroller det.`,
    unreachable: (when) =>
      `Einingsregisteret svarte ikkje ${when}. Skriv namn og adresse sjølv; vi kontrollerer nummeret seinare.`,
    unanswered: "Vi fekk ikkje svar no. Skriv namn og adresse sjølv, eller prøv knappen om litt.",
    unchecked: "Organisasjonsnummeret er ikkje kontrollert mot Einingsregisteret enno.",
  },
  en: {
    lookUp: "Look up in the register",
    lookUpFor: (name) => `Look up ${name} in the register`,
    title: "The register of entities",
    found: (when, what) => `The register of entities, ${when}: ${what}`,
    bankrupt: "The organisation is bankrupt.",
    "winding-up": "The organisation is being wound up.",
    deleted: (when, name, since) =>
      `The register of entities, ${when}: ${name} was deleted ${since}. Check the number.`,
    removed: (when) =>
      `The register of entities, ${when}: the organisation has been removed. Check the number.`,
    neverExisted: (when) => `The register of entities, ${when}: there is no such number. Check it.`,
    unreachable: (when) =>
      `The register of entities did not answer ${when}. Enter name and address yourself; we check the number later.`,
    unanswered: "There was no answer now. Enter name and address yourself, or try the button in a while.",
    unchecked: "The organisation number has not been checked with the register yet.",
  },
};
