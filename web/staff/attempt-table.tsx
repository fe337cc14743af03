import type { Application, ApplicationId } from "#shared/domain/application.ts";
import type { Attempt } from "#shared/domain/attempt.ts";
import type { Call } from "#shared/domain/call.ts";
import { isHindered } from "#shared/domain/outage.ts";
import type { Language } from "#shared/domain/text.ts";
import { showLateness } from "#shared/form/durations.ts";
import type { Form } from "#shared/form/form.ts";
import { labelOf } from "#shared/form/labels.ts";
import { pathTo } from "#shared/form/pointers.ts";
import { toTheMillisecond } from "../moments.ts";
import { Tag } from "../parts.tsx";
import { Sideways } from "../sideways.tsx";
import type { View } from "../view.ts";
import { attemptWords } from "../words/attempts.ts";
import { historyWords } from "../words/history.ts";
import { staffWords } from "../words/staff.ts";
import { ApplicationLink } from "./application-link.tsx";

export const Outcome = ({
  attempt,
  language,
}: {
  readonly attempt: Attempt;
  readonly language: Language;
}) => (
  <Tag color={attempt.outcome === "begun" ? "info" : isHindered(attempt) ? "danger" : "warning"}>
    {attemptWords[language].outcomes[attempt.outcome]}
  </Tag>
);

/** The questions that were not answered as they must be, folded away when there is more than one. */
const Missing = ({
  attempt: { missing },
  form,
  language,
}: {
  readonly attempt: Attempt;
  readonly form: Form;
  readonly language: Language;
}) => {
  if (!missing) return null;
  const words = attemptWords[language];
  const labels = missing.first.map(({ pointer }) => labelOf(form, pathTo(pointer))[language]);
  const left = missing.count - labels.length;
  if (missing.count === 1) return <>{labels[0]}</>;
  return (
    <details>
      <summary>{words.places(missing.count)}</summary>
      <ul>
        {labels.map((label) => (
          <li>{label}</li>
        ))}
        {left > 0 && <li>{words.more(left)}</li>}
      </ul>
    </details>
  );
};

const Reference = ({
  view,
  application,
}: {
  readonly view: View;
  readonly application: Application | undefined;
}) => (application ? <ApplicationLink view={view} application={application} /> : <>–</>);

interface Rows {
  readonly view: View;
  readonly call: Call;
  readonly attempts: readonly Attempt[];
  /** The whole form, so that what was missing has a name. */
  readonly form: Form;
  /** Where the attempts are of several applications: which they are. */
  readonly applications?: ReadonlyMap<ApplicationId, Application>;
}

const Row = ({
  attempt,
  rows: { view, call, form, applications },
}: {
  readonly attempt: Attempt;
  readonly rows: Rows;
}) => {
  const { language } = view;
  const words = attemptWords[language];
  const { applicationId, at, requestId, lateMs, person } = attempt;
  return (
    <tr>
      {applications && (
        <td class="reference-cell">
          <Reference view={view} application={applications.get(applicationId)} />
        </td>
      )}
      <td class="moment">
        {toTheMillisecond(call, at, language)}
        <br />
        <span class="small">
          {words.request} <code>{requestId}</code>
        </span>
      </td>
      <td>
        <Outcome attempt={attempt} language={language} />
      </td>
      <td>{lateMs === undefined ? "" : showLateness(lateMs, language)}</td>
      <td>
        <Missing attempt={attempt} form={form} language={language} />
      </td>
      <td>{person?.name ?? words.unknown}</td>
    </tr>
  );
};

/** Attempts to send, to the millisecond: evidence, whoever may need it. */
export const AttemptTable = (rows: Rows) => {
  const { language } = rows.view;
  const words = attemptWords[language];
  const { when, who } = historyWords[language];
  const headings = [
    ...(rows.applications ? [staffWords[language].reference] : []),
    ...[when, words.outcome, words.late, words.missing, who],
  ];
  return (
    <Sideways label={words.title} hover>
      <thead>
        <tr>
          {headings.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.attempts.map((attempt) => (
          <Row attempt={attempt} rows={rows} />
        ))}
      </tbody>
    </Sideways>
  );
};
