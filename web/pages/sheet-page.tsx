import { sheetGuide } from "#shared/form/sheet-guide.ts";
import type { Html } from "../document.ts";
import { ErrorSummary } from "../error-summary.tsx";
import { describedBy } from "../fields/around.ts";
import { Hint, Wrong } from "../fields/frame.tsx";
import { wrongThings } from "../form-problems.ts";
import { Page } from "../layout.tsx";
import { Back, Heading, Paragraph } from "../parts.tsx";
import { Guide } from "../sheet/guide.tsx";
import type { How, SheetProps } from "../sheet/props.ts";
import type { View } from "../view.ts";
import { fieldWords } from "../words/fields.ts";
import { sheetWords } from "../words/sheet.ts";

interface Props extends SheetProps {
  /** What was pasted. */
  readonly text: string;
  /** Bytes a file may have. */
  readonly largestFile: number;
}

interface Whole {
  readonly view: View;
  readonly props: Props;
}

const errorAt = ({ view, props }: Whole, pointer: string): string | undefined =>
  props.problems.find((problem) => problem.pointer === pointer)?.message[view.language];

const HowTo = ({ view, props }: Whole) => {
  const words = sheetWords[view.language];
  const template = `${props.sectionAddress}/rows/${props.name}/template`;
  return (
    <>
      <ol>
        {words.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p class="actions">
        <a class="ds-button" data-variant="secondary" href={`${template}.xlsx`}>
          {words.template}
        </a>
        <a class="ds-link" href={`${template}.csv`}>
          {words.templateCsv}
        </a>
      </p>
      <details class="ds-details">
        <summary>{words.columns}</summary>
        <div>
          <Guide guide={sheetGuide(props.group, view.language)} language={view.language} />
        </div>
      </details>
    </>
  );
};

const Pasted = ({ view, props }: Whole) => {
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

const Chosen = ({ view, props }: Whole) => {
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

const Existing = ({ view, props }: Whole) => {
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

/** Where rows are pasted or a file is chosen. What is read is shown on the next page before anything is kept. */
export const sheetPage = (view: View, props: Props): Html => {
  const { language } = view;
  const words = sheetWords[language];
  const { problems, section, group, sectionAddress, name, listed } = props;
  return (
    <Page view={view} title={words.title} wrong={problems.length > 0}>
      <Back to={sectionAddress}>{section.title[language]}</Back>
      <p class="over">{group.label[language]}</p>
      <Heading>{words.title}</Heading>
      {problems.length > 0 && (
        <ErrorSummary
          title={fieldWords[language].problems(problems.length)}
          things={wrongThings(problems, language, () => ({ section: undefined, page: "" }))}
        />
      )}
      <Paragraph lead>{words.lead}</Paragraph>
      <HowTo view={view} props={props} />
      <form
        method="post"
        action={`${sectionAddress}/rows/${name}`}
        enctype="multipart/form-data"
        class="form"
        novalidate
      >
        <Pasted view={view} props={props} />
        <Chosen view={view} props={props} />
        {listed > 0 && <Existing view={view} props={props} />}
        <div class="actions">
          <button type="submit" class="ds-button">
            {words.look}
          </button>
          <a class="ds-button" data-variant="tertiary" href={sectionAddress}>
            {words.cancel}
          </a>
        </div>
      </form>
    </Page>
  );
};
