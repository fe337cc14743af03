import type { Call } from "#shared/domain/call.ts";
import type { Registration } from "#shared/domain/registration.ts";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { webinarTime } from "../moments.ts";
import { Alert, Facts, Heading, Paragraph, Tag } from "../parts.tsx";
import type { View } from "../view.ts";
import { registrationWords } from "../words/registration.ts";
import { webinarWords } from "../words/webinar.ts";

interface RegistrationProps {
  readonly call: Call;
  readonly registration: Registration;
  /** What was in the mail's link; whoever has it may change the registration. */
  readonly key: string;
  readonly mayCancel: boolean;
}

const colours = { registered: "success", waiting: "warning", cancelled: "neutral" } as const;

const Cancel = ({ view, props }: { readonly view: View; readonly props: RegistrationProps }) => {
  const words = registrationWords[view.language];
  const { registration, key, mayCancel } = props;
  if (registration.state === "cancelled")
    return (
      <Alert color="info">
        <Paragraph>{words.cancelled}</Paragraph>
        <Paragraph>{words.again}</Paragraph>
      </Alert>
    );
  if (!mayCancel) return <Paragraph>{words.tooLate}</Paragraph>;
  return (
    <form method="post" action={`/${view.language}/registrations/${registration.id}`}>
      <input type="hidden" name="key" value={key} />
      <button
        type="submit"
        class="ds-button"
        data-variant="secondary"
        data-color="danger"
        name="action"
        value="cancel"
      >
        {words.cancel}
      </button>
    </form>
  );
};

export const registrationPage = (view: View, props: RegistrationProps): Html => {
  const { language } = view;
  const { call, registration } = props;
  const words = registrationWords[language];
  return (
    <Page view={view} title={words.title}>
      <p class="over">{call.webinar.title[language]}</p>
      <Heading>{words.title}</Heading>
      <Facts
        facts={[
          [words.state, <Tag color={colours[registration.state]}>{words.states[registration.state]}</Tag>],
          [words.name, registration.name],
          [words.email, registration.email],
          ...(registration.organisation ? ([[words.organisation, registration.organisation]] as const) : []),
          [words.when, webinarTime(call, language)],
          [words.where, call.webinar.where[language]],
        ]}
      />
      <Cancel view={view} props={props} />
      <p>
        <a class="ds-link" href={`/${language}/calls/${call.id}`}>
          {webinarWords[language].toCall}
        </a>
      </p>
    </Page>
  );
};
