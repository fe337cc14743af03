import { type Application, decideWithdrawal, type Submission } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import { type May, mayDo } from "#shared/domain/colleague.ts";
import type { Part } from "#shared/form/summary.ts";
import { nameOf } from "../application-parts.tsx";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { onCallClock, precisely } from "../moments.ts";
import { Alert, Facts, Heading, Paragraph, Subheading } from "../parts.tsx";
import { SummaryView } from "../summary-view.tsx";
import type { View } from "../view.ts";
import { applicationWords } from "../words/applications.ts";
import { sendingWords } from "../words/sending.ts";

interface ReceiptProps {
  readonly call: Call;
  readonly application: Application;
  /** What whoever reads may do. */
  readonly may: May;
  readonly submission: Submission;
  readonly parts: readonly Part[];
}

interface Whole {
  readonly view: View;
  readonly props: ReceiptProps;
}

const Proof = ({ view, props }: Whole) => {
  const { language } = view;
  const { call, application, submission } = props;
  const words = sendingWords[language];
  const organisation = [application.organisation, application.organisationNumber].filter(Boolean).join(", ");
  return (
    <div class="ds-card proof">
      <Facts
        facts={[
          [words.reference, <strong class="reference">{submission.reference}</strong>],
          [words.arrived, precisely(call, submission.receivedAt, language)],
          [words.deadline, onCallClock(call, submission.deadline, language)],
          [applicationWords[language].level, call.levels[submission.level].name[language]],
          ...(organisation ? ([[words.organisation, organisation]] as const) : []),
          [words.number, String(submission.number)],
          [words.digest, <code class="digest">{submission.digest}</code>],
        ]}
      />
      <p class="small">{words.digestHelp}</p>
    </div>
  );
};

const Withdraw = ({ view, props }: Whole) => {
  const { call, application, may } = props;
  const words = sendingWords[view.language];
  if (!mayDo(may, "decide")) return null;
  if (!decideWithdrawal(call, application, view.at).ok) return null;
  return (
    <section class="no-print" aria-labelledby="withdraw">
      <Subheading id="withdraw">{words.withdraw}</Subheading>
      <Paragraph>{words.withdrawLead}</Paragraph>
      <p>
        <a
          class="ds-button"
          data-variant="secondary"
          data-color="danger"
          href={`/${view.language}/applications/${application.id}/withdrawal`}
        >
          {words.withdraw}
        </a>
      </p>
    </section>
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
            href={`/${view.language}/applications/${props.application.id}/receipt.json`}
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
  const withdrawn = application.state === "withdrawn";
  return (
    <Page view={view} title={`${words.receiptTitle} ${submission.reference}`}>
      <div class="received" data-forget={application.id}>
        <p class="over">
          {call.programme[language]}: {call.title[language]}
        </p>
        <Heading>{withdrawn ? words.receiptTitle : words.received}</Heading>
        <Paragraph lead>{nameOf(application, language)}</Paragraph>
      </div>
      {withdrawn && (
        <Alert color="warning">
          <Paragraph>{words.withdrawn}</Paragraph>
        </Alert>
      )}
      <Proof view={view} props={props} />
      <Paragraph>{words.mailTo(submission.receiptTo)}</Paragraph>
      <Next view={view} props={props} />
      <Withdraw view={view} props={props} />
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
