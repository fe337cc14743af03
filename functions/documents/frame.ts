import type { Call } from "#shared/domain/call.ts";
import type { SignedIn } from "#shared/http/request.ts";
import { downloadWords } from "#web/words/downloads.ts";
import { fieldWords } from "#web/words/fields.ts";

/** What is around every document about an application to a call. */
export const frameOf = ({ language, at }: SignedIn, call: Call) => ({
  language,
  over: `${call.programme[language]}: ${call.title[language]}`,
  footer: call.title[language],
  pageOf: downloadWords[language].pageOf,
  unanswered: fieldWords[language].none,
  madeAt: at,
});
