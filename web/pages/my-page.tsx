import type { CallDefinition } from "#shared/calls/index.ts";
import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import type { ColleagueMay, May } from "#shared/domain/colleague.ts";
import type { Message } from "#shared/domain/message.ts";
import type { Sent } from "#shared/domain/standing.ts";
import { nameOf, StateTag } from "../application-parts.tsx";
import { ApplicationDeadline } from "../deadlines.tsx";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { onCallClock } from "../moments.ts";
import { NotReached } from "../not-reached.tsx";
import { Facts, Heading, Paragraph, Subheading } from "../parts.tsx";
import { SharedBy } from "../shared-by.tsx";
import { earlierOf, Start } from "../start-application.tsx";
import { SubmissionList } from "../submissions.tsx";
import type { View } from "../view.ts";
import { WhatStands } from "../what-stands.tsx";
import { applicationWords } from "../words/applications.ts";
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
  /** All that has been sent of each application. */
  readonly sent: ReadonlyMap<string, readonly Sent[]>;
  /** The last that came back or was complained of, by the application it was about. */
  readonly notReached?: ReadonlyMap<string, Message>;
  /** A fresh id for each level that may be started, by `<call>.<level>`; posting it twice starts one application. */
  readonly newIds: Readonly<Record<string, string>>;
}

/** Drafts and what is being changed are written on, sent ones have a receipt; the rest can be opened. */
const placeOf = ({ id, state, changingSince }: Application, view: View): string =>
  `/${view.language}/applications/${id}${state === "submitted" && !changingSince ? "/receipt" : ""}`;

/** When it was begun or withdrawn; what was sent is listed with when. */
const happened = (application: Application, call: Call, view: View): string | undefined => {
  const words = applicationWords[view.language];
  const { state, withdrawnAt, startedAt } = application;
  if (state === "submitted") return undefined;
  const say = (at: typeof startedAt) => onCallClock(call, at, view.language);
  if (state === "withdrawn" && withdrawnAt) return words.withdrawnOn(say(withdrawnAt));
  return words.begun(say(startedAt));
};

const ApplicationCard = ({
  view,
  call,
  application,
  sent,
  may = "own",
}: {
  readonly view: View;
  readonly call: Call;
  readonly application: Application;
  readonly sent: readonly Sent[];
  readonly may?: May;
}) => {
  const { language } = view;
  const words = applicationWords[language];
  const { level, reference, state, changingSince } = application;
  const told = happened(application, call, view);
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
      {told && <p class="small">{told}</p>}
      <SubmissionList view={view} call={call} application={application} all={sent} />
      <WhatStands view={view} call={call} application={application} />
      {(state === "draft" || changingSince || application.extension) && (
        <ApplicationDeadline view={view} call={call} application={application} />
      )}
    </li>
  );
};

export const myPage = (view: View, props: MyPageProps): Html => {
  const { calls, applications, shared, sent, newIds, notReached } = props;
  const words = applicationWords[view.language];
  const earlier = earlierOf(calls, applications, view.language);
  const callOf = (application: Application) => calls.find(({ call }) => call.id === application.callId)?.call;
  const sentOf = ({ id }: Application) => sent.get(id) ?? [];
  return (
    <Page view={view} title={words.myTitle}>
      <Heading>{words.myTitle}</Heading>
      {applications.map((application) => {
        const call = callOf(application);
        const message = notReached?.get(application.id);
        return call && message && <NotReached {...{ view, call, application, message }} />;
      })}
      <section aria-labelledby="mine">
        <Subheading id="mine">{words.mine}</Subheading>
        {applications.length === 0 && <Paragraph>{words.none}</Paragraph>}
        <ul class="cards">
          {applications.map((application) => {
            const call = callOf(application);
            return call && <ApplicationCard {...{ view, call, application }} sent={sentOf(application)} />;
          })}
        </ul>
      </section>
      {shared.length > 0 && (
        <section aria-labelledby="shared">
          <Subheading id="shared">{colleagueWords[view.language].sharedTitle}</Subheading>
          <ul class="cards">
            {shared.map(({ application, may }) => {
              const call = callOf(application);
              return (
                call && <ApplicationCard {...{ view, call, application, may }} sent={sentOf(application)} />
              );
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
