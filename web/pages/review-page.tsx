import type { Application, Revisions } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import { type May, mayDo } from "#shared/domain/colleague.ts";
import type { Problem, Refusal } from "#shared/domain/refusal.ts";
import type { Result } from "#shared/domain/result.ts";
import { countingSubmission } from "#shared/domain/standing.ts";
import type { Part } from "#shared/form/summary.ts";
import { ApplicationDeadline } from "../deadlines.tsx";
import type { Html } from "../document.ts";
import { Downloads } from "../downloads.tsx";
import { ErrorSummary, ThingItem, type WrongThing } from "../error-summary.tsx";
import { sectionOf, wrongThings } from "../form-problems.ts";
import { Page } from "../layout.tsx";
import { NotedAttempt } from "../noted-attempt.tsx";
import { Alert, Back, Heading, Paragraph, Subheading } from "../parts.tsx";
import { whyLocked } from "../refusals.ts";
import { MadeFor } from "../session-end.tsx";
import { SummaryView } from "../summary-view.tsx";
import type { View } from "../view.ts";
import { WhatStands } from "../what-stands.tsx";
import { changingWords } from "../words/changing.ts";
import { editingWords } from "../words/editing.ts";
import { sendingWords } from "../words/sending.ts";

export interface ReviewProps {
  readonly call: Call;
  readonly application: Application;
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
  /** What should be looked at again and stops nobody. */
  readonly warnings: readonly Problem[];
  /** References of other applications to the same level that one has sent. */
  readonly alsoSent: readonly string[];
  /** What the register has said of the applicant that should be looked into. */
  readonly registerConcern: string | undefined;
  /** The sections as they are shown here: what is sent is this and nothing newer. */
  readonly revisions: Revisions;
  readonly idempotencyKey: string;
  /** What whoever reviews may do. */
  readonly may: May;
  readonly editable: Result<unknown, Refusal>;
  /** Titles of sections that changed after they were reviewed. */
  readonly changed?: readonly string[];
  /** What can be quoted of an attempt to send that was just refused. */
  readonly evidence?: string | undefined;
}

interface Whole {
  readonly view: View;
  readonly props: ReviewProps;
}

const addressOf = ({ view, props }: Whole) => `/${view.language}/applications/${props.application.id}`;

/** Problems or warnings, each with the address of its field. */
const thingsIn = ({ view, props }: Whole, found: readonly Problem[]): readonly WrongThing[] =>
  wrongThings(found, view.language, (pointer) => {
    const section = sectionOf(pointer);
    return { section, page: `${addressOf({ view, props })}/sections/${section}` };
  });

const Problems = ({ view, props }: Whole) => (
  <ErrorSummary
    quiet
    title={sendingWords[view.language].problemsTitle(props.problems.length)}
    things={thingsIn({ view, props }, props.problems)}
  />
);

const Warnings = ({ view, props }: Whole) => {
  const words = sendingWords[view.language];
  const level = props.call.levels[props.application.level].name[view.language];
  if (props.warnings.length + props.alsoSent.length === 0 && !props.registerConcern) return null;
  return (
    <Alert color="info" title={words.warningsTitle}>
      <Paragraph>{words.warningsLead}</Paragraph>
      <ul>
        {props.registerConcern && <li>{props.registerConcern}</li>}
        {props.alsoSent.map((reference) => (
          <li>{words.alsoSent(reference, level)}</li>
        ))}
        {thingsIn({ view, props }, props.warnings).map((thing) => (
          <ThingItem thing={thing} />
        ))}
      </ul>
    </Alert>
  );
};

const Changed = ({ view, changed }: { readonly view: View; readonly changed: readonly string[] }) => (
  <Alert color="warning" title={sendingWords[view.language].changedTitle}>
    <Paragraph>{sendingWords[view.language].changedLead}</Paragraph>
    <ul>
      {changed.map((title) => (
        <li>{title}</li>
      ))}
    </ul>
  </Alert>
);

/** The button is never disabled: whoever presses it too early is told what remains. */
const Send = ({ view, props }: Whole) => {
  const words = sendingWords[view.language];
  const changing = changingWords[view.language];
  const again = countingSubmission(props.application);
  return (
    <form method="post" action={`${addressOf({ view, props })}/submission`} class="send" data-swap>
      <MadeFor view={view} />
      <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
      <input type="hidden" name="level" value={props.application.level} />
      {Object.entries(props.revisions).map(([section, revision]) => (
        <input type="hidden" name={`revisions.${section}`} value={revision} />
      ))}
      <Subheading>{again ? changing.send : words.sendTitle}</Subheading>
      <Paragraph>{again ? changing.sendLead(again) : words.sendLead}</Paragraph>
      {props.problems.length > 0 && <Paragraph>{words.problemsLeft}</Paragraph>}
      <ApplicationDeadline view={view} call={props.call} application={props.application} />
      <div class="actions">
        <button type="submit" class="ds-button">
          {again ? changing.send : words.send}
        </button>
      </div>
      <p class="failed" hidden data-failed={words.failed} />
    </form>
  );
};

/** Everything that will be sent, and everything that is still wrong with it. */
export const reviewPage = (view: View, props: ReviewProps): Html => {
  const { language } = view;
  const { call, application, parts, problems, editable, may, changed = [], evidence } = props;
  const words = sendingWords[language];
  const at = addressOf({ view, props });
  return (
    <Page view={view} title={words.title}>
      <Back to={at}>{editingWords[language].overview}</Back>
      <p class="over">
        {call.title[language]}, {call.levels[application.level].name[language]}
      </p>
      <Heading>{words.title}</Heading>
      <WhatStands view={view} call={call} application={application} />
      {editable.ok ? (
        <Paragraph lead>
          {mayDo(may, "decide") ? words.lead : words.ownerSends(application.owner.name)}
        </Paragraph>
      ) : (
        <Alert color="warning">
          <Paragraph>{whyLocked(editable.refusal, call, language)}</Paragraph>
        </Alert>
      )}
      {evidence && <NotedAttempt evidence={evidence} />}
      {changed.length > 0 && <Changed view={view} changed={changed} />}
      {editable.ok && problems.length > 0 && <Problems view={view} props={props} />}
      {editable.ok && <Warnings view={view} props={props} />}
      <SummaryView
        parts={parts}
        language={language}
        files={`${at}/files`}
        {...(editable.ok && {
          change: { href: (key: string) => `${at}/sections/${key}`, label: words.change },
        })}
      />
      {editable.ok && mayDo(may, "decide") && <Send view={view} props={props} />}
      <Downloads view={view} application={application} />
    </Page>
  );
};
