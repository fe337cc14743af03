import type { Submission } from "#shared/domain/application.ts";
import type { Language } from "#shared/domain/text.ts";
import { encode } from "./answers.ts";
import type { Form } from "./form.ts";
import { formFor } from "./levels.ts";
import { type Part, summary } from "./summary.ts";

/** What was sent, ready to be read: in the form of the level it was sent to, whatever the application has become since. */
export const sentSummary = (
  whole: Form,
  { level, answers }: Pick<Submission, "level" | "answers">,
  language: Language,
): Part[] => {
  const form = formFor(whole, level);
  return summary(form, encode(form, answers), language);
};
