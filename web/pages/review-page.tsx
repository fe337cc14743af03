import type { Application, Revisions } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import type { Problem, Refusal } from "#shared/domain/refusal.ts";
import type { Result } from "#shared/domain/result.ts";
import type { Part } from "#shared/form/summary.ts";
import { DeadlineLine } from "../deadlines.tsx";
import type { Html } from "../document.ts";
import { ErrorSummary } from "../error-summary.tsx";
import { sectionOf, wrongThings } from "../form-problems.ts";
import { Page } from "../layout.tsx";
import { Alert, Back, Heading, Paragraph, Subheading } from "../parts.tsx";
import { whyLocked } from "../refusals.ts";
import { SummaryView } from "../summary-view.tsx";
import type { View } from "../view.ts";
import { deadlineWords } from "../words/deadlines.ts";
import { editingWords } from "../words/editing.ts";
import { sendingWords } from "../words/sending.ts";

export interface ReviewProps {
  readonly call: Call;
  readonly application: Application;
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
  /** The sections as they are shown here: what is sent is this and nothing newer. */
  readonly revisions: Revisions;
  readonly idempotencyKey: string;
  readonly editable: Result<unknown, Refusal>;
  /** Titles of sections that changed after they were reviewed. */
  readonly changed?: readonly string[];
}

interface Whole {
  readonly view: View;
  readonly props: ReviewProps;
}

const addressOf = ({ view, props }: Whole) => `/${view.language}/applications/${props.application.id}`;

const Problems = ({ view, props }: Whole) => {
  const page = (section: string) => `${addressOf({ view, props })}/sections/${section}`;
  return (
    <ErrorSummary
      quiet
      title={sendingWords[view.language].problemsTitle(props.problems.length)}
      things={wrongThings(props.problems, view.language, (pointer) => {
        const section = sectionOf(pointer);
        return { section, page: page(section) };
      })}
    />
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
  return (
    <form method="post" action={`${addressOf({ view, props })}/submission`} class="send" data-swap>
      <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
      {Object.entries(props.revisions).map(([section, revision]) => (
        <input type="hidden" name={`revisions.${section}`} value={revision} />
      ))}
      <Subheading>{words.sendTitle}</Subheading>
      <Paragraph>{words.sendLead}</Paragraph>
      {props.problems.length > 0 && <Paragraph>{words.problemsLeft}</Paragraph>}
      <DeadlineLine
        view={view}
        deadline={props.call.levels[props.application.level].deadline}
        label={deadlineWords[view.language].deadline}
      />
      <div class="actions">
        <button type="submit" class="ds-button">
          {words.send}
        </button>
      </div>
      <p class="failed" hidden data-failed={words.failed} />
    </form>
  );
};

/** Everything that will be sent, and everything that is still wrong with it. */
export const reviewPage = (view: View, props: ReviewProps): Html => {
  const { language } = view;
  const { call, application, parts, problems, editable, changed = [] } = props;
  const words = sendingWords[language];
  const at = addressOf({ view, props });
  return (
    <Page view={view} title={words.title}>
      <Back to={at}>{editingWords[language].overview}</Back>
      <p class="over">
        {call.title[language]}, {call.levels[application.level].name[language]}
      </p>
      <Heading>{words.title}</Heading>
      {editable.ok ? (
        <Paragraph lead>{words.lead}</Paragraph>
      ) : (
        <Alert color="warning">
          <Paragraph>{whyLocked(editable.refusal, call, language)}</Paragraph>
        </Alert>
      )}
      {changed.length > 0 && <Changed view={view} changed={changed} />}
      {editable.ok && problems.length > 0 && <Problems view={view} props={props} />}
      <SummaryView
        parts={parts}
        language={language}
        {...(editable.ok && {
          change: { href: (key: string) => `${at}/sections/${key}`, label: words.change },
        })}
      />
      {editable.ok && <Send view={view} props={props} />}
    </Page>
  );
};
