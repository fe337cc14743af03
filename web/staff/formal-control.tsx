import type { Call } from "#shared/domain/call.ts";
import {
  type Control,
  type ControlPoints,
  type Outcome,
  overallOutcome,
} from "#shared/domain/formal-control.ts";
import type { Language } from "#shared/domain/text.ts";
import { onCallClock } from "../moments.ts";
import { Alert, Facts, Paragraph, Subheading, Tag } from "../parts.tsx";
import type { View } from "../view.ts";
import { caseworkWords, outcomeTexts } from "../words/casework.ts";
import { inApplication } from "./application-link.tsx";
import { type Filled, StaffForm } from "./staff-form.tsx";
import { may } from "./staff-frame.tsx";

export interface ControlProps {
  readonly points: ControlPoints;
  readonly control: Control | undefined;
  /** The submission that counts, if any. */
  readonly counting: number | undefined;
  /** The form, of which submission it is and on which revision of the control. */
  readonly controlling: Filled & {
    readonly submission: number;
    readonly on: number;
    readonly isTyped: boolean;
  };
}

interface Whole {
  readonly view: View;
  readonly call: Call;
  readonly of: string;
  readonly props: ControlProps;
}

const colours = { "not-assessed": "neutral", "in-order": "success", missing: "warning" } as const;

export const OutcomeTag = ({
  outcome,
  language,
}: {
  readonly outcome: Outcome;
  readonly language: Language;
}) => <Tag color={colours[outcome]}>{outcomeTexts[outcome][language]}</Tag>;

const Kept = ({ view, call, props: { points }, control }: Whole & { readonly control: Control }) => {
  const { language } = view;
  const words = caseworkWords[language];
  const { submission, by, at } = control;
  return (
    <>
      <p>
        <OutcomeTag outcome={overallOutcome(points, control.points)} language={language} />{" "}
        <span class="small">{words.judgedBy(submission, by.name, onCallClock(call, at, language))}</span>
      </p>
      <Facts
        facts={Object.entries(points).map(([point, { title }]) => {
          const { outcome = "not-assessed", remark = "" } = control.points[point] ?? {};
          return [
            title[language],
            <>
              <OutcomeTag outcome={outcome} language={language} /> <span class="typed">{remark}</span>
            </>,
          ];
        })}
      />
    </>
  );
};

/** Folded away when what counts is controlled. */
const Judge = ({ view, of, props: { controlling, control } }: Whole) => {
  const words = caseworkWords[view.language];
  const { submission, on, isTyped } = controlling;
  const isChange = control?.submission === submission;
  return (
    <details class="ds-details no-print" open={isTyped || !isChange}>
      <summary>{isChange ? words.change : words.judge(submission)}</summary>
      <div class="points">
        <StaffForm
          view={view}
          filled={controlling}
          to={inApplication(view, of, "/control")}
          carries={{ submission, on }}
          leadsTo="control"
          press={words.save}
        />
      </div>
    </details>
  );
};

/** What came of the formal control and of which submission, and the form to judge the one that counts. */
export const FormalControl = (whole: Whole) => {
  const { view, call, props } = whole;
  const { control, counting, controlling } = props;
  const words = caseworkWords[view.language];
  const isConflict = controlling.isTyped && control && controlling.problems.length === 0;
  return (
    <section aria-labelledby="control">
      <Subheading id="control">{words.control}</Subheading>
      {isConflict && (
        <Alert color="warning" title={words.conflict}>
          <Paragraph>
            {words.conflictLead(control.by.name, onCallClock(call, control.at, view.language))}
          </Paragraph>
        </Alert>
      )}
      {control && counting && control.submission !== counting && (
        <Alert color="warning">
          <Paragraph>{words.earlier(control.submission, counting)}</Paragraph>
        </Alert>
      )}
      {control ? <Kept {...whole} control={control} /> : <Paragraph>{words.noControl}</Paragraph>}
      {(counting || controlling.isTyped) && may(view, "work") && <Judge {...whole} />}
    </section>
  );
};
