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
  jobs: "Alt som er sendt, med vedlegg",
  jobsLead:
    "ZIP-filer med en mappe for hver søknad: innsendingen som PDF og som data, kvitteringen med signatur, vedleggene og kontrollsummer. De lages i bakgrunnen; du får en e-post når de er ferdige, og kan hente dem i ett døgn.",
  start: "Lag ZIP-filer",
  startedBy: (when: string, name: string) => `${when}, ${name}`,
  until: (when: string) => `Ferdig. Kan hentes til ${when}.`,
  gone: "Ferdig, men filene er fjernet. Lag nye om du trenger dem.",
  volume: (number: number, of: number) => `ZIP-fil ${number} av ${of}`,
  holds: (count: string) => `søknader: ${count}`,
  reload: "Se hvor langt det er kommet",
  progress: (done: string, all: string) => `${done} av ${all} er gått gjennom`,
  stopped: (id: string) =>
    `Stoppet uten å bli ferdig. Start på nytt. Stopper det igjen, si fra til dem som drifter tjenesten, og oppgi ${id}.`,
  again: "Start på nytt",
  made: "Filer som lages i bakgrunnen",
  holdsRows: (count: string) => `rader: ${count}`,
  large:
    "Dette er så mye at det må lages i bakgrunnen. Du får en e-post når ZIP-filene er ferdige, og kan hente dem her i ett døgn. De har det som var kommet inn et halvt minutt før du startet.",
  make: (kind: string) => `Lag fil: ${kind}`,
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
    jobs: "Alt som er sendt, med vedlegg",
    jobsLead:
      "ZIP-filer med ei mappe for kvar søknad: innsendinga som PDF og som data, kvitteringa med signatur, vedlegga og kontrollsummar. Dei blir laga i bakgrunnen; du får ein e-post når dei er ferdige, og kan hente dei i eitt døgn.",
    start: "Lag ZIP-filer",
    startedBy: (when, name) => `${when}, ${name}`,
    until: (when) => `Ferdig. Kan hentast til ${when}.`,
    gone: "Ferdig, men filene er fjerna. Lag nye om du treng dei.",
    volume: (number, of) => `ZIP-fil ${number} av ${of}`,
    holds: (count) => `søknader: ${count}`,
    reload: "Sjå kor langt det er kome",
    progress: (done, all) => `${done} av ${all} er gått gjennom`,
    stopped: (id) =>
      `Stoppa utan å bli ferdig. Start på nytt. Stoppar det igjen, sei frå til dei som driftar tenesta, og oppgi ${id}.`,
    again: "Start på nytt",
    made: "Filer som blir laga i bakgrunnen",
    holdsRows: (count) => `rader: ${count}`,
    large:
      "Dette er så mykje at det må lagast i bakgrunnen. Du får ein e-post når ZIP-filene er ferdige, og kan hente dei her i eitt døgn. Dei har det som var kome inn eit halvt minutt før du starta.",
    make: (kind) => `Lag fil: ${kind}`,
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
    jobs: "All that was sent, with attachments",
    jobsLead:
      "ZIP files with a folder for each application: the submission as PDF and as data, the receipt with its signature, the attachments and checksums. They are made in the background; you get an e-mail when they are ready, and can download them for 24 hours.",
    start: "Make ZIP files",
    startedBy: (when, name) => `${when}, ${name}`,
    until: (when) => `Ready. Can be downloaded until ${when}.`,
    gone: "Ready, but the files have been removed. Make new ones if you need them.",
    volume: (number, of) => `ZIP file ${number} of ${of}`,
    holds: (count) => `applications: ${count}`,
    reload: "See how far it has come",
    progress: (done, all) => `${done} of ${all} have been gone through`,
    stopped: (id) =>
      `Stopped without being finished. Start again. If it stops once more, tell those who run the service, and give them ${id}.`,
    again: "Start again",
    made: "Files made in the background",
    holdsRows: (count) => `rows: ${count}`,
    large:
      "This is so much that it has to be made in the background. You get an e-mail when the ZIP files are ready, and can download them here for 24 hours. They have what had come in half a minute before you started.",
    make: (kind) => `Make file: ${kind}`,
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
