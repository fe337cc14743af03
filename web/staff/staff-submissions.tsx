import type { Application, Submission } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import type { Part } from "#shared/form/summary.ts";
import { precisely } from "../moments.ts";
import { Alert, Paragraph, Subheading } from "../parts.tsx";
import { StandingTag, SubmissionList } from "../submissions.tsx";
import { SummaryView } from "../summary-view.tsx";
import type { View } from "../view.ts";
import { caseworkWords } from "../words/casework.ts";
import { historyWords } from "../words/history.ts";
import { inApplication } from "./application-link.tsx";

export interface ShownSubmission {
  readonly submission: Submission;
  readonly parts: readonly Part[];
}

interface Props {
  readonly view: View;
  readonly call: Call;
  readonly application: Application;
  readonly submissions: readonly Submission[];
  readonly shown: ShownSubmission | undefined;
}

const Shown = ({ view, call, application, shown }: Props & { readonly shown: ShownSubmission }) => {
  const { language } = view;
  const { submission, parts } = shown;
  const { number, receivedAt, digest } = submission;
  const history = historyWords[language];
  return (
    <div id="submission">
      <p>
        <strong>{history.submission(number, precisely(call, receivedAt, language))}</strong>{" "}
        <StandingTag application={application} number={number} language={language} />
      </p>
      {number > 1 && (
        <p class="no-print">
          <a
            class="ds-link"
            href={`${inApplication(view, application.id, "/differences")}&from=${number - 1}&to=${number}`}
          >
            {caseworkWords[language].differences(number - 1, number)}
          </a>
        </p>
      )}
      <p class="small">
        {history.digest}: <code class="digest">{digest}</code>
      </p>
      <SummaryView
        parts={parts}
        language={language}
        files={`/staff/applications/${application.id}/files`}
        prefix="submission"
      />
    </div>
  );
};

/** All that was sent, and one of it to be read: the one that counts, or the one that was asked for. */
export const Submissions = (props: Props) => {
  const { view, call, application, submissions, shown } = props;
  const { language } = view;
  const words = caseworkWords[language];
  return (
    <section aria-labelledby="submissions" class="submitted">
      <Subheading id="submissions">{words.submissions}</Subheading>
      {shown ? (
        <>
          {submissions.length > 1 && (
            <SubmissionList
              view={view}
              call={call}
              application={application}
              all={submissions.toReversed()}
              shown={shown.submission.number}
              address={(number) => `${inApplication(view, application.id)}&submission=${number}#submissions`}
            />
          )}
          <Shown {...props} shown={shown} />
        </>
      ) : (
        <Alert color="info">
          <Paragraph>{historyWords[language].draftHidden}</Paragraph>
        </Alert>
      )}
    </section>
  );
};
