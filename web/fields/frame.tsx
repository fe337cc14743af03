import type { Field } from "#shared/form/fields.ts";
import { fieldWords } from "../words/fields.ts";
import type { Around } from "./around.ts";

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
