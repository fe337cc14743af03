import type { Call } from "#shared/domain/call.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import type { Registration } from "#shared/domain/registration.ts";
import type { Form } from "#shared/form/form.ts";
import type { Html } from "../document.ts";
import { FieldList } from "../fields/field-list.tsx";
import { singleSection } from "../fields/single-section.ts";
import { FormProblems } from "../form-parts.tsx";
import { Page } from "../layout.tsx";
import { Back, Heading, Paragraph } from "../parts.tsx";
import type { View } from "../view.ts";
import { registrationWords } from "../words/registration.ts";
import { webinarWords } from "../words/webinar.ts";

interface DetailsProps {
  readonly call: Call;
  /** All that was asked at sign-up but the address. */
  readonly form: Form;
  readonly registration: Registration;
  readonly key: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/** What was filled in at sign-up, to be corrected. */
export const registrationDetailsPage = (view: View, props: DetailsProps): Html => {
  const { language } = view;
  const { call, registration, key, answers, problems } = props;
  const words = registrationWords[language];
  const { fields, around } = singleSection(props, language);
  const address = `/${language}/registrations/${registration.id}`;
  return (
    <Page view={view} title={words.detailsTitle} wrong={problems.length > 0}>
      <Back to={`${address}?key=${encodeURIComponent(key)}`}>{words.back}</Back>
      <p class="over">{call.webinar.title[language]}</p>
      <Heading>{words.detailsTitle}</Heading>
      <FormProblems view={view} problems={problems} />
      <Paragraph>{words.detailsLead(registration.email)}</Paragraph>
      <form method="post" action={`${address}/details`} class="form" novalidate data-swap>
        <input type="hidden" name="key" value={key} />
        <FieldList fields={fields} answers={answers} path="" around={around} />
        <div class="actions">
          <button type="submit" class="ds-button">
            {words.save}
          </button>
        </div>
        <p class="failed" hidden data-failed={webinarWords[language].failed} />
      </form>
    </Page>
  );
};
