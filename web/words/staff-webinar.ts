import type { Words } from "./words.ts";

const nb = {
  title: "Webinar",
  now: "Slik er det nå",
  when: "Når",
  signUp: "Påmeldingsfrist",
  places: "Plasser",
  limited: (places: string, taken: string, waiting: string) =>
    `${places}. ${taken} er tatt, ${waiting} står på venteliste`,
  unlimited: (taken: string) => `Plass til alle. ${taken} er påmeldt`,
  joinLink: "Lenke for å bli med",
  recording: "Opptak",
  notSet: "Ikke satt",
  status: "Status",
  held: "Holdes som planlagt",
  calledOff: (when: string) => `Avlyst ${when}`,
  list: "Se påmeldingene",
  headings: {
    places: "Flere plasser",
    "join-link": "Lenke for å bli med",
    recording: "Opptak",
    move: "Flytt webinaret",
    "call-off": "Avlys webinaret",
  },
  leads: {
    places: "Ingen som har fått plass, kan miste den.",
    "join-link":
      "Alle med plass får lenken i en oppdatert invitasjon. Den står ikke i lister, eksporter eller logger.",
    recording: "Du kan legge inn eller bytte lenken når som helst.",
    move: "Alle påmeldte får en oppdatert invitasjon, og alle på venteliste får beskjed.",
    "call-off": "Alle påmeldte får beskjed, og webinaret tas ut av kalenderne deres. Det kan ikke gjøres om.",
  },
  press: {
    places: "Lagre antallet",
    "join-link": "Gå videre",
    recording: "Lagre lenken",
    move: "Gå videre",
    "call-off": "Gå videre",
  },
  confirmTitles: {
    places: "Flere plasser",
    "join-link": "Send ut lenken?",
    recording: "Opptak",
    move: "Flytt webinaret?",
    "call-off": "Avlys webinaret?",
  },
  receivers: (registered: string, waiting: string) =>
    waiting === "0"
      ? `E-post går til ${registered} påmeldte.`
      : `E-post går til ${registered} påmeldte og ${waiting} på venteliste.`,
  goesOut: "E-posten sendes med en gang. Er det mange, tar det opptil et kvarter før alle har fått den.",
  before: "Nå",
  after: "Etter endringen",
  confirm: "Ja, gjør det og send e-post",
  stop: "Nei, gå tilbake",
};

/** The webinar as staff change it. */
export const staffWebinarWords: Words<typeof nb> = {
  nb,
  nn: {
    title: "Webinar",
    now: "Slik er det no",
    when: "Når",
    signUp: "Påmeldingsfrist",
    places: "Plassar",
    limited: (places, taken, waiting) => `${places}. ${taken} er tekne, ${waiting} står på venteliste`,
    unlimited: (taken) => `Plass til alle. ${taken} er påmelde`,
    joinLink: "Lenkje for å bli med",
    recording: "Opptak",
    notSet: "Ikkje sett",
    status: "Status",
    held: "Blir halde som planlagt",
    calledOff: (when) => `Avlyst ${when}`,
    list: "Sjå påmeldingane",
    headings: {
      places: "Fleire plassar",
      "join-link": "Lenkje for å bli med",
      recording: "Opptak",
      move: "Flytt webinaret",
      "call-off": "Avlys webinaret",
    },
    leads: {
      places: "Ingen som har fått plass, kan miste han.",
      "join-link":
        "Alle med plass får lenkja i ein oppdatert invitasjon. Ho står ikkje i lister, eksportar eller loggar.",
      recording: "Du kan leggje inn eller byte lenkja når som helst.",
      move: "Alle påmelde får ein oppdatert invitasjon, og alle på venteliste får beskjed.",
      "call-off":
        "Alle påmelde får beskjed, og webinaret blir teke ut av kalendrane deira. Det kan ikkje gjerast om.",
    },
    press: {
      places: "Lagre talet",
      "join-link": "Gå vidare",
      recording: "Lagre lenkja",
      move: "Gå vidare",
      "call-off": "Gå vidare",
    },
    confirmTitles: {
      places: "Fleire plassar",
      "join-link": "Send ut lenkja?",
      recording: "Opptak",
      move: "Flytt webinaret?",
      "call-off": "Avlys webinaret?",
    },
    receivers: (registered, waiting) =>
      waiting === "0"
        ? `E-post går til ${registered} påmelde.`
        : `E-post går til ${registered} påmelde og ${waiting} på venteliste.`,
    goesOut:
      "E-posten blir send med ein gong. Er det mange, tek det opptil eit kvarter før alle har fått han.",
    before: "No",
    after: "Etter endringa",
    confirm: "Ja, gjer det og send e-post",
    stop: "Nei, gå tilbake",
  },
  en: {
    title: "Webinar",
    now: "As it is now",
    when: "When",
    signUp: "Sign-up deadline",
    places: "Places",
    limited: (places, taken, waiting) => `${places}. ${taken} are taken, ${waiting} on the waiting list`,
    unlimited: (taken) => `Room for everybody. ${taken} have signed up`,
    joinLink: "Link to join",
    recording: "Recording",
    notSet: "Not set",
    status: "State",
    held: "Goes ahead as planned",
    calledOff: (when) => `Called off ${when}`,
    list: "See the registrations",
    headings: {
      places: "More places",
      "join-link": "Link to join",
      recording: "Recording",
      move: "Move the webinar",
      "call-off": "Call off the webinar",
    },
    leads: {
      places: "Nobody who has a place can lose it.",
      "join-link":
        "Everybody with a place gets the link in an updated invitation. It is in no list, export or log.",
      recording: "You can add or change the link at any time.",
      move: "Everybody registered gets an updated invitation, and everybody on the waiting list is told.",
      "call-off":
        "Everybody registered is told, and the webinar is taken out of their calendars. This cannot be undone.",
    },
    press: {
      places: "Save the number",
      "join-link": "Go on",
      recording: "Save the link",
      move: "Go on",
      "call-off": "Go on",
    },
    confirmTitles: {
      places: "More places",
      "join-link": "Send out the link?",
      recording: "Recording",
      move: "Move the webinar?",
      "call-off": "Call off the webinar?",
    },
    receivers: (registered, waiting) =>
      waiting === "0"
        ? `E-mail goes to ${registered} registered.`
        : `E-mail goes to ${registered} registered and ${waiting} on the waiting list.`,
    goesOut:
      "The e-mail is sent at once. If there are many, it takes up to a quarter of an hour before all have it.",
    before: "Now",
    after: "After the change",
    confirm: "Yes, do it and send e-mail",
    stop: "No, go back",
  },
};
