import type { Call } from "#shared/domain/call.ts";
import type { Proposal } from "#shared/domain/call-deadlines.ts";
import { deadlineText, onCallClock } from "../moments.ts";
import { Facts, Paragraph, Subheading } from "../parts.tsx";
import { MadeFor } from "../session-end.tsx";
import type { View } from "../view.ts";
import { laterWords } from "../words/later.ts";
import { may, staffPath } from "./staff-frame.tsx";

interface Props {
  readonly view: View;
  readonly call: Call;
  readonly proposal: Proposal;
  /** What a decision on the proposal is made on. */
  readonly revision: number;
}

const Decide = ({ view, call, revision, action }: Props & { readonly action: "approve" | "drop" }) => {
  const words = laterWords[view.language];
  return (
    <form method="post" action={staffPath(view, `/calls/${call.id}/deadline`)} data-swap>
      <MadeFor view={view} />
      <input type="hidden" name="action" value={action} />
      <input type="hidden" name="revision" value={revision} />
      <button
        type="submit"
        class="ds-button"
        data-variant={action === "drop" ? "secondary" : undefined}
        data-color={action === "drop" ? "danger" : undefined}
      >
        {words[action]}
      </button>
      <p class="failed" hidden data-failed={words.failed} />
    </form>
  );
};

/** What one of the staff has proposed, and what the others may do about it. */
export const Proposed = (props: Props) => {
  const { view, call, proposal } = props;
  const { language } = view;
  const words = laterWords[language];
  const { to, reason, proposedBy, proposedAt } = proposal;
  const isOwn = proposedBy.id === view.person?.id;
  return (
    <section aria-labelledby="proposed">
      <Subheading id="proposed">{words.proposed}</Subheading>
      <div class="ds-card">
        <Facts
          facts={[
            [words.to, deadlineText(to, language)],
            [words.reason, reason],
            [words.proposedBy, words.byOn(proposedBy.name, onCallClock(call, proposedAt, language))],
          ]}
        />
        {isOwn && <Paragraph>{words.anotherApproves}</Paragraph>}
        {may(view, "rule") && (
          <div class="actions">
            {!isOwn && <Decide {...props} action="approve" />}
            <Decide {...props} action="drop" />
          </div>
        )}
      </div>
    </section>
  );
};
