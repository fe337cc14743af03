import type { Call } from "#shared/domain/call.ts";
import type { Language } from "#shared/domain/text.ts";
import type { Instant } from "#shared/domain/time.ts";
import { downloadWords } from "#web/words/downloads.ts";
import { fieldWords } from "#web/words/fields.ts";

/** For whom a document is made, and when. */
export interface Reader {
  readonly language: Language;
  readonly at: Instant;
}

/** What is around every document about an application to a call. */
export const frameOf = ({ language, at }: Reader, call: Call) => ({
  language,
  over: `${call.programme[language]}: ${call.title[language]}`,
  footer: call.title[language],
  pageOf: downloadWords[language].pageOf,
  unanswered: fieldWords[language].none,
  madeAt: at,
});
