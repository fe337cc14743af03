import type { Field, Fields } from "#shared/form/fields.ts";
import type { Form, Section } from "#shared/form/form.ts";

const texts: Readonly<Record<string, string>> = {
  email: "post@havbruk.example",
  phone: "22 00 25 00",
  url: "https://havbruk.example",
  orgNumber: "123456785",
  integer: "24",
  decimal: "12,5",
  money: "1 200 000",
  date: "1.9.2024",
  longText:
    "Klyngen samler bedrifter og kunnskapsmiljøer langs kysten.\n\nVi vil utvikle utslippsfri drift & «smarte» merder <sammen>.",
  text: "Havbruksklyngen Vest",
};

const optionsOf = (field: Field): string[] => ("options" in field ? Object.keys(field.options) : []);

/** An answer as somebody might have typed it. */
const answerTo = (field: Field): unknown => {
  switch (field.kind) {
    case "group":
      return [0, 1].map((i) => ({ id: `row-${i}`, ...answersTo(field.fields) }));
    case "table":
      return Object.fromEntries(
        Object.keys(field.rows).map((row) => [
          row,
          Object.fromEntries(Object.keys(field.columns).map((column) => [column, "250 000"])),
        ]),
      );
    case "checkboxes":
      return optionsOf(field).slice(0, 2);
    case "radio":
    case "select":
      return optionsOf(field)[0];
    case "files":
      return [];
    default:
      return texts[field.kind] ?? texts["text"];
  }
};

export const answersTo = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, answerTo(field)]));

export const draftOf = (form: Form): Record<string, Record<string, unknown>> =>
  Object.fromEntries(Object.entries(form.sections).map(([key, { fields }]) => [key, answersTo(fields)]));

/** The first section that has a question of some kind. */
export const sectionWith = (form: Form, has: (field: Field) => boolean): readonly [string, Section] => {
  const found = Object.entries(form.sections).find(([, { fields }]) => Object.values(fields).some(has));
  if (!found) throw new Error("No section of the form has such a question");
  return found;
};
