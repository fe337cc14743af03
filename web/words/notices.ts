import type { Words } from "./words.ts";

const nb = {
  signIn: "Logg inn",
  toFront: "Til utlysningene",
  toMyPage: "Til Min side",
  resendTitle: "Det du sendte, er ikke tapt",
  resendLead: "Prøv å sende det samme en gang til.",
  comeBack: "Lukk den nye fanen når du er logget inn, og kom tilbake hit.",
  pressResend: "Trykk på «Send på nytt». Da lagres det du skrev.",
  show: "Vis det jeg skrev",
  resend: "Send på nytt",
  signedOutTitle: "Du er logget ut",
  signedOut: "Bruker du en maskin som deles med andre, bør du også lukke nettleseren.",
  signOutOfIssuer: "Logg også ut av innloggingstjenesten",
  already:
    "Søknaden er sendt. Kvitteringen viser innsendingen som gjelder. Fram til fristen kan den som eier søknaden, velge «Endre søknaden» der og sende på nytt.",
  passed: (deadline: string) =>
    `Fristen var ${deadline}, så søknaden kan ikke endres lenger. Alt som står her, kan leses og kopieres.`,
  notOpen: (moment: string) => `Utlysningen åpner ${moment}.`,
  readOnly: (owner: string) =>
    `Du kan lese søknaden, men ikke endre den. Det er ${owner}, som eier den, som bestemmer det. Alt som står her, kan leses og kopieres.`,
  notEditable: "Søknaden kan ikke endres nå. Alt som står her, kan leses og kopieres.",
};

/** Refusals, sign-out, and why something cannot be changed. */
export const noticeWords: Words<typeof nb> = {
  nb,
  nn: {
    signIn: "Logg inn",
    toFront: "Til utlysingane",
    toMyPage: "Til Mi side",
    resendTitle: "Det du sende, er ikkje tapt",
    resendLead: "Prøv å sende det same ein gong til.",
    comeBack: "Lukk den nye fana når du er logga inn, og kom tilbake hit.",
    pressResend: "Trykk på «Send på nytt». Då blir det du skreiv, lagra.",
    show: "Vis det eg skreiv",
    resend: "Send på nytt",
    signedOutTitle: "Du er logga ut",
    signedOut: "Bruker du ei maskin som er delt med andre, bør du òg lukke nettlesaren.",
    signOutOfIssuer: "Logg òg ut av innloggingstenesta",
    already:
      "Søknaden er send. Kvitteringa viser innsendinga som gjeld. Fram til fristen kan den som eig søknaden, velje «Endre søknaden» der og sende på nytt.",
    passed: (deadline) =>
      `Fristen var ${deadline}, så søknaden kan ikkje endrast lenger. Alt som står her, kan lesast og kopierast.`,
    notOpen: (moment) => `Utlysinga opnar ${moment}.`,
    readOnly: (owner) =>
      `Du kan lese søknaden, men ikkje endre han. Det er ${owner}, som eig han, som bestemmer det. Alt som står her, kan lesast og kopierast.`,
    notEditable: "Søknaden kan ikkje endrast no. Alt som står her, kan lesast og kopierast.",
  },
  en: {
    signIn: "Sign in",
    toFront: "To the calls",
    toMyPage: "To My page",
    resendTitle: "What you sent is not lost",
    resendLead: "Try sending the same once more.",
    comeBack: "When you are signed in, close the new tab and come back here.",
    pressResend: "Press “Send again”. What you wrote is then saved.",
    show: "Show what I wrote",
    resend: "Send again",
    signedOutTitle: "You are signed out",
    signedOut: "If you share this device with others, close the browser as well.",
    signOutOfIssuer: "Sign out of the sign-in service too",
    already:
      "The application is sent. The receipt shows the submission that counts. Until the deadline its owner can choose “Change the application” there and send it again.",
    passed: (deadline) =>
      `The deadline was ${deadline}, so the application can no longer be changed. Everything here can be read and copied.`,
    notOpen: (moment) => `The call opens ${moment}.`,
    readOnly: (owner) =>
      `You can read the application but not change it. ${owner}, who owns it, decides that. Everything here can be read and copied.`,
    notEditable: "The application cannot be changed now. Everything here can be read and copied.",
  },
};
