import type { Call } from "#shared/domain/call.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import { type Instant, InstantText } from "#shared/domain/time.ts";
import type { Form } from "#shared/form/form.ts";
import type { Html } from "../document.ts";
import { FieldList } from "../fields/field-list.tsx";
import { singleSection } from "../fields/single-section.ts";
import { FormNotice, FormProblems, type Notice } from "../form-parts.tsx";
import { Page } from "../layout.tsx";
import { deadlineText, webinarTime } from "../moments.ts";
import { Alert, Back, Facts, Heading, Paragraph } from "../parts.tsx";
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
  readonly notice: Notice | undefined;
  /** When the form was first shown: nobody fills it in within seconds. */
  readonly opened: Instant;
  /** Whether whoever signs up now gets a place in the line. */
  readonly isFull: boolean;
}

/** A question that nobody sees, hears or comes to with the keyboard. What fills it in is a program. */
const OnlyForPrograms = ({ language }: Pick<View, "language">) => (
  <div class="apart" aria-hidden="true">
    <label for="homepage">{webinarWords[language].leaveEmpty}</label>
    <input id="homepage" name="homepage" type="text" value="" tabindex={-1} autocomplete="off" />
  </div>
);

const Consent = ({ language }: Pick<View, "language">) => {
  const words = webinarWords[language];
  return (
    <div class="small">
      {words.consent.map((paragraph) => (
        <Paragraph>{paragraph}</Paragraph>
      ))}
      <p>
        <a class="ds-link" href={`/${language}/privacy`}>
          {words.privacy}
        </a>
      </p>
    </div>
  );
};

const SignUpForm = ({ view, props }: { readonly view: View; readonly props: WebinarProps }) => {
  const { language } = view;
  const { call, answers, opened } = props;
  const { fields, around } = singleSection(props, language);
  return (
    <form method="post" action={`/${language}/calls/${call.id}/webinar`} class="form" novalidate data-swap>
      {!around.marked && <Paragraph>{fieldWords[language].allMust}</Paragraph>}
      <input type="hidden" name="opened" value={InstantText.encode(opened)} />
      <OnlyForPrograms language={language} />
      <FieldList fields={fields} answers={answers} path="" around={around} />
      <Consent language={language} />
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
  const { call, problems, notice, isFull } = props;
  const words = webinarWords[language];
  return (
    <Page view={view} title={words.title} wrong={problems.length > 0 || notice !== undefined}>
      <Back to={`/${language}/calls/${call.id}`}>{words.back}</Back>
      <Heading>{words.title}</Heading>
      <FormProblems view={view} problems={problems} />
      <FormNotice notice={notice} />
      <Facts
        facts={[
          [callWords[language].when, webinarTime(call, language)],
          [callWords[language].where, call.webinar.where[language]],
          [callWords[language].signUpBy, deadlineText(call.webinar.signUpDeadline, language)],
        ]}
      />
      {isFull && (
        <Alert color="info">
          <Paragraph>{words.full}</Paragraph>
        </Alert>
      )}
      <Paragraph>{words.about}</Paragraph>
      <p class="ds-paragraph">
        <a class="ds-link" href={`/${language}/calls/${call.id}/webinar/link`}>
          {words.linkLead}
        </a>
      </p>
      <SignUpForm view={view} props={props} />
    </Page>
  );
};
