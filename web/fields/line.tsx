import type { Field } from "#shared/form/fields.ts";
import { fieldWords } from "../words/fields.ts";
import { describedBy, idOf } from "./around.ts";
import { Hint, Mark, type Question, Wrong } from "./frame.tsx";
import { RegisterButton, RegisterStatus } from "./register.tsx";
import { asText } from "./typed.ts";

type LineKind =
  | "text"
  | "email"
  | "phone"
  | "url"
  | "orgNumber"
  | "integer"
  | "decimal"
  | "money"
  | "date"
  | "time";
export type LineField = Extract<Field, { kind: LineKind }>;

/** How each kind is best typed. `type=number` is not among them: it loses what it cannot read. */
const inputs: Readonly<Record<LineKind, Readonly<Record<string, string>>>> = {
  text: { type: "text" },
  email: { type: "email", autocomplete: "email", spellcheck: "false" },
  phone: { type: "tel", autocomplete: "tel" },
  url: { type: "text", inputmode: "url", autocomplete: "url", spellcheck: "false" },
  orgNumber: { type: "text", inputmode: "numeric" },
  integer: { type: "text", inputmode: "numeric" },
  decimal: { type: "text", inputmode: "decimal" },
  money: { type: "text", inputmode: "numeric" },
  date: { type: "text", inputmode: "decimal" },
  time: { type: "text", inputmode: "decimal" },
};

/** `name=answers.list.0.name address=…`: which inputs beside this one the register can fill in. */
const fillsOf = (field: LineField, name: string): string | undefined =>
  field.kind === "orgNumber"
    ? Object.entries(field.fills ?? {})
        .map(([what, key]) => `${what}=${name.replace(/[^.]+$/, "")}${key}`)
        .join(" ")
    : undefined;

/** A question answered on one line. */
export const Line = ({ field, value, path, around }: Question<LineField>) => {
  const { language } = around;
  const id = idOf(path);
  const error = around.problems.get(path);
  const hint = field.hint?.[language] ?? (field.kind === "date" ? fieldWords[language].dateHint : undefined);
  const unit = field.kind === "money" ? "kr" : field.kind === "integer" ? field.unit?.[language] : undefined;
  const asksRegister = field.kind === "orgNumber" && field.fills !== undefined;
  const suggestions = field.kind === "text" ? field.suggestions : undefined;
  const input = (
    <input
      class="ds-input"
      id={id}
      name={around.prefix + path}
      value={asText(value)}
      {...inputs[field.kind]}
      autocomplete={field.kind === "text" ? field.autocomplete : inputs[field.kind]["autocomplete"]}
      data-register={asksRegister ? `/${language}/register/` : undefined}
      data-fills={asksRegister ? fillsOf(field, around.prefix + path) : undefined}
      list={suggestions && `${id}-suggestions`}
      readonly={around.locked}
      autofocus={around.focus === path}
      aria-invalid={error ? "true" : undefined}
      aria-describedby={describedBy(id, { hint, unit, error, register: asksRegister })}
    />
  );
  return (
    <div class="ds-field line" data-kind={field.kind}>
      <label class="ds-label" for={id}>
        {field.label[language]} <Mark field={field} around={around} />
      </label>
      <Hint id={id} text={hint} />
      {unit ? (
        <div class="ds-field-affixes">
          {input}
          <span class="ds-field-affix" id={`${id}-unit`}>
            {unit}
          </span>
        </div>
      ) : (
        input
      )}
      {suggestions && (
        <datalist id={`${id}-suggestions`}>
          {suggestions.map((one) => (
            <option value={one[language]} />
          ))}
        </datalist>
      )}
      <Wrong id={id} text={error} />
      {field.kind === "orgNumber" && (
        <>
          <RegisterStatus field={field} value={value} path={path} around={around} />
          <RegisterButton field={field} value={value} path={path} around={around} />
        </>
      )}
    </div>
  );
};
