import type { Words } from "./words.ts";

const nb = {
  title: "Påmeldingen din",
  states: { registered: "Påmeldt", waiting: "På venteliste", cancelled: "Avmeldt" },
  state: "Status",
  name: "Navn",
  email: "E-post",
  organisation: "Virksomhet",
  when: "Tid",
  where: "Sted",
  cancel: "Meld meg av",
  cancelled: "Du er meldt av. Vi har sendt deg en e-post som også tar webinaret ut av kalenderen.",
  again: "Ombestemmer du deg, kan du melde deg på igjen så lenge påmeldingen er åpen.",
  tooLate: "Webinaret har begynt, så påmeldingen kan ikke endres lenger.",
};

export const registrationWords: Words<typeof nb> = {
  nb,
  nn: {
    title: "Påmeldinga di",
    states: { registered: "Påmeld", waiting: "På venteliste", cancelled: "Avmeld" },
    state: "Status",
    name: "Namn",
    email: "E-post",
    organisation: "Verksemd",
    when: "Tid",
    where: "Stad",
    cancel: "Meld meg av",
    cancelled: "Du er meld av. Vi har sendt deg ein e-post som òg tek webinaret ut av kalenderen.",
    again: "Ombestemmer du deg, kan du melde deg på igjen så lenge påmeldinga er open.",
    tooLate: "Webinaret har byrja, så påmeldinga kan ikkje endrast lenger.",
  },
  en: {
    title: "Your registration",
    states: { registered: "Registered", waiting: "On the waiting list", cancelled: "Cancelled" },
    state: "Status",
    name: "Name",
    email: "E-mail",
    organisation: "Organisation",
    when: "Time",
    where: "Place",
    cancel: "Cancel my registration",
    cancelled:
      "Your registration is cancelled. We have sent an e-mail that also takes the webinar out of your calendar.",
    again: "If you change your mind, you can sign up again while sign-up is open.",
    tooLate: "The webinar has begun, so the registration can no longer be changed.",
  },
};
