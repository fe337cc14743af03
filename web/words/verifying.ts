import type { Words } from "./words.ts";

const nb = {
  title: "Kontroller en kvittering",
  lead: "Har du fått en kvittering for en søknad, kan du se om den er vår, og om den er uendret. Du trenger ikke å logge inn.",
  nothingKept: "Det du limer inn eller velger, blir verken lagret eller loggført.",
  text: "Lim inn kvitteringen",
  textHint: "Signaturen, som begynner med «eyJ», eller alt som står i JSON-filen.",
  file: "Eller velg JSON-filen",
  fileHint: "Den lastes ned fra kvitteringssiden. Høyst 1 MB.",
  verify: "Kontroller",
  another: "Kontroller en kvittering til",
  verdicts: {
    ours: { title: "Kvitteringen er vår, og den er uendret", text: "Dette har vi skrevet under på:" },
    "other-answers": {
      title: "Kvitteringen er vår, men svarene i filen er ikke de vi mottok",
      text: "Noe i svarene er endret etter at vi tok imot dem. Dette har vi skrevet under på:",
    },
    changed: {
      title: "Dette er ikke slik vi skrev under på det",
      text: "Det ser ut som en kvittering fra oss, men noe er endret eller falt bort. Be om JSON-filen slik den ble lastet ned, og prøv igjen med den.",
    },
    "unknown-key": {
      title: "Signert med en nøkkel vi ikke har",
      text: "Det ser ut som en kvittering, men det er ikke vi som har signert den. Kommer den fra en annen tjeneste, må den kontrolleres der.",
    },
    "not-a-receipt": {
      title: "Dette er ikke en kvittering fra oss",
      text: "Vi finner ingen kvittering her. Velg JSON-filen fra kvitteringssiden, eller kopier hele signaturen fra PDF-en.",
    },
    unsigned: {
      title: "Her er det ingen signatur",
      text: "En kvittering blir signert like etter at søknaden er sendt. Last ned JSON-filen på nytt fra kvitteringssiden, og prøv igjen med den.",
    },
  },
  answers: {
    unchanged: "Svarene i filen er nøyaktig de vi mottok.",
    "not-there": "Svarene er ikke med her. Velg JSON-filen for å kontrollere dem også.",
  },
  silent: "Hva kontrollen ikke sier",
  silentText:
    "Den sier ikke om innsendingen siden er erstattet eller trukket. Det vet de som behandler søknaden, og de som sendte den, ser det på Min side.",
  alone: "Uten oss",
  aloneText: "En kvittering kan også kontrolleres med egne verktøy. Da trengs bare",
  keys: "de offentlige nøklene våre (JWK Set)",
};

/** The page where anybody can see whether a receipt is ours. */
export const verifyingWords: Words<typeof nb> = {
  nb,
  nn: {
    title: "Kontroller ei kvittering",
    lead: "Har du fått ei kvittering for ein søknad, kan du sjå om ho er vår, og om ho er uendra. Du treng ikkje å logge inn.",
    nothingKept: "Det du limer inn eller vel, blir korkje lagra eller loggført.",
    text: "Lim inn kvitteringa",
    textHint: "Signaturen, som byrjar med «eyJ», eller alt som står i JSON-fila.",
    file: "Eller vel JSON-fila",
    fileHint: "Ho blir lasta ned frå kvitteringssida. Høgst 1 MB.",
    verify: "Kontroller",
    another: "Kontroller ei kvittering til",
    verdicts: {
      ours: { title: "Kvitteringa er vår, og ho er uendra", text: "Dette har vi skrive under på:" },
      "other-answers": {
        title: "Kvitteringa er vår, men svara i fila er ikkje dei vi fekk",
        text: "Noko i svara er endra etter at vi tok imot dei. Dette har vi skrive under på:",
      },
      changed: {
        title: "Dette er ikkje slik vi skreiv under på det",
        text: "Det ser ut som ei kvittering frå oss, men noko er endra eller falle bort. Be om JSON-fila slik ho vart lasta ned, og prøv igjen med henne.",
      },
      "unknown-key": {
        title: "Signert med ein nøkkel vi ikkje har",
        text: "Det ser ut som ei kvittering, men det er ikkje vi som har signert ho. Kjem ho frå ei anna teneste, må ho kontrollerast der.",
      },
      "not-a-receipt": {
        title: "Dette er ikkje ei kvittering frå oss",
        text: "Vi finn inga kvittering her. Vel JSON-fila frå kvitteringssida, eller kopier heile signaturen frå PDF-en.",
      },
      unsigned: {
        title: "Her er det ingen signatur",
        text: "Ei kvittering blir signert like etter at søknaden er send. Last ned JSON-fila på nytt frå kvitteringssida, og prøv igjen med henne.",
      },
    },
    answers: {
      unchanged: "Svara i fila er nøyaktig dei vi fekk.",
      "not-there": "Svara er ikkje med her. Vel JSON-fila for å kontrollere dei òg.",
    },
    silent: "Kva kontrollen ikkje seier",
    silentText:
      "Han seier ikkje om innsendinga sidan er bytt ut eller trekt. Det veit dei som behandlar søknaden, og dei som sende han, ser det på Mi side.",
    alone: "Utan oss",
    aloneText: "Ei kvittering kan òg kontrollerast med eigne verktøy. Då trengst berre",
    keys: "dei offentlege nøklane våre (JWK Set)",
  },
  en: {
    title: "Verify a receipt",
    lead: "If you have been given a receipt for an application, you can see whether it is ours and unchanged. You need not sign in.",
    nothingKept: "What you paste or choose is neither stored nor logged.",
    text: "Paste the receipt",
    textHint: "The signature, which begins with “eyJ”, or all that is in the JSON file.",
    file: "Or choose the JSON file",
    fileHint: "It is downloaded from the receipt page. At most 1 MB.",
    verify: "Verify",
    another: "Verify another receipt",
    verdicts: {
      ours: { title: "The receipt is ours, and it is unchanged", text: "This is what we have signed:" },
      "other-answers": {
        title: "The receipt is ours, but the answers in the file are not those we received",
        text: "Something in the answers was changed after we received them. This is what we have signed:",
      },
      changed: {
        title: "This is not as we signed it",
        text: "It looks like a receipt of ours, but something has been changed or lost. Ask for the JSON file as it was downloaded, and try again with that.",
      },
      "unknown-key": {
        title: "Signed with a key we do not have",
        text: "It looks like a receipt, but it was not signed by us. If it comes from another service, it must be verified there.",
      },
      "not-a-receipt": {
        title: "This is not a receipt of ours",
        text: "We find no receipt here. Choose the JSON file from the receipt page, or copy the whole signature from the PDF.",
      },
      unsigned: {
        title: "There is no signature here",
        text: "A receipt is signed just after the application is sent. Download the JSON file again from the receipt page, and try again with that.",
      },
    },
    answers: {
      unchanged: "The answers in the file are exactly those we received.",
      "not-there": "The answers are not here. Choose the JSON file to verify them too.",
    },
    silent: "What this does not say",
    silentText:
      "It does not say whether the submission has been replaced or withdrawn since. Those who handle the application know, and those who sent it see it on My page.",
    alone: "Without us",
    aloneText: "A receipt can also be verified with tools of your own. All it takes is",
    keys: "our public keys (JWK Set)",
  },
};
