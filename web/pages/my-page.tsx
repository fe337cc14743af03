import type { CallDefinition } from "#shared/calls/index.ts";
import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import type { ColleagueMay, May } from "#shared/domain/colleague.ts";
import { nameOf, StateTag } from "../application-parts.tsx";
import { DeadlineLine } from "../deadlines.tsx";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { onCallClock } from "../moments.ts";
import { Facts, Heading, Paragraph, Subheading } from "../parts.tsx";
import { SharedBy } from "../shared-by.tsx";
import { earlierOf, Start } from "../start-application.tsx";
import type { View } from "../view.ts";
import { applicationWords } from "../words/applications.ts";
import { callWords } from "../words/call.ts";
import { colleagueWords } from "../words/colleagues.ts";

/** Somebody else's application, and what one may do with it. */
export interface Shared {
  readonly application: Application;
  readonly may: ColleagueMay;
}

interface MyPageProps {
  readonly calls: readonly CallDefinition[];
  readonly applications: readonly Application[];
  readonly shared: readonly Shared[];
  /** A fresh id for each level that may be started, by `<call>.<level>`; posting it twice starts one application. */
  readonly newIds: Readonly<Record<string, string>>;
}

/** Drafts are written on, sent ones have a receipt; the rest can be opened. */
const placeOf = ({ id, state }: Application, view: View): string =>
  `/${view.language}/applications/${id}${state === "submitted" ? "/receipt" : ""}`;

const happened = (application: Application, call: Call, view: View): string => {
  const words = applicationWords[view.language];
  const { state, submittedAt, withdrawnAt, startedAt } = application;
  const say = (at: typeof startedAt) => onCallClock(call, at, view.language);
  if (state === "submitted" && submittedAt) return words.sent(say(submittedAt));
  if (state === "withdrawn" && withdrawnAt) return words.withdrawnOn(say(withdrawnAt));
  return words.begun(say(startedAt));
};

const ApplicationCard = ({
  view,
  call,
  application,
  may = "own",
}: {
  readonly view: View;
  readonly call: Call;
  readonly application: Application;
  readonly may?: May;
}) => {
  const { language } = view;
  const words = applicationWords[language];
  const { level, reference, state } = application;
  return (
    <li class="ds-card application-card">
      <p class="over">
        <span>{call.title[language]}</span> <StateTag application={application} language={language} />
      </p>
      <h3 class="ds-heading" data-size="xs">
        <a class="ds-link" href={placeOf(application, view)}>
          {nameOf(application, language)}
        </a>
      </h3>
      <Facts
        facts={[
          [words.level, call.levels[level].name[language]],
          [words.reference, reference],
        ]}
      />
      <SharedBy application={application} may={may} language={language} />
      <p class="small">{happened(application, call, view)}</p>
      {state === "draft" && (
        <DeadlineLine
          view={view}
          deadline={call.levels[level].deadline}
          label={callWords[language].deadline}
        />
      )}
    </li>
  );
};

export const myPage = (view: View, { calls, applications, shared, newIds }: MyPageProps): Html => {
  const words = applicationWords[view.language];
  const earlier = earlierOf(calls, applications, view.language);
  const callOf = (application: Application) => calls.find(({ call }) => call.id === application.callId)?.call;
  return (
    <Page view={view} title={words.myTitle}>
      <Heading>{words.myTitle}</Heading>
      <section aria-labelledby="mine">
        <Subheading id="mine">{words.mine}</Subheading>
        {applications.length === 0 && <Paragraph>{words.none}</Paragraph>}
        <ul class="cards">
          {applications.map((application) => {
            const call = callOf(application);
            return call && <ApplicationCard view={view} call={call} application={application} />;
          })}
        </ul>
      </section>
      {shared.length > 0 && (
        <section aria-labelledby="shared">
          <Subheading id="shared">{colleagueWords[view.language].sharedTitle}</Subheading>
          <ul class="cards">
            {shared.map(({ application, may }) => {
              const call = callOf(application);
              return call && <ApplicationCard view={view} call={call} application={application} may={may} />;
            })}
          </ul>
        </section>
      )}
      {calls.map(({ call }) => (
        <Start view={view} call={call} newIds={newIds} earlier={earlier} />
      ))}
    </Page>
  );
};
