import type { Words } from "./words.ts";

const nb = {
  undelivered: "Ikke levert",
  undeliveredCount: (count: string) => `${count} ikke levert`,
  undeliveredLead:
    "Søknader og påmeldinger der vi ikke vet at bekreftelsen kom fram. Listen lages hver natt.",
  lookedAt: (when: string) => `Sist undersøkt ${when}.`,
  notLooked: "Listen er ikke laget ennå.",
  allDelivered: "Alle bekreftelser er levert.",
  more: (count: string) => `Bare de første vises. I alt er det ${count}.`,
  about: "Gjelder",
  submission: "Innsending",
  registration: "Påmelding",
  since: "Siden",
  missing: "Mangler",
  subject: "Emne",
  text: "Tekst",
  unwritable: "Teksten lages når meldingen sendes, og finnes ikke her.",
  sendAgain: "Send på nytt",
  sendAgainHelp: "Det blir en ny melding med samme innhold, til samme adresse. Den noteres i historikken.",
  stillOwed: "Meldingen venter på å bli sendt, og kan ikke sendes på nytt nå.",
  lostKey: "Lenken i meldingen er personlig og er ikke lagret. Den som inviterte, kan invitere på nytt.",
  notTrue: "Meldingen er ikke lenger aktuell, og kan ikke sendes på nytt.",
  returned: (address: string) => `Vi nådde deg ikke på ${address}`,
  returnedText: "En e-post fra oss om søknaden kom i retur. Du finner alt her:",
  complained: "En e-post fra oss er meldt som søppelpost. Du får derfor bare kvitteringer fra oss på e-post.",
  correct: (contact: string) =>
    `Adressen er den du logget inn med da søknaden ble startet. Skriv til ${contact} hvis den skal rettes.`,
  correctInForm: (contact: string) =>
    `Adressen er den som står i søknaden. Før fristen kan du endre søknaden, rette adressen og sende på nytt. Etter fristen skriver du til ${contact}.`,
  application: (reference: string) => `Søknad ${reference}`,
  whatItIsAbout: "Til det meldingen gjelder",
  receipt: (reference: string) => `Kvittering for ${reference}`,
};

/** Messages as staff see them, and what their reader is told when one did not arrive. */
export const messageWords: Words<typeof nb> = {
  nb,
  nn: {
    undelivered: "Ikkje levert",
    undeliveredCount: (count) => `${count} ikkje levert`,
    undeliveredLead:
      "Søknader og påmeldingar der vi ikkje veit at stadfestinga kom fram. Lista blir laga kvar natt.",
    lookedAt: (when) => `Sist undersøkt ${when}.`,
    notLooked: "Lista er ikkje laga enno.",
    allDelivered: "Alle stadfestingar er leverte.",
    more: (count) => `Berre dei første er viste. I alt er det ${count}.`,
    about: "Gjeld",
    submission: "Innsending",
    registration: "Påmelding",
    since: "Sidan",
    missing: "Manglar",
    subject: "Emne",
    text: "Tekst",
    unwritable: "Teksten blir laga når meldinga blir send, og finst ikkje her.",
    sendAgain: "Send på nytt",
    sendAgainHelp: "Det blir ei ny melding med same innhald, til same adresse. Ho blir notert i historikken.",
    stillOwed: "Meldinga ventar på å bli send, og kan ikkje sendast på nytt no.",
    lostKey: "Lenkja i meldinga er personleg og er ikkje lagra. Den som inviterte, kan invitere på nytt.",
    notTrue: "Meldinga er ikkje lenger aktuell, og kan ikkje sendast på nytt.",
    returned: (address) => `Vi nådde deg ikkje på ${address}`,
    returnedText: "Ein e-post frå oss om søknaden kom i retur. Du finn alt her:",
    complained:
      "Ein e-post frå oss er meld som søppelpost. Du får difor berre kvitteringar frå oss på e-post.",
    correct: (contact) =>
      `Adressa er den du logga inn med då søknaden vart starta. Skriv til ${contact} om ho skal rettast.`,
    correctInForm: (contact) =>
      `Adressa er den som står i søknaden. Før fristen kan du endre søknaden, rette adressa og sende på nytt. Etter fristen skriv du til ${contact}.`,
    application: (reference) => `Søknad ${reference}`,
    whatItIsAbout: "Til det meldinga gjeld",
    receipt: (reference) => `Kvittering for ${reference}`,
  },
  en: {
    undelivered: "Not delivered",
    undeliveredCount: (count) => `${count} not delivered`,
    undeliveredLead:
      "Applications and registrations for which we do not know that the confirmation arrived. The list is made each night.",
    lookedAt: (when) => `Last looked at ${when}.`,
    notLooked: "The list has not been made yet.",
    allDelivered: "All confirmations are delivered.",
    more: (count) => `Only the first are shown. There are ${count} in all.`,
    about: "About",
    submission: "Submission",
    registration: "Registration",
    since: "Since",
    missing: "Missing",
    subject: "Subject",
    text: "Text",
    unwritable: "The text is made when the message is sent, and is not kept here.",
    sendAgain: "Send again",
    sendAgainHelp:
      "This makes a new message with the same content, to the same address. It is noted in the history.",
    stillOwed: "The message is waiting to be sent and cannot be sent again now.",
    lostKey: "The link in the message is personal and is not kept. Whoever invited can invite again.",
    notTrue: "The message is no longer relevant and cannot be sent again.",
    returned: (address) => `We could not reach you at ${address}`,
    returnedText: "An e-mail from us about the application was returned. You find everything here:",
    complained:
      "An e-mail from us was reported as spam. You will therefore get only receipts from us by e-mail.",
    correct: (contact) =>
      `The address is the one you signed in with when the application was started. Write to ${contact} to have it corrected.`,
    correctInForm: (contact) =>
      `The address is the one given in the application. Before the deadline you can change the application, correct the address and send again. After the deadline, write to ${contact}.`,
    application: (reference) => `Application ${reference}`,
    whatItIsAbout: "To what the message is about",
    receipt: (reference) => `Receipt for ${reference}`,
  },
};
