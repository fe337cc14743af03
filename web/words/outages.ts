import type { Words } from "./words.ts";

const nb = {
  title: "Driftsavbrudd",
  lead: "Registrer når tjenesten ikke virket som den skulle, og se hvem som ble rammet. Klokkeslettene er på utlysningens klokke.",
  none: "Ingen driftsavbrudd er registrert.",
  record: "Registrer et driftsavbrudd",
  press: "Registrer",
  failed: "Ikke registrert: vi får ikke kontakt. Prøv igjen om litt.",
  recordedBy: (name: string, when: string) => `Registrert av ${name} ${when}`,
  interval: (from: string, until: string) => `${from} til ${until}`,
  one: (interval: string) => `Driftsavbrudd ${interval}`,
  hindered: "Kan ha blitt rammet",
  hinderedLead:
    "Disse åpnet siden for å sende, fikk beskjed om å vente eller møtte en feil. Vurder om de skal få lengre frist.",
  noneHindered: "Ingen forsøk er notert i dette tidsrommet.",
  others: "Avvist av andre grunner",
  othersLead:
    "Disse forsøkte å sende i samme tidsrom, men ble avvist på grunn av frist, svar, innlogging eller rettigheter.",
  gateway:
    "Forespørsler som ble stoppet før de nådde oss, står ikke her. De finnes i tilgangsloggen, med adresse, tidspunkt og status.",
  evidence: "Hva som skjedde",
  sentLater: "Sendt senere",
  notSent: "Nei",
};

/** Times when the service did not work, and whom that hit. */
export const outageWords: Words<typeof nb> = {
  nb,
  nn: {
    title: "Driftsavbrot",
    lead: "Registrer når tenesta ikkje verka som ho skulle, og sjå kven som vart råka. Klokkesletta er på klokka til utlysinga.",
    none: "Ingen driftsavbrot er registrerte.",
    record: "Registrer eit driftsavbrot",
    press: "Registrer",
    failed: "Ikkje registrert: vi får ikkje kontakt. Prøv igjen om litt.",
    recordedBy: (name, when) => `Registrert av ${name} ${when}`,
    interval: (from, until) => `${from} til ${until}`,
    one: (interval) => `Driftsavbrot ${interval}`,
    hindered: "Kan ha vorte råka",
    hinderedLead:
      "Desse opna sida for å sende, fekk beskjed om å vente eller møtte ein feil. Vurder om dei skal få lengre frist.",
    noneHindered: "Ingen forsøk er noterte i dette tidsrommet.",
    others: "Avviste av andre grunnar",
    othersLead:
      "Desse forsøkte å sende i same tidsrom, men vart avviste på grunn av frist, svar, innlogging eller rettar.",
    gateway:
      "Førespurnader som vart stoppa før dei nådde oss, står ikkje her. Dei finst i tilgangsloggen, med adresse, tidspunkt og status.",
    evidence: "Kva som skjedde",
    sentLater: "Send seinare",
    notSent: "Nei",
  },
  en: {
    title: "Outages",
    lead: "Record when the service did not work as it should, and see whom it affected. The times are on the call’s clock.",
    none: "No outages have been recorded.",
    record: "Record an outage",
    press: "Record",
    failed: "Not recorded: we cannot reach the server. Try again in a moment.",
    recordedBy: (name, when) => `Recorded by ${name} ${when}`,
    interval: (from, until) => `${from} to ${until}`,
    one: (interval) => `Outage ${interval}`,
    hindered: "May have been affected",
    hinderedLead:
      "These opened the page to send from, were told to wait or met an error. Consider whether to extend their deadline.",
    noneHindered: "No attempts were noted in this interval.",
    others: "Refused for other reasons",
    othersLead:
      "These tried to send in the same interval, but were refused because of the deadline, their answers, sign-in or rights.",
    gateway:
      "Requests that were stopped before they reached us are not here. They are in the access log, with address, time and status.",
    evidence: "What happened",
    sentLater: "Sent later",
    notSent: "No",
  },
};
