import type { ReferenceField } from "#shared/form/fields.ts";
import { optionsOf, targetOf } from "#shared/form/references.ts";
import { fieldWords } from "../words/fields.ts";
import { Choices, Select } from "./choices.tsx";
import { Framed, type Question } from "./frame.tsx";

/** A choice among rows that stand elsewhere in the form, as they are named there. */
export const Reference = (question: Question<ReferenceField>) => {
  const { field, value, path, around } = question;
  const { label, hint, missing, optional } = field;
  const options = optionsOf(field, around.form, around.look);
  const asked = { label, ...(hint && { hint }), ...(missing && { missing }), ...(optional && { optional }) };
  if (Object.keys(options).length === 0) {
    const target = targetOf(around.form, field)?.label[around.language] ?? "";
    return (
      <Framed question={question}>
        <p class="ds-paragraph">{fieldWords[around.language].nothingToChoose(target)}</p>
      </Framed>
    );
  }
  return field.several ? (
    <Choices field={{ kind: "checkboxes", ...asked, options }} value={value} path={path} around={around} />
  ) : (
    <Select field={{ kind: "select", ...asked, options }} value={value} path={path} around={around} />
  );
};
