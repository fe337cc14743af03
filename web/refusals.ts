import type { Call } from "#shared/domain/call.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import type { Language } from "#shared/domain/text.ts";
import { onCallClock } from "./moments.ts";
import { noticeWords } from "./words/notices.ts";

/** Why an application cannot be changed, to be read above what it says. */
export const whyLocked = (refusal: Refusal, call: Call, language: Language): string => {
  const words = noticeWords[language];
  switch (refusal.reason) {
    case "already-submitted":
      return words.already;
    case "deadline-passed":
      return words.passed(onCallClock(call, refusal.deadline, language));
    case "not-open-yet":
      return words.notOpen(onCallClock(call, refusal.opensAt, language));
    case "not-yours-to-do":
      return words.readOnly(refusal.owner);
    default:
      return words.notEditable;
  }
};
