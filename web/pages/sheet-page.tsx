import { sheetGuide } from "#shared/form/sheet-guide.ts";
import type { Html } from "../document.ts";
import { ErrorSummary } from "../error-summary.tsx";
import { wrongThings } from "../form-problems.ts";
import { Page } from "../layout.tsx";
import { Back, Heading, Paragraph } from "../parts.tsx";
import { Guide } from "../sheet/guide.tsx";
import { type ChoosingProps, Chosen, Existing, Pasted } from "../sheet/inputs.tsx";
import type { View } from "../view.ts";
import { fieldWords } from "../words/fields.ts";
import { sheetWords } from "../words/sheet.ts";

const HowTo = ({ view, props }: { readonly view: View; readonly props: ChoosingProps }) => {
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

/** Where rows are pasted or a file is chosen. What is read is shown on the next page before anything is kept. */
export const sheetPage = (view: View, props: ChoosingProps): Html => {
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
