import type { Call } from "#shared/domain/call.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import type { Form } from "#shared/form/form.ts";
import type { Html } from "../document.ts";
import { ErrorSummary } from "../error-summary.tsx";
import { FieldList } from "../fields/field-list.tsx";
import { singleSection } from "../fields/single-section.ts";
import { wrongThings } from "../form-problems.ts";
import { Page } from "../layout.tsx";
import { deadlineText, webinarTime } from "../moments.ts";
import { Back, Facts, Heading, Paragraph } from "../parts.tsx";
import type { View } from "../view.ts";
import { callWords } from "../words/call.ts";
import { fieldWords } from "../words/fields.ts";
import { webinarWords } from "../words/webinar.ts";

interface WebinarProps {
  readonly call: Call;
  /** A form of one section. */
  readonly form: Form;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Pointers without the section: `/email`. */
  readonly problems: readonly Problem[];
}

const Problems = ({ view, problems }: { readonly view: View; readonly problems: readonly Problem[] }) =>
  problems.length > 0 ? (
    <ErrorSummary
      title={fieldWords[view.language].problems(problems.length)}
      things={wrongThings(problems, view.language, () => ({ section: undefined, page: "" }))}
    />
  ) : null;

const SignUpForm = ({ view, props }: { readonly view: View; readonly props: WebinarProps }) => {
  const { language } = view;
  const { call, answers } = props;
  const { fields, around } = singleSection(props, language);
  return (
    <form method="post" action={`/${language}/calls/${call.id}/webinar`} class="form" novalidate data-swap>
      {!around.marked && <Paragraph>{fieldWords[language].allMust}</Paragraph>}
      <FieldList fields={fields} answers={answers} path="" around={around} />
      <p class="ds-paragraph small">{webinarWords[language].purpose}</p>
      <div class="actions">
        <button type="submit" class="ds-button">
          {webinarWords[language].send}
        </button>
      </div>
      <p class="failed" hidden data-failed={webinarWords[language].failed} />
    </form>
  );
};

export const webinarPage = (view: View, props: WebinarProps): Html => {
  const { language } = view;
  const { call, problems } = props;
  const words = webinarWords[language];
  return (
    <Page view={view} title={words.title} wrong={problems.length > 0}>
      <Back to={`/${language}/calls/${call.id}`}>{words.back}</Back>
      <Heading>{words.title}</Heading>
      <Problems view={view} problems={problems} />
      <Facts
        facts={[
          [callWords[language].when, webinarTime(call, language)],
          [callWords[language].where, call.webinar.where[language]],
          [callWords[language].signUpBy, deadlineText(call.webinar.signUpDeadline, language)],
        ]}
      />
      <Paragraph>{words.about}</Paragraph>
      <SignUpForm view={view} props={props} />
    </Page>
  );
};
