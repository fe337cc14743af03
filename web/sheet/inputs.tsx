import { ChosenFile, PastedText } from "../fields/given.tsx";
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
  return <PastedText name="text" label={words.text} hint={words.textHint} error={error} text={props.text} />;
};

export const Chosen = ({ view, props }: SheetQuestion) => {
  const words = sheetWords[view.language];
  const hint = words.fileHint(props.largestFile / 1000);
  const error = errorAt({ view, props }, "/file");
  return <ChosenFile name="file" label={words.file} hint={hint} error={error} accept=".xlsx,.csv,.txt" />;
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
