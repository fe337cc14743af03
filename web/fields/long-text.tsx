import type { LongTextField } from "#shared/form/fields.ts";
import { showNumber } from "#shared/form/values.ts";
import { fieldWords } from "../words/fields.ts";
import { describedBy, idOf } from "./around.ts";
import { Hint, Mark, type Question, Wrong } from "./frame.tsx";
import { asText } from "./typed.ts";

/** Running text. More than the limit may be typed, so nobody loses words by pasting; the counter says how many are too many. */
export const LongText = ({ field, value, path, around }: Question<LongTextField>) => {
  const { language } = around;
  const words = fieldWords[language];
  const id = idOf(path);
  const error = around.problems.get(path);
  const hint = field.hint?.[language];
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {field.label[language]} <Mark field={field} around={around} />
      </label>
      <Hint id={id} text={hint} />
      <textarea
        class="ds-input"
        id={id}
        name={around.prefix + path}
        rows={field.rows ?? 5}
        readonly={around.locked}
        autofocus={around.focus === path}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={describedBy(id, { hint, counter: true, error })}
      >
        {/* The parser drops a line break that comes first, so one is put there for it to drop. */}
        {`\n${asText(value)}`}
      </textarea>
      <p
        class="counter"
        id={`${id}-counter`}
        data-max={field.max}
        data-left={words.left}
        data-over={words.over}
      >
        {words.atMost(showNumber(field.max, language))}
      </p>
      <Wrong id={id} text={error} />
    </div>
  );
};
