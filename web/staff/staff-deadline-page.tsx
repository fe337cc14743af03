import { type Call, deadlinesOf, Level } from "#shared/domain/call.ts";
import type { Moved, Proposal } from "#shared/domain/call-deadlines.ts";
import type { Text } from "#shared/domain/text.ts";
import type { Html } from "../document.ts";
import { FormProblems } from "../form-parts.tsx";
import { deadlineText } from "../moments.ts";
import { Alert, Facts, Paragraph, Subheading } from "../parts.tsx";
import type { View } from "../view.ts";
import { laterWords } from "../words/later.ts";
import { Moves } from "./deadline-moves.tsx";
import { Proposed } from "./deadline-proposal.tsx";
import { type Filled, StaffForm } from "./staff-form.tsx";
import { may, StaffPage, staffPath } from "./staff-frame.tsx";

interface DeadlineProps extends Filled {
  /** With the deadlines that hold now. */
  readonly call: Call;
  readonly moves: readonly Moved[];
  readonly proposal: Proposal | undefined;
  /** What a decision on the proposal is made on. */
  readonly revision: number;
  readonly counts: Readonly<Record<"draft" | "expired" | "submitted", number>>;
  /** Why what was asked for was not done. */
  readonly notice?: { readonly title: Text; readonly explanation: Text };
  /** Whether something was typed that must not be lost. */
  readonly hasTyped?: boolean;
}

interface Whole {
  readonly view: View;
  readonly props: DeadlineProps;
}

const addressOf = ({ view, props }: Whole): string => staffPath(view, `/calls/${props.call.id}/deadline`);

const Now = ({ view, props: { call } }: Whole) => {
  const { language } = view;
  const [one, ...others] = deadlinesOf(call);
  const facts = Level.options.map((level) => {
    const { name, deadline } = call.levels[level];
    return [name[language], deadlineText(deadline, language)] as const;
  });
  return (
    <>
      <Subheading>{laterWords[language].now}</Subheading>
      {one && others.length === 0 ? (
        <Paragraph lead>{deadlineText(one, language)}</Paragraph>
      ) : (
        <Facts facts={facts} />
      )}
    </>
  );
};

const Follows = ({ view, props: { counts } }: Whole) => {
  const words = laterWords[view.language];
  return (
    <section aria-labelledby="follows">
      <Subheading id="follows">{words.follows}</Subheading>
      <ul>
        <li>{words.drafts(counts.draft)}</li>
        <li>{words.expired(counts.expired)}</li>
        <li>{words.submitted(counts.submitted)}</li>
      </ul>
      <Paragraph>{words.told}</Paragraph>
    </section>
  );
};

const Propose = ({ view, props }: Whole) => {
  const words = laterWords[view.language];
  return (
    <section aria-labelledby="propose">
      <Subheading id="propose">{words.propose}</Subheading>
      <Paragraph>{words.proposeLead}</Paragraph>
      <StaffForm
        view={view}
        filled={props}
        to={addressOf({ view, props })}
        action="propose"
        press={words.propose}
      />
    </section>
  );
};

/** The deadline of a call: what it is, how it has been moved, and how two of the staff move it. */
export const staffDeadlinePage = (view: View, props: DeadlineProps): Html => {
  const { language } = view;
  const { call, proposal, problems, notice, hasTyped } = props;
  const words = laterWords[language];
  const wrong = problems.length > 0 || notice !== undefined;
  return (
    <StaffPage view={view} title={words.title} over={call.title[language]} wrong={wrong}>
      <FormProblems view={view} problems={problems} />
      {notice && (
        <Alert color="warning" title={notice.title[language]}>
          <Paragraph>{notice.explanation[language]}</Paragraph>
        </Alert>
      )}
      <Now view={view} props={props} />
      {proposal && <Proposed view={view} call={call} proposal={proposal} revision={props.revision} />}
      {may(view, "rule") && (!proposal || hasTyped) && <Propose view={view} props={props} />}
      <Follows view={view} props={props} />
      <Subheading>{words.moves}</Subheading>
      <Moves view={view} call={call} moves={props.moves} />
    </StaffPage>
  );
};
