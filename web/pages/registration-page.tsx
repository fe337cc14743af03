import type { Call } from "#shared/domain/call.ts";
import type { Registration } from "#shared/domain/registration.ts";
import type { Language } from "#shared/domain/text.ts";
import { showOrgNumber } from "#shared/form/values.ts";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { webinarTime } from "../moments.ts";
import { Alert, Facts, Heading, Paragraph, Subheading, Tag } from "../parts.tsx";
import type { View } from "../view.ts";
import { languageNames } from "../words/layout.ts";
import { registrationWords } from "../words/registration.ts";
import { webinarWords } from "../words/webinar.ts";

interface RegistrationProps {
  readonly call: Call;
  readonly registration: Registration;
  /** What was in the mail's link; whoever has it may change the registration. */
  readonly key: string;
  /** Whether its details have just been changed. */
  readonly isChanged: boolean;
  readonly mayChange: boolean;
  readonly maySignUp: boolean;
}

interface Part {
  readonly view: View;
  readonly props: RegistrationProps;
}

const colours = { registered: "success", waiting: "warning", cancelled: "neutral" } as const;

export const interestText = (
  interest: Registration["interest"],
  { levels }: Pick<Call, "levels">,
  language: Language,
): string =>
  interest === "undecided" ? registrationWords[language].undecided : levels[interest].name[language];

const factsOf = ({ call, registration }: RegistrationProps, language: Language) => {
  const words = registrationWords[language];
  const { name, email, organisation, organisationNumber, role, interest, questions } = registration;
  const filledIn: readonly (readonly [string, string])[] = [
    [words.name, name],
    [words.email, email],
    [words.organisation, organisation],
    [words.organisationNumber, showOrgNumber(organisationNumber)],
    [words.role, role],
    [words.interest, interestText(interest, call, language)],
    [words.questions, questions],
    [words.language, languageNames[registration.language]],
  ];
  return filledIn.filter(([, text]) => text !== "");
};

/** One press, never a link: what follows links would press it. */
const Press = ({
  view,
  props: { registration, key },
  action,
  children,
}: Part & { readonly action: "cancel" | "sign-up-again"; readonly children: string }) => (
  <form method="post" action={`/${view.language}/registrations/${registration.id}`}>
    <input type="hidden" name="key" value={key} />
    <button
      type="submit"
      class="ds-button"
      data-variant="secondary"
      data-color={action === "cancel" ? "danger" : undefined}
      name="action"
      value={action}
    >
      {children}
    </button>
  </form>
);

const Cancelled = ({ view, props }: Part) => {
  const words = registrationWords[view.language];
  return (
    <>
      <Alert color="info">
        <Paragraph>{words.cancelled}</Paragraph>
        {props.maySignUp && <Paragraph>{words.again}</Paragraph>}
        {props.maySignUp && props.call.webinar.places !== undefined && (
          <Paragraph>{words.againLast}</Paragraph>
        )}
      </Alert>
      {props.maySignUp && (
        <Press view={view} props={props} action="sign-up-again">
          {words.signUpAgain}
        </Press>
      )}
    </>
  );
};

const Cancel = ({ view, props }: Part) => {
  const words = registrationWords[view.language];
  return (
    <section aria-labelledby="cancel">
      <Subheading id="cancel">{words.cancelTitle}</Subheading>
      <Paragraph>{props.registration.state === "waiting" ? words.cancelLine : words.cancelLead}</Paragraph>
      <Press view={view} props={props} action="cancel">
        {words.cancel}
      </Press>
    </section>
  );
};

/** What leads on: into the webinar or its recording, to the calendar, to the details. */
const Links = ({ view: { language }, props }: Part) => {
  const words = registrationWords[language];
  const { call, registration, key, mayChange } = props;
  const { joinLink, recording, cancelledAt } = call.webinar;
  const hasPlace = registration.state === "registered" && !cancelledAt;
  const address = `/${language}/registrations/${registration.id}`;
  const withKey = `?key=${encodeURIComponent(key)}`;
  const links: readonly (readonly [string, string])[] = [
    ...(hasPlace && mayChange && joinLink ? ([[words.join, joinLink]] as const) : []),
    ...(recording ? ([[words.recording, recording]] as const) : []),
    ...(hasPlace && mayChange ? ([[words.calendar, `${address}/webinar.ics${withKey}`]] as const) : []),
    ...(mayChange ? ([[words.change, `${address}/details${withKey}`]] as const) : []),
  ];
  if (links.length === 0) return null;
  return (
    <ul class="contacts">
      {links.map(([label, href]) => (
        <li>
          <a class="ds-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
};

/** What may be done with it, or why nothing can be. */
const Standing = ({ view, props }: Part) => {
  const words = registrationWords[view.language];
  const { call, registration, mayChange } = props;
  if (call.webinar.cancelledAt)
    return (
      <Alert color="warning">
        <Paragraph>{words.calledOff}</Paragraph>
      </Alert>
    );
  if (registration.state === "cancelled") return <Cancelled view={view} props={props} />;
  return mayChange ? <Cancel view={view} props={props} /> : <Paragraph>{words.tooLate}</Paragraph>;
};

export const registrationPage = (view: View, props: RegistrationProps): Html => {
  const { language } = view;
  const { call, registration } = props;
  const words = registrationWords[language];
  return (
    <Page view={view} title={words.title}>
      <p class="over">{call.webinar.title[language]}</p>
      <Heading>{words.title}</Heading>
      {props.isChanged && (
        <Alert color="success">
          <Paragraph>{words.changed}</Paragraph>
        </Alert>
      )}
      {registration.state === "waiting" && !call.webinar.cancelledAt && (
        <Alert color="warning">
          <Paragraph>{words.waiting}</Paragraph>
        </Alert>
      )}
      <Facts
        facts={[
          [words.state, <Tag color={colours[registration.state]}>{words.states[registration.state]}</Tag>],
          [words.when, webinarTime(call, language)],
          [words.where, call.webinar.where[language]],
          ...factsOf(props, language),
        ]}
      />
      <Links view={view} props={props} />
      <Standing view={view} props={props} />
      <p>
        <a class="ds-link" href={`/${language}/calls/${call.id}`}>
          {webinarWords[language].toCall}
        </a>
      </p>
    </Page>
  );
};
