import type { Problem } from "#shared/domain/refusal.ts";
import type { Language } from "#shared/domain/text.ts";
import { lookIn } from "#shared/form/conditions.ts";
import type { Fields } from "#shared/form/fields.ts";
import type { Form } from "#shared/form/form.ts";
import { type Around, problemsByPath } from "./around.ts";
import { isMixed } from "./field-list.tsx";

interface Asked {
  readonly form: Form;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Pointers without the section: `/email`. */
  readonly problems: readonly Problem[];
}

/** The questions of a form of one section, whose fields are named without it, and what they must know besides. */
export const singleSection = (
  { form, answers, problems }: Asked,
  language: Language,
): { readonly fields: Fields; readonly around: Around } => {
  const [section = ""] = Object.keys(form.sections);
  const fields = form.sections[section]?.fields ?? {};
  return {
    fields,
    around: {
      language,
      form,
      section,
      answers,
      look: lookIn({ [section]: answers }),
      problems: problemsByPath(problems, undefined, language),
      prefix: "",
      marked: isMixed(fields),
      locked: false,
      focus: undefined,
    },
  };
};
