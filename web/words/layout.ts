import type { Language } from "#shared/domain/text.ts";
import type { Words } from "./words.ts";

/** Each language by its own name: whoever needs it cannot read the others. */
export const languageNames: Readonly<Record<Language, string>> = {
  nb: "Bokmål",
  nn: "Nynorsk",
  en: "English",
};

/** The same in every language: it is a name. */
export const serviceName = "Opptak";

const nb = {
  skip: "Hopp til innholdet",
  menu: "Meny",
  languages: "Språk",
  calls: "Utlysninger",
  myPage: "Min side",
  staff: "Saksbehandling",
  signedInAs: "Innlogget som",
  signOut: "Logg ut",
  about: "Om nettstedet",
  privacy: "Personvern",
  accessibility: "Tilgjengelighet",
  cookies: "Vi bruker bare informasjonskapselen som innloggingen trenger.",
  error: "Feil",
  path: "Du er her",
};

export const layoutWords: Words<typeof nb> = {
  nb,
  nn: {
    skip: "Hopp til innhaldet",
    menu: "Meny",
    languages: "Språk",
    calls: "Utlysingar",
    myPage: "Mi side",
    staff: "Saksbehandling",
    signedInAs: "Innlogga som",
    signOut: "Logg ut",
    about: "Om nettstaden",
    privacy: "Personvern",
    accessibility: "Tilgjenge",
    cookies: "Vi bruker berre informasjonskapselen som innlogginga treng.",
    error: "Feil",
    path: "Du er her",
  },
  en: {
    skip: "Skip to the content",
    menu: "Menu",
    languages: "Language",
    calls: "Calls",
    myPage: "My page",
    staff: "Case handling",
    signedInAs: "Signed in as",
    signOut: "Sign out",
    about: "About this site",
    privacy: "Privacy",
    accessibility: "Accessibility",
    cookies: "We use only the cookie that signing in needs.",
    error: "Error",
    path: "You are here",
  },
};
