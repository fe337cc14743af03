import type { Problem, Refusal } from "#shared/domain/refusal.ts";
import type { Language } from "#shared/domain/text.ts";
import { InstantText } from "#shared/domain/time.ts";
import type { RefusalWords } from "./plain-refusals.ts";

export const problemJson = ({ pointer, code, label, message }: Problem, language: Language) => ({
  pointer,
  code,
  label: label[language],
  message: message[language],
});

/** What a program needs besides the words, by kind of refusal. */
const factsOf = (refusal: Refusal, language: Language): Record<string, unknown> => {
  switch (refusal.reason) {
    case "problems-in-answers":
      return {
        problems: refusal.problems.map((problem) => problemJson(problem, language)),
      };
    case "saved-elsewhere":
      return { theirs: { ...refusal.theirs, savedAt: InstantText.encode(refusal.theirs.savedAt) } };
    case "case-taken":
      return { by: refusal.by };
    case "not-your-role":
      return { takes: refusal.takes };
    case "not-yours-to-do":
      return { owner: refusal.owner };
    case "changed-since-review":
      return { sections: refusal.sections };
    case "deadline-passed":
      return { deadline: InstantText.encode(refusal.deadline), receivedAt: InstantText.encode(refusal.at) };
    case "not-later":
      return { deadline: InstantText.encode(refusal.deadline) };
    case "too-many-tries":
      return { again: InstantText.encode(refusal.again) };
    case "not-more-places":
      return refusal.places === undefined ? {} : { places: refusal.places };
    case "not-open-yet":
      return { opensAt: InstantText.encode(refusal.opensAt) };
    case "too-much-at-once":
      return { most: refusal.most };
    case "too-large":
      return { limit: refusal.limit };
    case "bad-parameter":
      return { parameter: refusal.parameter };
    default:
      return {};
  }
};

/** Problem Details (RFC 9457). `type` names a heading in docs/problems.md. */
export const problemDetails = (refusal: Refusal, words: RefusalWords, language: Language) => ({
  type: `/problems/${refusal.reason}`,
  title: words.title[language],
  status: words.status,
  detail: words.explanation[language],
  ...factsOf(refusal, language),
});

export const unexpectedProblem = (words: RefusalWords, language: Language) => ({
  type: "about:blank",
  title: words.title[language],
  status: words.status,
  detail: words.explanation[language],
});
