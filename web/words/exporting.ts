import type { Words } from "./words.ts";

const nb = {
  title: "Eksport",
  lead: "Alt som er registrert om utlysningen, som filer. Hver fil sier hvor mange rader den skulle ha og har, og tidspunkter står både i norsk tid og i UTC. Hvem som henter hva, blir notert.",
  applications: "Søknader",
  applicationsLead:
    "En rad for hver søknad, med svarene i den siste innsendingen. XLSX har et ark til for hver liste i skjemaet. Av utkast vises bare at de finnes.",
  registrations: "Påmeldinger til søkewebinar",
  registrationsLead: "En rad for hver som har meldt seg på, også de som har meldt seg av.",
  messages: "E-poster",
  messagesLead: "Hva vi har sendt til hvem, og om det gikk. Ikke hva som står i e-postene.",
  events: "Hendelser",
  eventsLead: "Hele historikken til hver søknad, og hva saksbehandlere har gjort med utlysningen.",
  headings: "Språk i overskriftene",
  table: "Hva en CSV- eller JSON Lines-fil skal ha",
  allApplications: "Søknadene",
  csv: "CSV skal åpnes i",
  readers: { excel: "Norsk Excel (semikolon)", plain: "Andre programmer (komma, UTF-8)" },
  download: (kind: string) => `Last ned ${kind}`,
  csvNote:
    "I CSV får tekst som ligner en formel, en apostrof foran. I XLSX og JSON står alt akkurat som det ble skrevet.",
};

/** Taking records out, for staff. */
export const exportingWords: Words<typeof nb> = {
  nb,
  nn: {
    title: "Eksport",
    lead: "Alt som er registrert om utlysinga, som filer. Kvar fil seier kor mange rader ho skulle ha og har, og tidspunkt står både i norsk tid og i UTC. Kven som hentar kva, blir notert.",
    applications: "Søknader",
    applicationsLead:
      "Ei rad for kvar søknad, med svara i den siste innsendinga. XLSX har eit ark til for kvar liste i skjemaet. Av utkast ser du berre at dei finst.",
    registrations: "Påmeldingar til søkjarwebinar",
    registrationsLead: "Ei rad for kvar som har meldt seg på, også dei som har meldt seg av.",
    messages: "E-postar",
    messagesLead: "Kva vi har sendt til kven, og om det gjekk. Ikkje kva som står i e-postane.",
    events: "Hendingar",
    eventsLead: "Heile historikken til kvar søknad, og kva saksbehandlarar har gjort med utlysinga.",
    headings: "Språk i overskriftene",
    table: "Kva ei CSV- eller JSON Lines-fil skal ha",
    allApplications: "Søknadene",
    csv: "CSV skal opnast i",
    readers: { excel: "Norsk Excel (semikolon)", plain: "Andre program (komma, UTF-8)" },
    download: (kind) => `Last ned ${kind}`,
    csvNote:
      "I CSV får tekst som liknar ein formel, ein apostrof framfor seg. I XLSX og JSON står alt akkurat slik det vart skrive.",
  },
  en: {
    title: "Export",
    lead: "Everything recorded about the call, as files. Each file says how many rows it should have and has, and times are given both in Norwegian time and in UTC. Who takes what is noted.",
    applications: "Applications",
    applicationsLead:
      "One row for each application, with the answers of its last submission. XLSX has one more sheet for each list in the form. Of drafts you only see that they exist.",
    registrations: "Registrations for the webinar",
    registrationsLead: "One row for each person who has registered, also those who have cancelled.",
    messages: "E-mails",
    messagesLead: "What we have sent to whom, and whether it went. Not what the e-mails say.",
    events: "Events",
    eventsLead: "The whole history of each application, and what case officers have done with the call.",
    headings: "Language of the headings",
    table: "What a CSV or JSON Lines file is to have",
    allApplications: "The applications",
    csv: "CSV is to be opened in",
    readers: { excel: "Norwegian Excel (semicolon)", plain: "Other programs (comma, UTF-8)" },
    download: (kind) => `Download ${kind}`,
    csvNote:
      "In CSV, text that looks like a formula gets an apostrophe in front. In XLSX and JSON everything is exactly as it was written.",
  },
};
