import type { Words } from "./words.ts";

const nb = {
  title: "Påmelding til søkewebinar",
  about: "Du får en bekreftelse på e-post med en kalenderinvitasjon og en lenke der du kan melde deg av.",
  failed: "Ikke sendt: vi får ikke kontakt. Prøv igjen om litt.",
  send: "Meld meg på",
  purpose: "Vi bruker opplysningene bare til å gjennomføre webinaret.",
  back: "Utlysningen",
  closedTitle: "Påmeldingen er stengt",
  closedAt: (when: string) => `Fristen for å melde seg på var ${when}.`,
  opensTitle: "Påmeldingen er ikke åpnet ennå",
  opensAt: (moment: string) => `Påmeldingen åpner ${moment}.`,
  askUs: "Har du spørsmål om webinaret, kan du kontakte oss:",
  toCall: "Til utlysningen",
  receivedTitle: "Sjekk e-posten din",
  received:
    "Vi har tatt imot påmeldingen. Om kort tid får du en e-post med kalenderinvitasjon og en lenke til påmeldingen din.",
  notArrived: "Kommer den ikke i løpet av en time, se i søppelposten. Du kan også melde deg på en gang til.",
};

export const webinarWords: Words<typeof nb> = {
  nb,
  nn: {
    title: "Påmelding til søkjarwebinar",
    about: "Du får ei stadfesting på e-post med ein kalenderinvitasjon og ei lenkje der du kan melde deg av.",
    failed: "Ikkje send: vi får ikkje kontakt. Prøv igjen om litt.",
    send: "Meld meg på",
    purpose: "Vi bruker opplysningane berre til å gjennomføre webinaret.",
    back: "Utlysinga",
    closedTitle: "Påmeldinga er stengd",
    closedAt: (when) => `Fristen for å melde seg på var ${when}.`,
    opensTitle: "Påmeldinga er ikkje opna enno",
    opensAt: (moment) => `Påmeldinga opnar ${moment}.`,
    askUs: "Har du spørsmål om webinaret, kan du kontakte oss:",
    toCall: "Til utlysinga",
    receivedTitle: "Sjekk e-posten din",
    received:
      "Vi har teke imot påmeldinga. Om kort tid får du ein e-post med kalenderinvitasjon og ei lenkje til påmeldinga di.",
    notArrived:
      "Kjem han ikkje i løpet av ein time, sjå i søppelposten. Du kan òg melde deg på éin gong til.",
  },
  en: {
    title: "Sign up for the webinar",
    about: "You will get a confirmation by e-mail with a calendar invitation and a link for cancelling.",
    failed: "Not sent: we cannot reach the server. Try again in a moment.",
    send: "Sign me up",
    purpose: "We use what you enter only to hold the webinar.",
    back: "The call",
    closedTitle: "Sign-up is closed",
    closedAt: (when) => `The deadline for signing up was ${when}.`,
    opensTitle: "Sign-up has not opened yet",
    opensAt: (moment) => `Sign-up opens ${moment}.`,
    askUs: "If you have questions about the webinar, contact us:",
    toCall: "To the call",
    receivedTitle: "Check your e-mail",
    received:
      "We have received your sign-up. You will soon get an e-mail with a calendar invitation and a link to your registration.",
    notArrived:
      "If it does not arrive within an hour, look in your junk mail. You can also sign up once more.",
  },
};
