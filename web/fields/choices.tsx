import type { CheckboxesField, RadioField, SelectField } from "#shared/form/fields.ts";
import { fieldWords } from "../words/fields.ts";
import { describedBy, idOf } from "./around.ts";
import { Framed, Hint, Mark, type Question, Wrong } from "./frame.tsx";
import { asList, asText } from "./typed.ts";

/** Radio buttons, or checkboxes, under one question. */
export const Choices = (question: Question<RadioField | CheckboxesField>) => {
  const { field, value, path, around } = question;
  const { language } = around;
  const id = idOf(path);
  const error = around.problems.get(path);
  const many = field.kind === "checkboxes";
  const chosen = many ? asList(value) : [asText(value)];
  return (
    <Framed question={question} autofocus={around.focus === path}>
      <div class="choices">
        {Object.entries(field.options).map(([key, option]) => (
          <div class="ds-field">
            <input
              class="ds-input"
              type={many ? "checkbox" : "radio"}
              id={`${id}-${key}`}
              name={around.prefix + path + (many ? "[]" : "")}
              value={key}
              checked={chosen.includes(key)}
              disabled={around.locked}
              aria-invalid={error ? "true" : undefined}
            />
            <label class="ds-label" data-weight="regular" for={`${id}-${key}`}>
              {option[language]}
            </label>
          </div>
        ))}
      </div>
    </Framed>
  );
};

export const Select = ({ field, value, path, around }: Question<SelectField>) => {
  const { language } = around;
  const id = idOf(path);
  const error = around.problems.get(path);
  const hint = field.hint?.[language];
  return (
    <div class="ds-field line">
      <label class="ds-label" for={id}>
        {field.label[language]} <Mark field={field} around={around} />
      </label>
      <Hint id={id} text={hint} />
      <select
        class="ds-input"
        id={id}
        name={around.prefix + path}
        disabled={around.locked}
        autofocus={around.focus === path}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      >
        <option value="">{fieldWords[language].choose}</option>
        {Object.entries(field.options).map(([key, option]) => (
          <option value={key} selected={key === value}>
            {option[language]}
          </option>
        ))}
      </select>
      <Wrong id={id} text={error} />
    </div>
  );
};
