import type { Words } from "./words.ts";

const nb = {
  title: "Se gjennom og send",
  lead: "Les gjennom hele søknaden før dere sender den. Hver del kan endres.",
  ownerSends: (owner: string) =>
    `Les gjennom og rett det som gjenstår. Det er ${owner}, som eier søknaden, som sender den.`,
  change: "Endre",
  problemsTitle: (count: number) => (count === 1 ? "Én ting gjenstår" : `${count} ting gjenstår`),
  warningsTitle: "Se en gang til på dette",
  warningsLead: "Det hindrer dere ikke i å sende, men den som behandler søknaden, ser det samme.",
  alsoSent: (reference: string, level: string) =>
    `Dere har allerede sendt en søknad til ${level}: ${reference}. Skal denne erstatte den, trekk den andre.`,
  changedTitle: "Søknaden er endret siden dere så gjennom den",
  changedLead: "Se gjennom disse delene på nytt før dere sender:",
  send: "Send søknaden",
  sendTitle: "Send",
  sendLead:
    "Når søknaden er sendt, får dere kvittering her og på e-post. Fram til fristen kan den endres og sendes på nytt.",
  failed:
    "Ikke sendt: vi får ikke kontakt. Prøv igjen om litt; dere får én kvittering uansett hvor mange ganger dere prøver.",
  problemsLeft: "Dere kan ikke sende før alt over er rettet.",
  receiptTitle: "Kvittering",
  received: "Søknaden er mottatt",
  mailTo: (email: string) => `Kvitteringen er også sendt til ${email}.`,
  nextTitle: "Hva skjer nå?",
  next: [
    "Vi går gjennom søknadene når fristen er ute.",
    "Dere får svar på e-post. Trenger vi mer fra dere, tar vi kontakt.",
    "Ta vare på referansen, og oppgi den hvis dere kontakter oss.",
  ],
  copies: "Ta vare på en kopi",
  pdf: "Last ned som PDF",
  json: "Last ned som JSON",
  jsonHelp: "JSON-filen har svarene, kvitteringen og signaturen.",
  verifyLead: "Alle dere viser kvitteringen til, kan kontrollere at den er vår og uendret:",
  content: "Det dere sendte",
  withdraw: "Trekk søknaden",
  withdrawLead: "En trukket søknad blir ikke vurdert, med mindre dere sender den på nytt før fristen.",
  withdrawn: "Søknaden er trukket. Ingen innsending gjelder.",
  toMyPage: "Til Min side",
  withdrawTitle: "Vil dere trekke søknaden?",
  withdrawAsk: (deadline: string) =>
    `En trukket søknad blir ikke vurdert. Svarene blir liggende, og søknaden kan endres og sendes på nytt til og med ${deadline}.`,
  withdrawRather:
    "Vil dere bare endre noe, trenger dere ikke trekke søknaden: Velg «Endre søknaden» på kvitteringen.",
  withdrawYes: "Ja, trekk søknaden",
  withdrawNo: "Nei, behold den",
};

