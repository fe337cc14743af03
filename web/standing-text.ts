import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import { standingOf } from "#shared/domain/standing.ts";
import type { Language } from "#shared/domain/text.ts";
import { onCallClock } from "./moments.ts";
import { changingWords } from "./words/changing.ts";

interface Of {
  readonly call: Call;
  readonly application: Application;
  readonly number: number;
}

/** Whether a submission counts, in words, and if not, what has become of it. */
export const standingText = ({ call, application, number }: Of, language: Language): string => {
  const words = changingWords[language];
  const say = (at = application.startedAt) => onCallClock(call, at, language);
  const told = {
    counts: words.counts,
    replaced: words.replaced(application.submissions, say(application.submittedAt)),
    withdrawn: words.withdrawn(say(application.withdrawnAt)),
  };
  return told[standingOf(application, number)];
};
