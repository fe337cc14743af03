import type { Refusal } from "#shared/domain/refusal.ts";
import type { Language } from "#shared/domain/text.ts";
import { notMorePlaces, tooLarge, tooManyTries, tooMuchAtOnce } from "./amount-refusals.ts";
import { ofDeeds } from "./deed-refusals.ts";
import { badParameter } from "./parameter-refusals.ts";
import { ofRequests, type RefusalWords } from "./plain-refusals.ts";
import { caseTaken, notYourRole, notYoursToDo } from "./rights-refusals.ts";
import { deadlinePassed, notLater, notOpenYet } from "./time-refusals.ts";

/** Refusals whose words depend on nothing. */
export const plain = { ...ofRequests, ...ofDeeds };

/** What a refusal is called, how HTTP counts it and what to do about it. Total: a refusal without words does not compile. */
export const wordsFor = (refusal: Refusal): RefusalWords => {
  switch (refusal.reason) {
    case "not-open-yet":
      return notOpenYet(refusal);
    case "deadline-passed":
      return deadlinePassed(refusal);
    case "not-later":
      return notLater(refusal);
    case "too-many-tries":
      return tooManyTries(refusal);
    case "not-more-places":
      return notMorePlaces(refusal);
    case "bad-parameter":
      return badParameter(refusal);
    case "too-large":
      return tooLarge(refusal);
    case "too-much-at-once":
      return tooMuchAtOnce(refusal);
    case "case-taken":
      return caseTaken(refusal);
    case "not-your-role":
      return notYourRole(refusal);
    case "not-yours-to-do":
      return notYoursToDo(refusal);
    default:
      return plain[refusal.reason];
  }
};

/** The same in one language, as a notice above a form; nothing when nothing was refused. */
export const noticeOf = (refusal: Refusal | undefined, language: Language) => {
  if (!refusal) return undefined;
  const { title, explanation } = wordsFor(refusal);
  return { title: title[language], explanation: explanation[language] };
};
