import type { Words } from "./words.ts";

const nb = {
  title: "Ta vare på en kopi",
  lead: "Utkastet slik det er lagret nå. Det kan lastes ned når som helst, også etter fristen.",
  pdf: "Last ned utkastet som PDF",
  json: "Last ned utkastet som JSON",
  name: (reference: string, level: string) => `Utkast til søknad ${reference}, ${level}`,
  states: {
    draft: "Utkast, ikke sendt",
    expired: "Utkast, ikke sendt innen fristen",
    withdrawn: "Trukket søknad",
    submitted: "Utkast til sendt søknad",
  },
  notices: {
    draft: "Utkast, ikke sendt. Søknaden blir ikke vurdert før den er sendt.",
    expired: "Utkast, ikke sendt innen fristen. Søknaden blir ikke vurdert.",
    withdrawn: "Søknaden er trukket og blir ikke vurdert, med mindre den sendes på nytt.",
    submitted: "Søknaden er sendt. Kvitteringen viser hva som ble sendt, og når det kom fram.",
  },
  state: "Status",
  deadline: "Frist",
  made: "Lastet ned",
  applicant: "Søker",
  pageOf: (page: number, pages: number) => `Side ${page} av ${pages}`,
};

/** A draft to keep: the links to it, and what it says of itself. */
export const downloadWords: Words<typeof nb> = {
  nb,
  nn: {
    title: "Ta vare på ein kopi",
    lead: "Utkastet slik det er lagra no. Det kan lastast ned når som helst, også etter fristen.",
    pdf: "Last ned utkastet som PDF",
    json: "Last ned utkastet som JSON",
    name: (reference, level) => `Utkast til søknad ${reference}, ${level}`,
    states: {
      draft: "Utkast, ikkje sendt",
      expired: "Utkast, ikkje sendt innan fristen",
      withdrawn: "Trekt søknad",
      submitted: "Utkast til send søknad",
    },
    notices: {
      draft: "Utkast, ikkje sendt. Søknaden blir ikkje vurdert før han er send.",
      expired: "Utkast, ikkje sendt innan fristen. Søknaden blir ikkje vurdert.",
      withdrawn: "Søknaden er trekt og blir ikkje vurdert, om han ikkje blir send på nytt.",
      submitted: "Søknaden er send. Kvitteringa viser kva som vart sendt, og når det kom fram.",
    },
    state: "Status",
    deadline: "Frist",
    made: "Lasta ned",
    applicant: "Søkjar",
    pageOf: (page, pages) => `Side ${page} av ${pages}`,
  },
  en: {
    title: "Keep a copy",
    lead: "The draft as it is saved now. It can be downloaded at any time, also after the deadline.",
    pdf: "Download the draft as PDF",
    json: "Download the draft as JSON",
    name: (reference, level) => `Draft of application ${reference}, ${level}`,
    states: {
      draft: "Draft, not sent",
      expired: "Draft, not sent by the deadline",
      withdrawn: "Withdrawn application",
      submitted: "Draft of a sent application",
    },
    notices: {
      draft: "Draft, not sent. The application is not assessed until it is sent.",
      expired: "Draft, not sent by the deadline. The application is not assessed.",
      withdrawn: "The application is withdrawn and is not assessed unless it is sent again.",
      submitted: "The application is sent. The receipt shows what was sent and when it arrived.",
    },
    state: "Status",
    deadline: "Deadline",
    made: "Downloaded",
    applicant: "Applicant",
    pageOf: (page, pages) => `Page ${page} of ${pages}`,
  },
};
