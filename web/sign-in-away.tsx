import type { Language } from "#shared/domain/text.ts";
import { sessionWords } from "./words/session.ts";

/** The way in beside what is written here: in a tab of its own, so that the page stays as it is. */
export const SignInAway = ({ language, looks }: { readonly language: Language; readonly looks: string }) => {
  const words = sessionWords[language];
  const back = encodeURIComponent(`/auth/session?lang=${language}`);
  return (
    <a class={looks} href={`/auth/sign-in?lang=${language}&to=${back}`} target="_blank" rel="noopener">
      {words.signIn} ({words.newTab})
    </a>
  );
};
