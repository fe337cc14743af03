import { Language } from "#shared/domain/text.ts";

const elsewhere = /[\\\s]|^\/\/|^\/auth\/(?!session(\?|$))/;

/** A path of ours to go to after signing in; anything else becomes My page, so that a link cannot send people away. */
export const ownPath = (to: string | undefined, language: Language): string =>
  to?.startsWith("/") &&
  !elsewhere.test(to) &&
  URL.canParse(to, "https://own.invalid") &&
  new URL(to, "https://own.invalid").host === "own.invalid"
    ? to
    : `/${language}/my-page`;

/** The language of the page somebody came from, which is the first part of its path. */
export const languageOf = (to: string | undefined, otherwise: Language): Language =>
  Language.catch(otherwise).parse(to?.split("/")[1]);
