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
import { extensionText } from "../moments.ts";
import { Alert, Heading, Paragraph, Subheading } from "../parts.tsx";
import { ReceiptFacts } from "../receipt-card.tsx";
import { receiptAddress, Standing, SubmissionList } from "../submissions.tsx";
import { SummaryView } from "../summary-view.tsx";
import type { View } from "../view.ts";
import { WhatStands, whatStands } from "../what-stands.tsx";
import { changingWords } from "../words/changing.ts";
import { sendingWords } from "../words/sending.ts";
import { verifyingWords } from "../words/verifying.ts";

interface ReceiptProps {
  readonly call: Call;
  readonly application: Application;
  /** What whoever reads may do. */
  readonly may: May;
  readonly submission: Submission;
  readonly receipt: Receipt;
  /** The name of the key, when it is signed. */
  readonly signedBy: string | undefined;
  /** All that has been sent of the application, this one too. */
  readonly all: readonly Sent[];
  readonly parts: readonly Part[];
}

interface Whole {
  readonly view: View;
  readonly props: ReceiptProps;
}

const Copies = ({ view, props: { application, submission } }: Whole) => {
  const { language } = view;
  const words = sendingWords[language];
  const { number, reference } = submission;
  return (
    <section class="no-print" aria-labelledby="copies">
      <Subheading id="copies">{words.copies}</Subheading>
      <ul>
        <li>
          <a
            class="ds-link"
            href={receiptAddress(view, application, number, "receipt.pdf")}
            download={`${reference}-kvittering.pdf`}
          >
            {words.pdf}
          </a>
        </li>
        <li>
          <a
            class="ds-link"
            href={receiptAddress(view, application, number, "receipt.json")}
            download={`${reference}.json`}
          >
            {words.json}
          </a>
        </li>
      </ul>
      <Paragraph>{words.jsonHelp}</Paragraph>
      <Paragraph>
        {words.verifyLead}{" "}
        <a class="ds-link" href={`/${language}/verify`}>
          {verifyingWords[language].title}
        </a>
      </Paragraph>
    </section>
  );
};

const Next = ({ view }: Whole) => {
  const words = sendingWords[view.language];
  return (
    <section aria-labelledby="next">
      <Subheading id="next">{words.nextTitle}</Subheading>
      <ul>
        {words.next.map((step) => (
          <li>{step}</li>
        ))}
      </ul>
    </section>
  );
};

/** What proves that the application arrived, and when. It can be opened again for as long as the record is kept. */
export const receiptPage = (view: View, props: ReceiptProps): Html => {
  const { language } = view;
  const { call, application, submission, parts } = props;
  const words = sendingWords[language];
  const counts = submission.number === countingSubmission(application);
  const extension = extensionText(call.levels[application.level], language);
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
      <ReceiptFacts
        language={language}
        receipt={props.receipt}
        signedBy={props.signedBy}
        standing={<Standing {...{ view, ...props }} number={submission.number} />}
      >
        {extension && <p class="small extension">{extension}</p>}
      </ReceiptFacts>
      <Paragraph>{words.mailTo(submission.receiptTo)}</Paragraph>
      <Next view={view} props={props} />
      <Copies view={view} props={props} />
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
