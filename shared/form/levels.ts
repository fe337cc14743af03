import type { Level } from "#shared/domain/call.ts";
import type { Field } from "./fields.ts";
import type { Form, Section } from "./form.ts";

const isFor = ({ levels }: { readonly levels?: readonly Level[] }, level: Level): boolean =>
  levels?.includes(level) ?? true;

const fieldFor = (field: Field, level: Level): Field => {
  const { requiredFor, ...asked } = field;
  return { ...asked, ...(requiredFor && { optional: !requiredFor.includes(level) }) };
};

const sectionFor = (section: Section, level: Level): Section => ({
  ...section,
  fields: Object.fromEntries(
    Object.entries(section.fields)
      .filter(([, field]) => field.kind !== "files" || isFor(field, level))
      .map(([key, field]) => [key, fieldFor(field, level)]),
  ),
});

/** The form as one level sees it. */
export const formFor = (form: Form, level: Level): Form => ({
  ...form,
  sections: Object.fromEntries(
    Object.entries(form.sections)
      .filter(([, section]) => isFor(section, level))
      .map(([key, section]) => [key, sectionFor(section, level)]),
  ),
  rules: (form.rules ?? []).filter((rule) => isFor(rule, level)),
});

/** Keys of the sections in which one level differs from another: what the other asks besides, and what it does not ask for. */
export const differenceBetween = (
  form: Form,
  from: Level,
  to: Level,
): { readonly coming: readonly string[]; readonly going: readonly string[] } => {
  const sectionsOf = (level: Level) => Object.keys(formFor(form, level).sections);
  const [before, after] = [sectionsOf(from), sectionsOf(to)];
  return {
    coming: after.filter((key) => !before.includes(key)),
    going: before.filter((key) => !after.includes(key)),
  };
};
