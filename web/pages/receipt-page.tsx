import type { Application, Submission } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import type { May } from "#shared/domain/colleague.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { countingSubmission, type Sent } from "#shared/domain/standing.ts";
import type { Part } from "#shared/form/summary.ts";
import { nameOf } from "../application-parts.tsx";
import { ChangeOrWithdraw } from "../change-or-withdraw.tsx";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { extensionText, onCallClock, precisely } from "../moments.ts";
import { Alert, Facts, Heading, Paragraph, Subheading } from "../parts.tsx";
import { receiptAddress, Standing, SubmissionList } from "../submissions.tsx";
import { SummaryView } from "../summary-view.tsx";
import type { View } from "../view.ts";
import { WhatStands, whatStands } from "../what-stands.tsx";
import { applicationWords } from "../words/applications.ts";
import { changingWords } from "../words/changing.ts";
import { sendingWords } from "../words/sending.ts";

interface ReceiptProps {
  readonly call: Call;
  readonly application: Application;
  /** What whoever reads may do. */
  readonly may: May;
  readonly submission: Submission;
  /** Who applied, as the receipt says. */
  readonly applicant: Receipt["applicant"];
  /** All that has been sent of the application, this one too. */
  readonly all: readonly Sent[];
  readonly parts: readonly Part[];
}

interface Whole {
  readonly view: View;
  readonly props: ReceiptProps;
}

const Proof = ({ view, props }: Whole) => {
  const { language } = view;
  const { call, application, submission, applicant } = props;
  const words = sendingWords[language];
  const extension = extensionText(call.levels[application.level], language);
  const organisation = [applicant.organisation, applicant.organisationNumber].filter(Boolean).join(", ");
  return (
    <div class="ds-card proof">
      <Facts
        facts={[
          [words.reference, <strong class="reference">{submission.reference}</strong>],
          [words.arrived, precisely(call, submission.receivedAt, language)],
          [words.deadline, onCallClock(call, submission.deadline, language)],
          [applicationWords[language].level, call.levels[submission.level].name[language]],
          ...(organisation ? ([[words.organisation, organisation]] as const) : []),
          [
            words.number,
            <>
              {submission.number}. <Standing {...{ view, ...props }} number={submission.number} />
            </>,
          ],
          [words.digest, <code class="digest">{submission.digest}</code>],
        ]}
      />
      <p class="small">{words.digestHelp}</p>
      {extension && <p class="small extension">{extension}</p>}
    </div>
  );
};

const Next = ({ view, props }: Whole) => {
  const words = sendingWords[view.language];
  return (
    <>
      <section aria-labelledby="next">
        <Subheading id="next">{words.nextTitle}</Subheading>
        <ul>
          {words.next.map((step) => (
            <li>{step}</li>
          ))}
        </ul>
      </section>
      <section class="no-print" aria-labelledby="copies">
        <Subheading id="copies">{words.copies}</Subheading>
        <Paragraph>
          <a
            class="ds-link"
            href={receiptAddress(view, props.application, props.submission.number, "receipt.json")}
            download={`${props.submission.reference}.json`}
          >
            {words.json}
          </a>
        </Paragraph>
        <Paragraph>{words.print}</Paragraph>
      </section>
    </>
  );
};

/** What proves that the application arrived, and when. It can be opened again for as long as the record is kept. */
export const receiptPage = (view: View, props: ReceiptProps): Html => {
  const { language } = view;
  const { call, application, submission, parts } = props;
  const words = sendingWords[language];
  const counts = submission.number === countingSubmission(application);
  return (
    <Page view={view} title={`${words.receiptTitle} ${submission.reference}`}>
      {/* What is being changed may have text on this device that is not saved yet. */}
      <div
        class="received"
        data-forget={whatStands({ view, call, application }) ? undefined : application.id}
      >
        <p class="over">
          {call.programme[language]}: {call.title[language]}
        </p>
        <Heading>{counts ? words.received : words.receiptTitle}</Heading>
        <Paragraph lead>{nameOf(application, language)}</Paragraph>
      </div>
      {!counts && (
        <Alert color="warning">
          <Paragraph>
            {application.state === "withdrawn" ? (
              words.withdrawn
            ) : (
              <Standing {...{ view, ...props }} number={submission.number} />
            )}
          </Paragraph>
        </Alert>
      )}
      <WhatStands view={view} call={call} application={application} />
      <Proof view={view} props={props} />
      <Paragraph>{words.mailTo(submission.receiptTo)}</Paragraph>
      <Next view={view} props={props} />
      {props.all.length > 1 && (
        <section aria-labelledby="submissions">
          <Subheading id="submissions">{changingWords[language].submissions}</Subheading>
          <SubmissionList {...{ view, call, application, all: props.all }} shown={submission.number} />
        </section>
      )}
      {counts && <ChangeOrWithdraw view={view} call={call} application={application} may={props.may} />}
      <section aria-labelledby="content">
        <Subheading id="content">{words.content}</Subheading>
        <SummaryView
          parts={parts}
          language={language}
          files={`/${language}/applications/${application.id}/files`}
        />
      </section>
    </Page>
  );
};
