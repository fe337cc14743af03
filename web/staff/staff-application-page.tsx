import type { Application, Submission } from "#shared/domain/application.ts";
import type { Attempt } from "#shared/domain/attempt.ts";
import type { Call } from "#shared/domain/call.ts";
import type { Event } from "#shared/domain/event.ts";
import type { Message } from "#shared/domain/message.ts";
import type { Organisation } from "#shared/domain/organisation.ts";
import type { Language } from "#shared/domain/text.ts";
import type { Form } from "#shared/form/form.ts";
import type { Part } from "#shared/form/summary.ts";
import { nameOf, StateTag } from "../application-parts.tsx";
import type { Html } from "../document.ts";
import { FormProblems } from "../form-parts.tsx";
import { onCallClock, precisely } from "../moments.ts";
import { Alert, Facts, Paragraph, Subheading } from "../parts.tsx";
import { registerLine } from "../register-line.ts";
import { StandingTag } from "../submissions.tsx";
import { SummaryView } from "../summary-view.tsx";
import type { View } from "../view.ts";
import { attemptWords } from "../words/attempts.ts";
import { deadlineWords } from "../words/deadlines.ts";
import { historyWords } from "../words/history.ts";
import { registerWords } from "../words/register.ts";
import { staffWords } from "../words/staff.ts";
import { AttemptTable } from "./attempt-table.tsx";
import { EventTable } from "./event-table.tsx";
import { ExtensionForm, ownDeadlineText } from "./extension.tsx";
import { MessageTable } from "./message-table.tsx";
import type { Filled } from "./staff-form.tsx";
import { StaffPage } from "./staff-frame.tsx";

interface Sent {
  readonly submission: Submission;
  readonly parts: readonly Part[];
}

interface StaffApplicationProps {
  readonly call: Call;
  readonly application: Application;
  readonly submissions: readonly Sent[];
  readonly events: readonly Event[];
  readonly messages: readonly Message[];
  /** The ids of those that cannot be read. */
  readonly unreadable?: readonly string[];
  readonly attempts: readonly Attempt[];
  /** The whole form, for what was missing in an attempt. */
  readonly form: Form;
  /** What was typed to extend its deadline. */
  readonly extending: Filled;
  /** What the register has said of the applicant, if it has been asked. */
  readonly organisation: Organisation | undefined;
}

interface Whole {
  readonly view: View;
  readonly props: StaffApplicationProps;
}

const registerFact = (organisation: Organisation | undefined, language: Language): string =>
  organisation ? registerLine(organisation, language) : registerWords[language].unchecked;

const About = ({ view, props }: Whole) => {
  const { language } = view;
  const { call, application } = props;
  const words = staffWords[language];
  const history = historyWords[language];
  return (
    <Facts
      facts={[
        [words.reference, application.reference],
        [words.state, <StateTag application={application} language={language} />],
        [words.level, call.levels[application.level].name[language]],
        [
          words.organisation,
          [application.organisation, application.organisationNumber].filter(Boolean).join(", ") || "–",
        ],
        [registerWords[language].title, registerFact(props.organisation, language)],
        [history.owner, `${application.owner.name}, ${application.owner.email}`],
        [history.started, onCallClock(call, application.startedAt, language)],
        [deadlineWords[language].deadline, ownDeadlineText({ view, call, application })],
      ]}
    />
  );
};

/** The last submission is open to be read, the earlier ones are folded away. */
const SubmissionPart = ({
  view,
  props: { call, application },
  sent,
  last,
}: Whole & {
  readonly sent: Sent;
  readonly last: boolean;
}) => {
  const { language } = view;
  const { submission, parts } = sent;
  const history = historyWords[language];
  return (
    <details class="ds-details" open={last}>
      <summary>
        {history.submission(submission.number, precisely(call, submission.receivedAt, language))}{" "}
        <StandingTag application={application} number={submission.number} language={language} />
      </summary>
      <div>
        <p class="small">
          {history.digest}: <code class="digest">{submission.digest}</code>
        </p>
        <SummaryView
          parts={parts}
          language={language}
          files={`/staff/applications/${submission.applicationId}/files`}
          prefix={`submission-${submission.number}`}
        />
      </div>
    </details>
  );
};

/** One application as it was sent. Of a draft, staff see only that it exists. */
export const staffApplicationPage = (view: View, props: StaffApplicationProps): Html => {
  const { language } = view;
  const { call, application, submissions, messages, events, extending } = props;
  const history = historyWords[language];
  const attempts = attemptWords[language];
  const newestFirst = submissions.toSorted((a, b) => b.submission.number - a.submission.number);
  return (
    <StaffPage
      view={view}
      title={nameOf(application, language)}
      over={call.title[language]}
      wrong={extending.problems.length > 0}
    >
      <FormProblems view={view} problems={extending.problems} />
      <About view={view} props={props} />
      <ExtensionForm view={view} call={call} application={application} later={extending} />
      {submissions.length === 0 && (
        <Alert color="info">
          <Paragraph>{history.draftHidden}</Paragraph>
        </Alert>
      )}
      {newestFirst.map((sent, i) => (
        <SubmissionPart view={view} props={props} sent={sent} last={i === 0} />
      ))}
      <Subheading>{attempts.title}</Subheading>
      {props.attempts.length > 0 ? (
        <AttemptTable view={view} {...props} />
      ) : (
        <Paragraph>{attempts.none}</Paragraph>
      )}
      <Subheading>{history.messages}</Subheading>
      <MessageTable view={view} call={call} messages={messages} unreadable={props.unreadable} />
      <Subheading>{history.history}</Subheading>
      <EventTable view={view} events={events} label={history.history} timeZone={call.timeZone} />
    </StaffPage>
  );
};
