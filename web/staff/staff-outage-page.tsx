import type { Application, ApplicationId } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import { type Affected, type Outage, sentAfter } from "#shared/domain/outage.ts";
import { showLateness } from "#shared/form/durations.ts";
import { nameOf, StateTag } from "../application-parts.tsx";
import type { Html } from "../document.ts";
import { onCallClock, toTheMillisecond } from "../moments.ts";
import { Paragraph, Subheading } from "../parts.tsx";
import { Sideways } from "../sideways.tsx";
import type { View } from "../view.ts";
import { applicationWords } from "../words/applications.ts";
import { outageWords } from "../words/outages.ts";
import { staffWords } from "../words/staff.ts";
import { ApplicationLink } from "./application-link.tsx";
import { Outcome } from "./attempt-table.tsx";
import { StaffPage } from "./staff-frame.tsx";
import { intervalOf } from "./staff-outages-page.tsx";

interface OutageProps {
  readonly call: Call;
  readonly outage: Outage;
  readonly affected: readonly Affected[];
  readonly applications: ReadonlyMap<ApplicationId, Application>;
}

interface Whole {
  readonly view: View;
  readonly props: OutageProps;
}

const Attempts = ({ view, props, affected }: Whole & { readonly affected: Affected }) => (
  <ul class="evidence">
    {affected.attempts.map((attempt) => (
      <li>
        {toTheMillisecond(props.call, attempt.at, view.language)}{" "}
        <Outcome attempt={attempt} language={view.language} />
        {attempt.lateMs !== undefined && ` ${showLateness(attempt.lateMs, view.language)}`}
      </li>
    ))}
  </ul>
);

const Row = ({ view, props, affected }: Whole & { readonly affected: Affected }) => {
  const { language } = view;
  const application = props.applications.get(affected.applicationId);
  if (!application) return null;
  const sent = sentAfter(affected, application);
  return (
    <tr>
      <td class="reference-cell">
        <ApplicationLink view={view} application={application} />
        <br />
        {nameOf(application, language)}
      </td>
      <td>
        <Attempts view={view} props={props} affected={affected} />
      </td>
      <td>
        <StateTag application={application} language={language} />
      </td>
      <td class="moment">{sent ? onCallClock(props.call, sent, language) : outageWords[language].notSent}</td>
    </tr>
  );
};

const Table = ({
  label,
  rows,
  ...whole
}: Whole & { readonly label: string; readonly rows: readonly Affected[] }) => {
  const { language } = whole.view;
  const words = outageWords[language];
  const headings = [
    applicationWords[language].title,
    words.evidence,
    staffWords[language].state,
    words.sentLater,
  ];
  return (
    <Sideways label={label} hover>
      <thead>
        <tr>
          {headings.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((affected) => (
          <Row {...whole} affected={affected} />
        ))}
      </tbody>
    </Sideways>
  );
};

/** Whom an outage may have stopped, and apart from them those who were refused on their merits meanwhile. */
export const staffOutagePage = (view: View, props: OutageProps): Html => {
  const { language } = view;
  const { call, outage, affected } = props;
  const words = outageWords[language];
  const hindered = affected.filter((one) => one.hindered);
  const others = affected.filter((one) => !one.hindered);
  const recordedAt = onCallClock(call, outage.recordedAt, language);
  return (
    <StaffPage view={view} title={words.one(intervalOf(outage, call, language))} over={call.title[language]}>
      <Paragraph lead>{outage.what}</Paragraph>
      <p class="small">{words.recordedBy(outage.recordedBy.name, recordedAt)}</p>
      <Subheading>{words.hindered}</Subheading>
      {hindered.length > 0 ? (
        <>
          <Paragraph>{words.hinderedLead}</Paragraph>
          <Table view={view} props={props} label={words.hindered} rows={hindered} />
        </>
      ) : (
        <Paragraph>{words.noneHindered}</Paragraph>
      )}
      <Paragraph>{words.gateway}</Paragraph>
      {others.length > 0 && (
        <>
          <Subheading>{words.others}</Subheading>
          <Paragraph>{words.othersLead}</Paragraph>
          <Table view={view} props={props} label={words.others} rows={others} />
        </>
      )}
    </StaffPage>
  );
};
