import { type Application, decideLevelChange } from "#shared/domain/application.ts";
import type { Attempt } from "#shared/domain/attempt.ts";
import type { Call } from "#shared/domain/call.ts";
import { type May, mayDo } from "#shared/domain/colleague.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import type { Result } from "#shared/domain/result.ts";
import type { Sent } from "#shared/domain/standing.ts";
import { nameOf, StateTag } from "../application-parts.tsx";
import { ApplicationDeadline } from "../deadlines.tsx";
import { DeletionLine } from "../deletion-line.tsx";
import type { Html } from "../document.ts";
import { Downloads } from "../downloads.tsx";
import { type Fill, Fullness } from "../fullness.tsx";
import { Page } from "../layout.tsx";
import { Alert, Back, Heading, Paragraph, Subheading } from "../parts.tsx";
import { whyLocked } from "../refusals.ts";
import { RefusedAttempts } from "../refused-attempts.tsx";
import { ColleaguesLink, SharedBy } from "../shared-by.tsx";
import { SubmissionList } from "../submissions.tsx";
import { type SectionState, Task } from "../task.tsx";
import type { View } from "../view.ts";
import { WhatStands } from "../what-stands.tsx";
import { applicationWords } from "../words/applications.ts";
import { changingWords } from "../words/changing.ts";
import { editingWords } from "../words/editing.ts";
import { levelWords } from "../words/levels.ts";

interface TaskListProps {
  readonly call: Call;
  readonly application: Application;
  /** What whoever looks may do. */
  readonly may: May;
  readonly sections: readonly SectionState[];
  readonly fill: Fill;
  /** Those that were refused or failed. */
  readonly attempts: readonly Attempt[];
  /** All that has been sent, where anything has. */
  readonly all?: readonly Sent[];
  readonly editable: Result<unknown, Refusal>;
}

const Send = ({ view, props }: { readonly view: View; readonly props: TaskListProps }) => {
  const { language } = view;
  const { application, editable, may } = props;
  const words = editingWords[language];
  const at = `/${language}/applications/${application.id}`;
  const sent = application.state === "submitted";
  if (sent && !application.changingSince)
    return (
      <p>
        <a class="ds-button" href={`${at}/receipt`}>
          {words.receipt}
        </a>
      </p>
    );
  if (!editable.ok) return null;
  return (
    <>
      <Paragraph>{words.reviewLead}</Paragraph>
      <p>
        <a class="ds-button" href={`${at}/review`}>
          {mayDo(may, "decide") ? (sent ? changingWords[language].review : words.review) : words.reviewOnly}
        </a>
      </p>
    </>
  );
};

/** To another level, for whoever decides over the application as long as that can be changed. */
const LevelLink = ({ view, props }: { readonly view: View; readonly props: TaskListProps }) => {
  const { call, application, may } = props;
  const decided = decideLevelChange(call, application, application.level, view.at);
  return decided.ok && mayDo(may, "decide") ? (
    <p>
      <a class="ds-link" href={`/${view.language}/applications/${application.id}/level`}>
        {levelWords[view.language].title}
      </a>
    </p>
  ) : null;
};

const Submissions = ({ view, props }: { readonly view: View; readonly props: TaskListProps }) => {
  const { call, application, all = [] } = props;
  return all.length > 0 ? (
    <section aria-labelledby="submissions">
      <Subheading id="submissions">{changingWords[view.language].submissions}</Subheading>
      <SubmissionList view={view} call={call} application={application} all={all} />
    </section>
  ) : null;
};

/** An application as a list of its sections. */
export const taskListPage = (view: View, props: TaskListProps): Html => {
  const { language } = view;
  const { call, application, may, sections, fill, attempts, editable } = props;
  const words = editingWords[language];
  const level = call.levels[application.level];
  const name = nameOf(application, language);
  const ready = sections.filter(({ status }) => status === "ready").length;
  return (
    <Page view={view} title={name}>
      <Back to={`/${language}/my-page`}>{applicationWords[language].myTitle}</Back>
      <p class="over">
        <span>
          {call.title[language]}, {level.name[language]}
        </span>{" "}
        <StateTag application={application} language={language} />
      </p>
      <Heading>{name}</Heading>
      <ApplicationDeadline view={view} call={call} application={application} />
      {may === "edit" && <SharedBy application={application} may={may} language={language} />}
      <WhatStands view={view} call={call} application={application} />
      {!editable.ok && (
        <Alert color="warning">
          <Paragraph>{whyLocked(editable.refusal, call, language)}</Paragraph>
        </Alert>
      )}
      <DeletionLine view={view} call={call} application={application} editable={editable.ok} />
      {editable.ok && <Fullness fill={fill} language={language} />}
      <Subheading>{words.parts}</Subheading>
      {editable.ok && <Paragraph>{words.partsLead}</Paragraph>}
      <p class="small">{words.ready(ready, sections.length)}</p>
      <ol class="tasks">
        {sections.map((state) => (
          <Task view={view} call={call} application={application} state={state} />
        ))}
      </ol>
      <Send view={view} props={props} />
      <Submissions view={view} props={props} />
      <LevelLink view={view} props={props} />
      <ColleaguesLink application={application} may={may} language={language} />
      <RefusedAttempts call={call} attempts={attempts} language={language} />
      <Downloads view={view} application={application} />
      <p class="small">
        {applicationWords[language].reference}: {application.reference}
      </p>
    </Page>
  );
};
