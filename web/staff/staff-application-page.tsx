import type { Application, Submission } from "#shared/domain/application.ts";
import type { Attempt } from "#shared/domain/attempt.ts";
import type { Call } from "#shared/domain/call.ts";
import type { Casework } from "#shared/domain/casework.ts";
import type { Event } from "#shared/domain/event.ts";
import type { Message } from "#shared/domain/message.ts";
import type { Organisation } from "#shared/domain/organisation.ts";
import type { Language } from "#shared/domain/text.ts";
import type { Form } from "#shared/form/form.ts";
import { showOrgNumber } from "#shared/form/values.ts";
import { nameOf, StateTag } from "../application-parts.tsx";
import type { Html } from "../document.ts";
import { FormProblems } from "../form-parts.tsx";
import { onCallClock } from "../moments.ts";
import { Facts, Paragraph, Subheading } from "../parts.tsx";
import { registerLine } from "../register-line.ts";
import type { View } from "../view.ts";
import { attemptWords } from "../words/attempts.ts";
import { caseworkWords } from "../words/casework.ts";
import { deadlineWords } from "../words/deadlines.ts";
import { historyWords } from "../words/history.ts";
import { registerWords } from "../words/register.ts";
import { staffWords } from "../words/staff.ts";
import { AttemptTable } from "./attempt-table.tsx";
import { CaseNotes, type NotesProps } from "./case-notes.tsx";
import { CaseOfficer } from "./case-officer.tsx";
import { EventTable } from "./event-table.tsx";
import { ExtensionForm, ownDeadlineText } from "./extension.tsx";
import { type ControlProps, FormalControl } from "./formal-control.tsx";
import { HandOver, type HandOverProps } from "./hand-over.tsx";
import { type InList, ListSides } from "./list-sides.tsx";
import { MessageTable } from "./message-table.tsx";
import type { Filled } from "./staff-form.tsx";
import { StaffPage } from "./staff-frame.tsx";
import { type ShownSubmission, Submissions } from "./staff-submissions.tsx";

interface StaffApplicationProps extends NotesProps, HandOverProps, Omit<ControlProps, "control"> {
  readonly call: Call;
  readonly application: Application;
  readonly casework: Casework;
  /** When it is looked at in a list. */
  readonly inList?: InList | undefined;
  readonly submissions: readonly Submission[];
  /** The one of them that is shown, ready to be read. */
  readonly shown: ShownSubmission | undefined;
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
          [application.organisation, showOrgNumber(application.organisationNumber)]
            .filter(Boolean)
            .join(", ") || "–",
        ],
        [registerWords[language].title, registerFact(props.organisation, language)],
        [
          caseworkWords[language].officer,
          <CaseOfficer view={view} call={call} of={application.id} casework={props.casework} />,
        ],
        [history.owner, `${application.owner.name}, ${application.owner.email}`],
        [history.started, onCallClock(call, application.startedAt, language)],
        [deadlineWords[language].deadline, ownDeadlineText({ view, call, application })],
      ]}
    />
  );
};

const placesIn = ({ view }: Whole) => {
  const words = caseworkWords[view.language];
  const history = historyWords[view.language];
  return [
    ["control", words.control],
    ["notes", words.notes],
    ["submissions", words.submissions],
    ["attempts", attemptWords[view.language].title],
    ["messages", history.messages],
    ["history", history.history],
  ] as const;
};

const Contents = (whole: Whole) => (
  <nav class="contents no-print" aria-label={caseworkWords[whole.view.language].contents}>
    <ul>
      {placesIn(whole).map(([id, name]) => (
        <li>
          <a class="ds-link" href={`#${id}`}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** What has happened around it: attempts to send it, messages about it, its history. */
const Around = ({ view, props }: Whole) => {
  const { call, messages, events } = props;
  const history = historyWords[view.language];
  const attempts = attemptWords[view.language];
  return (
    <>
      <Subheading id="attempts">{attempts.title}</Subheading>
      {props.attempts.length > 0 ? (
        <AttemptTable view={view} {...props} />
      ) : (
        <Paragraph>{attempts.none}</Paragraph>
      )}
      <Subheading id="messages">{history.messages}</Subheading>
      <MessageTable view={view} call={call} messages={messages} unreadable={props.unreadable} />
      <Subheading id="history">{history.history}</Subheading>
      <EventTable view={view} events={events} label={history.history} timeZone={call.timeZone} />
    </>
  );
};

/** One application as it was sent, and what staff do with it. Of a draft, staff see only that it exists. */
export const staffApplicationPage = (view: View, props: StaffApplicationProps): Html => {
  const { language } = view;
  const { call, application, extending, noting, controlling, handing, casework } = props;
  const problems = [handing, extending, noting, controlling].flatMap((form) => form.problems);
  const at = { view, call, of: application.id };
  return (
    <StaffPage
      view={view}
      title={nameOf(application, language)}
      over={call.title[language]}
      wrong={problems.length > 0}
    >
      <FormProblems view={view} problems={problems} />
      {props.inList && <ListSides view={view} application={application} inList={props.inList} />}
      <About view={view} props={props} />
      <Contents view={view} props={props} />
      <HandOver {...at} casework={casework} handing={handing} />
      <ExtensionForm view={view} call={call} application={application} later={extending} />
      <FormalControl {...at} props={{ ...props, control: casework.control }} />
      <CaseNotes {...at} {...props} />
      <Submissions {...at} {...props} />
      <Around view={view} props={props} />
    </StaffPage>
  );
};
