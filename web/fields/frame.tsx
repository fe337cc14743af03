import type { Child } from "hono/jsx";
import type { Field } from "#shared/form/fields.ts";
import { fieldWords } from "../words/fields.ts";
import { type Around, describedBy, idOf } from "./around.ts";

export interface Question<Kind extends Field = Field> {
  readonly field: Kind;
  readonly value: unknown;
  readonly path: string;
  readonly around: Around;
}

/** Whether the question must be answered, said in words: a star has to be explained. */
export const Mark = ({ field, around }: { readonly field: Field; readonly around: Around }) => {
  const words = fieldWords[around.language];
  if (!around.marked || around.locked) return null;
  return field.optional ? (
    <span class="mark ds-tag" data-size="sm" data-color="neutral">
      {words.optional}
    </span>
  ) : (
    <span class="mark must">{words.mustFill}</span>
  );
};

export const Hint = ({ id, text }: { readonly id: string; readonly text: string | undefined }) =>
  text ? (
    <p data-field="description" id={`${id}-hint`}>
      {text}
    </p>
  ) : null;

export const Wrong = ({ id, text }: { readonly id: string; readonly text: string | undefined }) =>
  text ? (
    <p class="ds-validation-message" data-color="danger" id={`${id}-error`}>
      {text}
    </p>
  ) : null;

/** One question asked by several inputs. It can take the focus itself, so that an error can lead to it. */
export const Framed = ({
  question: { field, path, around },
  kind,
  autofocus = false,
  children,
}: {
  readonly question: Question;
  readonly kind?: string;
  readonly autofocus?: boolean;
  readonly children?: Child;
}) => {
  const id = idOf(path);
  const error = around.problems.get(path);
  const hint = field.hint?.[around.language];
  return (
    <fieldset
      class={kind ? `ds-fieldset ${kind}` : "ds-fieldset"}
      id={id}
      tabindex={-1}
      autofocus={autofocus}
      aria-describedby={describedBy(id, { hint, error })}
    >
      <legend class="ds-label">
        {field.label[around.language]} <Mark field={field} around={around} />
      </legend>
      <Hint id={id} text={hint} />
      {children}
      <Wrong id={id} text={error} />
    </fieldset>
  );
};