/** Review, receipt and withdrawal. */
export const sendingWords: Words<typeof nb> = {
  nb,
  nn: {
    title: "Sjå gjennom og send",
    lead: "Les gjennom heile søknaden før de sender han. Kvar del kan endrast.",
    ownerSends: (owner) =>
      `Les gjennom og rett det som står att. Det er ${owner}, som eig søknaden, som sender han.`,
    change: "Endre",
    problemsTitle: (count) => (count === 1 ? "Éin ting står att" : `${count} ting står att`),
    warningsTitle: "Sjå ein gong til på dette",
    warningsLead: "Det hindrar dykk ikkje i å sende, men den som behandlar søknaden, ser det same.",
    alsoSent: (reference, level) =>
      `De har alt sendt ein søknad til ${level}: ${reference}. Skal denne erstatte han, trekk den andre.`,
    changedTitle: "Søknaden er endra sidan de såg gjennom han",
    changedLead: "Sjå gjennom desse delane på nytt før de sender:",
    send: "Send søknaden",
    sendTitle: "Send",
    sendLead:
      "Når søknaden er send, får de kvittering her og på e-post. Fram til fristen kan han endrast og sendast på nytt.",
    failed:
      "Ikkje send: vi får ikkje kontakt. Prøv igjen om litt; de får éi kvittering uansett kor mange gonger de prøver.",
    problemsLeft: "De kan ikkje sende før alt over er retta.",
    receiptTitle: "Kvittering",
    received: "Søknaden er motteken",
    mailTo: (email) => `Kvitteringa er òg send til ${email}.`,
    nextTitle: "Kva skjer no?",
    next: [
      "Vi går gjennom søknadene når fristen er ute.",
      "De får svar på e-post. Treng vi meir frå dykk, tek vi kontakt.",
      "Ta vare på referansen, og oppgje han om de kontaktar oss.",
    ],
    copies: "Ta vare på ein kopi",
    pdf: "Last ned som PDF",
    json: "Last ned som JSON",
    jsonHelp: "JSON-fila har svara, kvitteringa og signaturen.",
    verifyLead: "Alle de viser kvitteringa til, kan kontrollere at ho er vår og uendra:",
    content: "Det de sende",
    withdraw: "Trekk søknaden",
    withdrawLead: "Ein trekt søknad blir ikkje vurdert, om de ikkje sender han på nytt før fristen.",
    withdrawn: "Søknaden er trekt. Inga innsending gjeld.",
    toMyPage: "Til Mi side",
    withdrawTitle: "Vil de trekkje søknaden?",
    withdrawAsk: (deadline) =>
      `Ein trekt søknad blir ikkje vurdert. Svara blir liggjande, og søknaden kan endrast og sendast på nytt til og med ${deadline}.`,
    withdrawRather:
      "Vil de berre endre noko, treng de ikkje trekkje søknaden: Vel «Endre søknaden» på kvitteringa.",
    withdrawYes: "Ja, trekk søknaden",
    withdrawNo: "Nei, behald han",
  },
  en: {
    title: "Review and send",
    lead: "Read through the whole application before you send it. Every section can be changed.",
    ownerSends: (owner) =>
      `Read through and fix what remains. ${owner}, who owns the application, is the one who sends it.`,
    change: "Change",
    problemsTitle: (count) => (count === 1 ? "1 thing remains" : `${count} things remain`),
    warningsTitle: "Look at this once more",
    warningsLead: "It does not keep you from sending, but the case officer sees the same.",
    alsoSent: (reference, level) =>
      `You have already sent an application to ${level}: ${reference}. If this one is to replace it, withdraw the other.`,
    changedTitle: "The application has changed since you reviewed it",
    changedLead: "Review these sections again before you send:",
    send: "Send the application",
    sendTitle: "Send",
    sendLead:
      "Once it is sent you get a receipt here and by e-mail. Until the deadline it can be changed and sent again.",
    failed:
      "Not sent: we cannot reach the server. Try again in a moment; you get one receipt however often you try.",
    problemsLeft: "You cannot send until everything above is fixed.",
    receiptTitle: "Receipt",
    received: "Your application is received",
    mailTo: (email) => `The receipt has also been sent to ${email}.`,
    nextTitle: "What happens next?",
    next: [
      "We go through the applications when the deadline has passed.",
      "You get our answer by e-mail. If we need more from you, we will be in touch.",
      "Keep the reference, and quote it if you contact us.",
    ],
    copies: "Keep a copy",
    pdf: "Download as PDF",
    json: "Download as JSON",
    jsonHelp: "The JSON file has the answers, the receipt and the signature.",
    verifyLead: "Anybody you show the receipt to can verify that it is ours and unchanged:",
    content: "What you sent",
    withdraw: "Withdraw the application",
    withdrawLead: "A withdrawn application is not assessed, unless you send it again before the deadline.",
    withdrawn: "The application is withdrawn. No submission counts.",
    toMyPage: "To My page",
    withdrawTitle: "Do you want to withdraw the application?",
    withdrawAsk: (deadline) =>
      `A withdrawn application is not assessed. The answers are kept, and the application can be changed and sent again up to and including ${deadline}.`,
    withdrawRather:
      "If you only want to change something, you need not withdraw it: choose “Change the application” on the receipt.",
    withdrawYes: "Yes, withdraw the application",
    withdrawNo: "No, keep it",
  },
};
