import type { Words } from "./words.ts";

const nb = {
  title: "Melding til påmeldte",
  lead: "Skriv til dem som er påmeldt webinaret. Du får se meldingen før den sendes.",
  write: "Ny melding",
  goOn: "Se hvordan den blir",
  link: "Skriv til de påmeldte",
  earlier: "Tidligere meldinger",
  none: "Ingen meldinger er sendt ennå.",
  subject: "Emne",
  sentAt: "Sendt",
  sentBy: "Av",
  to: "Til",
  receivers: "Mottakere",
  whom: {
    registered: "De som har plass",
    "registered-and-waiting": "De som har plass, og de som står på venteliste",
  },
  previewTitle: "Slik blir meldingen",
  previewLead:
    "Hver mottaker får rammen på sitt eget språk, og sitt eget navn. Teksten din sendes som du skrev den.",
  count: (count: string, isOne: boolean) => `Meldingen går til ${count} ${isOne ? "mottaker" : "mottakere"}.`,
  goesOut:
    "Den sendes med en gang, og kan ikke stanses. Er det mange, tar det opptil et kvarter før alle har fått den. De som melder seg av før det er deres tur, får den ikke.",
  send: (count: string, isOne: boolean) => `Send til ${count} ${isOne ? "mottaker" : "mottakere"}`,
  tryIt: "Send en prøve til meg selv",
  change: "Endre meldingen",
  tried: {
    title: "Prøven er sendt",
    explanation: (email: string) => `Den går bare til ${email}. Meldingen er ikke sendt til noen andre.`,
  },
  numberChanged: {
    title: "Antallet mottakere er endret",
    explanation: (count: string) =>
      `Noen har meldt seg på eller av siden sist. Nå er det ${count}. Meldingen er ikke sendt. Se over og send den på nytt.`,
  },
  progress: (done: string, all: string) => `${done} av ${all} er behandlet`,
  step: "Status",
  number: "Antall",
  steps: {
    owed: "Venter på å bli sendt",
    sent: "Sendt",
    delivered: "Levert",
    failed: "Kom ikke fram",
    "not-meant": "Meldt av før meldingen ble sendt",
  },
  state: "Hvor langt den er kommet",
  reload: "Se hvor langt den er kommet nå",
  text: "Tekst",
  all: "Alle meldinger til påmeldte",
};

/** What staff write to those who have signed up for a webinar. */
export const circularWords: Words<typeof nb> = {
  nb,
  nn: {
    title: "Melding til påmelde",
    lead: "Skriv til dei som er påmelde webinaret. Du får sjå meldinga før ho blir send.",
    write: "Ny melding",
    goOn: "Sjå korleis ho blir",
    link: "Skriv til dei påmelde",
    earlier: "Tidlegare meldingar",
    none: "Ingen meldingar er sende enno.",
    subject: "Emne",
    sentAt: "Send",
    sentBy: "Av",
    to: "Til",
    receivers: "Mottakarar",
    whom: {
      registered: "Dei som har plass",
      "registered-and-waiting": "Dei som har plass, og dei som står på venteliste",
    },
    previewTitle: "Slik blir meldinga",
    previewLead:
      "Kvar mottakar får ramma på sitt eige språk, og sitt eige namn. Teksten din blir send som du skreiv han.",
    count: (count, isOne) => `Meldinga går til ${count} ${isOne ? "mottakar" : "mottakarar"}.`,
    goesOut:
      "Ho blir send med ein gong, og kan ikkje stansast. Er det mange, tek det opptil eit kvarter før alle har fått ho. Dei som melder seg av før det er deira tur, får ho ikkje.",
    send: (count, isOne) => `Send til ${count} ${isOne ? "mottakar" : "mottakarar"}`,
    tryIt: "Send ei prøve til meg sjølv",
    change: "Endre meldinga",
    tried: {
      title: "Prøva er send",
      explanation: (email) => `Ho går berre til ${email}. Meldinga er ikkje send til nokon andre.`,
    },
    numberChanged: {
      title: "Talet på mottakarar er endra",
      explanation: (count) =>
        `Nokon har meldt seg på eller av sidan sist. No er det ${count}. Meldinga er ikkje send. Sjå over og send ho på nytt.`,
    },
    progress: (done, all) => `${done} av ${all} er behandla`,
    step: "Status",
    number: "Tal",
    steps: {
      owed: "Ventar på å bli send",
      sent: "Send",
      delivered: "Levert",
      failed: "Kom ikkje fram",
      "not-meant": "Meld av før meldinga vart send",
    },
    state: "Kor langt ho er komen",
    reload: "Sjå kor langt ho er komen no",
    text: "Tekst",
    all: "Alle meldingar til påmelde",
  },
  en: {
    title: "Message to those signed up",
    lead: "Write to those who have signed up for the webinar. You see the message before it is sent.",
    write: "New message",
    goOn: "See how it will look",
    link: "Write to those signed up",
    earlier: "Earlier messages",
    none: "No messages have been sent yet.",
    subject: "Subject",
    sentAt: "Sent",
    sentBy: "By",
    to: "To",
    receivers: "Receivers",
    whom: {
      registered: "Those who have a place",
      "registered-and-waiting": "Those who have a place and those on the waiting list",
    },
    previewTitle: "How the message will look",
    previewLead:
      "Each receiver gets the frame in their own language, and their own name. Your text goes as you wrote it.",
    count: (count, isOne) => `The message goes to ${count} ${isOne ? "receiver" : "receivers"}.`,
    goesOut:
      "It is sent at once and cannot be stopped. If there are many, it takes up to a quarter of an hour before all have it. Whoever cancels before their turn does not get it.",
    send: (count, isOne) => `Send to ${count} ${isOne ? "receiver" : "receivers"}`,
    tryIt: "Send a test to myself",
    change: "Change the message",
    tried: {
      title: "The test is sent",
      explanation: (email) => `It goes to ${email} alone. The message has not been sent to anybody else.`,
    },
    numberChanged: {
      title: "The number of receivers has changed",
      explanation: (count) =>
        `Somebody has signed up or cancelled since. There are ${count} now. The message has not been sent. Look it over and send it again.`,
    },
    progress: (done, all) => `${done} of ${all} are dealt with`,
    step: "State",
    number: "Number",
    steps: {
      owed: "Waiting to be sent",
      sent: "Sent",
      delivered: "Delivered",
      failed: "Did not arrive",
      "not-meant": "Had cancelled before it was sent",
    },
    state: "How far it has come",
    reload: "See how far it has come now",
    text: "Text",
    all: "All messages to those signed up",
  },
};
