import { describedBy } from "../fields/around.ts";
import { Hint, Wrong } from "../fields/frame.tsx";
import type { View } from "../view.ts";
import { sheetWords } from "../words/sheet.ts";
import type { How, SheetProps } from "./props.ts";

export interface ChoosingProps extends SheetProps {
  /** What was pasted. */
  readonly text: string;
  /** Bytes a file may have. */
  readonly largestFile: number;
}

interface SheetQuestion {
  readonly view: View;
  readonly props: ChoosingProps;
}

const errorAt = ({ view, props }: SheetQuestion, pointer: string): string | undefined =>
  props.problems.find((problem) => problem.pointer === pointer)?.message[view.language];

export const Pasted = ({ view, props }: SheetQuestion) => {
  const words = sheetWords[view.language];
  const error = errorAt({ view, props }, "/text");
  return (
    <div class="ds-field">
      <label class="ds-label" for="f-text">
        {words.text}
      </label>
      <Hint id="f-text" text={words.textHint} />
      <textarea
        class="ds-input"
        id="f-text"
        name="text"
        rows={8}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={describedBy("f-text", { hint: true, error })}
      >
        {/* The parser drops a line break that comes first, so one is put there for it to drop. */}
        {`\n${props.text}`}
      </textarea>
      <Wrong id="f-text" text={error} />
    </div>
  );
};

export const Chosen = ({ view, props }: SheetQuestion) => {
  const words = sheetWords[view.language];
  const error = errorAt({ view, props }, "/file");
  return (
    <div class="ds-field">
      <label class="ds-label" for="f-file">
        {words.file}
      </label>
      <Hint id="f-file" text={words.fileHint(props.largestFile / 1000)} />
      <input
        class="ds-input"
        type="file"
        id="f-file"
        name="file"
        accept=".xlsx,.csv,.txt"
        aria-invalid={error ? "true" : undefined}
        aria-describedby={describedBy("f-file", { hint: true, error })}
      />
      <Wrong id="f-file" text={error} />
    </div>
  );
};

/** Asked only where there are rows already. */
export const Existing = ({ view, props }: SheetQuestion) => {
  const words = sheetWords[view.language];
  const choices: readonly (readonly [How, string])[] = [
    ["add", words.add(props.listed)],
    ["replace", words.replace],
  ];
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{words.how}</legend>
      <div class="choices">
        {choices.map(([how, label]) => (
          <div class="ds-field">
            <input
              class="ds-input"
              type="radio"
              id={`f-how-${how}`}
              name="how"
              value={how}
              checked={props.how === how}
            />
            <label class="ds-label" data-weight="regular" for={`f-how-${how}`}>
              {label}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
};
