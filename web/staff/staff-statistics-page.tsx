import { ApplicationState } from "#shared/domain/application.ts";
import { type Call, Level } from "#shared/domain/call.ts";
import type { Event } from "#shared/domain/event.ts";
import type { AtRisk, CallNumbers } from "#shared/domain/numbers.ts";
import { RegistrationState } from "#shared/domain/registration.ts";
import { showNumber } from "#shared/form/values.ts";
import type { Html } from "../document.ts";
import { onCallClock } from "../moments.ts";
import { Alert, Paragraph, Subheading } from "../parts.tsx";
import { type View, withQuery } from "../view.ts";
import { applicationWords } from "../words/applications.ts";
import { messageWords } from "../words/messages.ts";
import { staffWords } from "../words/staff.ts";
import { statisticsWords } from "../words/statistics.ts";
import { EventTable } from "./event-table.tsx";
import { NumberTable } from "./number-table.tsx";
import { OverTime } from "./over-time.tsx";
import { StaffPage, staffPath } from "./staff-frame.tsx";

interface StatisticsProps {
  readonly call: Call;
  readonly numbers: CallNumbers;
  readonly atRisk: readonly AtRisk[];
  /** How many we do not know to have been reached; nobody knows before the first night. */
  readonly undelivered: number | undefined;
  /** The last ones, the very last first, for whoever may see who did what. */
  readonly events: readonly Event[] | undefined;
}

interface Whole {
  readonly view: View;
  readonly props: StatisticsProps;
}

const states = ApplicationState.options;

/** How many of these levels are in these states, and where they are listed: all of them when none is named. */
const cellOf = ({ view, props: { call, numbers } }: Whole, level?: Level, state?: ApplicationState) => {
  const levels = level ? [level] : Level.options;
  const counts = levels.flatMap((one) =>
    (state ? [state] : states).map((each) => numbers.applications[one][each]),
  );
  const list = staffPath(view, `/calls/${call.id}/applications`);
  const to = withQuery(list, { level: level ?? "", state: state ?? "" });
  return { count: counts.reduce((sum, one) => sum + one, 0), to };
};

const ByLevel = (whole: Whole) => {
  const { view, props } = whole;
  const { language } = view;
  const words = statisticsWords[language];
  const rowOf = (name: string, level?: Level) => ({
    name,
    cells: [...states.map((state) => cellOf(whole, level, state)), cellOf(whole, level)],
  });
  return (
    <NumberTable
      view={view}
      label={words.byLevel}
      heads={[
        staffWords[language].level,
        ...states.map((state) => applicationWords[language].states[state]),
        words.sum,
      ]}
      rows={[
        ...Level.options.map((level) => rowOf(props.call.levels[level].name[language], level)),
        rowOf(words.sum),
      ]}
      summed
    />
  );
};

const Registrations = ({ view, props: { call, numbers } }: Whole) => {
  const words = staffWords[view.language];
  const list = staffPath(view, `/calls/${call.id}/registrations`);
  return (
    <NumberTable
      view={view}
      label={words.registrations}
      heads={[words.state, statisticsWords[view.language].count]}
      rows={RegistrationState.options.map((state) => ({
        name: words.registrationStates[state],
        cells: [{ count: numbers.registrations[state], to: withQuery(list, { state }) }],
      }))}
    />
  );
};

const Mail = ({ view, props: { call, undelivered } }: Whole) => {
  const words = statisticsWords[view.language];
  if (!undelivered) return <Paragraph>{undelivered === 0 ? words.allReached : words.notAsked}</Paragraph>;
  return (
    <Alert color="warning">
      <a class="ds-link" href={staffPath(view, `/calls/${call.id}/undelivered`)}>
        {messageWords[view.language].undeliveredCount(showNumber(undelivered, view.language))}
      </a>
    </Alert>
  );
};

const Risk = ({ view, call, one }: { readonly view: View; readonly call: Call; readonly one: AtRisk }) => {
  const { language } = view;
  const words = statisticsWords[language];
  const drafts = words.drafts(one.drafts, showNumber(one.drafts, language));
  return (
    <Alert color="info">
      <p>
        {words.atRisk(
          drafts,
          call.levels[one.level].name[language],
          onCallClock(call, one.deadline, language),
        )}
      </p>
    </Alert>
  );
};

/** How a call stands: what has come in, what may not come in time, and what staff must look at. */
export const staffStatisticsPage = (view: View, props: StatisticsProps): Html => {
  const { call, numbers, events } = props;
  const words = statisticsWords[view.language];
  const whole = { view, props };
  return (
    <StaffPage view={view} title={words.title} over={call.title[view.language]}>
      <Paragraph>{words.fresh}</Paragraph>
      {props.atRisk.map((one) => (
        <Risk view={view} call={call} one={one} />
      ))}
      <section>
        <Subheading>{staffWords[view.language].applications}</Subheading>
        <div class="beside">
          <ByLevel {...whole} />
          <OverTime view={view} title={words.overTime} numbers={numbers} names={["started", "sent"]} />
        </div>
      </section>
      <section>
        <Subheading>{staffWords[view.language].registrations}</Subheading>
        <div class="beside">
          <Registrations {...whole} />
          <OverTime
            view={view}
            title={words.registrationsOverTime}
            numbers={numbers}
            names={["registered"]}
          />
        </div>
      </section>
      <section>
        <Subheading>{words.mail}</Subheading>
        <Mail {...whole} />
      </section>
      {events && (
        <section>
          <Subheading>{words.lastEvents}</Subheading>
          <EventTable view={view} events={events} label={words.lastEvents} timeZone={call.timeZone} />
          <p>
            <a class="ds-link" href={staffPath(view, "/events")}>
              {words.allEvents}
            </a>
          </p>
        </section>
      )}
    </StaffPage>
  );
};
