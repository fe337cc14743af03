import type { Words } from "./words.ts";

const nb = {
  add: "Legg til en påmelding",
  addLead:
    "Gjør dette bare for noen som har bedt om det. De samme fristene og plassene gjelder, og personen får den samme e-posten som andre.",
  addedByStaff: "Lagt til av saksbehandler",
  cancel: "Avbestill påmeldingen",
  cancelLead: "Personen får e-post med begrunnelsen, og den neste på ventelisten får plassen.",
  questions: "Spørsmål til webinaret",
  needs: "Behov for tilrettelegging",
  needsLead:
    "Det deltakerne har bedt om for å kunne delta. Del det bare med dem som skal ordne det. Det er ikke med i noen eksport, og slettes sju dager etter webinaret.",
  noNeeds: "Ingen av deltakerne har bedt om noe.",
  cancelledBecause: "Avbestilt av saksbehandler",
  counts: "Antall per dag og virksomhet",
  tooManyToCount: (most: string) =>
    `Det er over ${most} påmeldte, for mange til å telle opp her. Last ned påmeldingene, og tell i regnearket.`,
  byDay: "Per dag",
  byOrganisation: "Per virksomhet",
  day: "Dag",
  noOrganisation: "Ikke oppgitt",
};

/** Registrations as staff look through, add and cancel them. */
export const staffRegistrationWords: Words<typeof nb> = {
  nb,
  nn: {
    add: "Legg til ei påmelding",
    addLead:
      "Gjer dette berre for nokon som har bede om det. Dei same fristane og plassane gjeld, og personen får den same e-posten som andre.",
    addedByStaff: "Lagd til av saksbehandlar",
    cancel: "Avbestill påmeldinga",
    cancelLead: "Personen får e-post med grunngivinga, og den neste på ventelista får plassen.",
    questions: "Spørsmål til webinaret",
    needs: "Behov for tilrettelegging",
    needsLead:
      "Det deltakarane har bede om for å kunne delta. Del det berre med dei som skal ordne det. Det er ikkje med i nokon eksport, og blir sletta sju dagar etter webinaret.",
    noNeeds: "Ingen av deltakarane har bede om noko.",
    cancelledBecause: "Avbestilt av saksbehandlar",
    counts: "Tal per dag og verksemd",
    tooManyToCount: (most) =>
      `Det er over ${most} påmelde, for mange til å telje opp her. Last ned påmeldingane, og tel i reknearket.`,
    byDay: "Per dag",
    byOrganisation: "Per verksemd",
    day: "Dag",
    noOrganisation: "Ikkje oppgitt",
  },
  en: {
    add: "Add a registration",
    addLead:
      "Do this only for somebody who has asked for it. The same deadlines and places hold, and they get the same e-mail as others.",
    addedByStaff: "Added by staff",
    cancel: "Cancel the registration",
    cancelLead: "They get an e-mail with the reason, and the next on the waiting list gets the place.",
    questions: "Questions for the webinar",
    needs: "Needs in order to take part",
    needsLead:
      "What participants have asked for in order to take part. Share it only with those who arrange it. It is in no export, and is deleted seven days after the webinar.",
    noNeeds: "No participant has asked for anything.",
    cancelledBecause: "Cancelled by staff",
    counts: "Numbers by day and organisation",
    tooManyToCount: (most) =>
      `There are more than ${most} registrations, too many to count here. Download them, and count in the spreadsheet.`,
    byDay: "By day",
    byOrganisation: "By organisation",
    day: "Day",
    noOrganisation: "Not given",
  },
};
