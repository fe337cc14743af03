import type { Call } from "#shared/domain/call.ts";
import type { Casework } from "#shared/domain/casework.ts";
import { onCallClock } from "../moments.ts";
import { MadeFor } from "../session-end.tsx";
import type { View } from "../view.ts";
import { caseworkWords } from "../words/casework.ts";
import { inApplication } from "./application-link.tsx";
import { may } from "./staff-frame.tsx";

interface Props {
  readonly view: View;
  readonly call: Call;
  readonly of: string;
  readonly casework: Casework;
}

const Press = ({
  view,
  of,
  action,
  name,
}: Pick<Props, "view" | "of"> & { readonly action: "take" | "release"; readonly name: string }) => (
  <form
    method="post"
    action={inApplication(view, of, "/assignment")}
    class="no-print"
    data-swap
    data-leads-to="case"
  >
    <MadeFor view={view} />
    <input type="hidden" name="action" value={action} />
    <button type="submit" class="ds-button" data-variant="secondary" data-size="sm">
      {name}
    </button>
  </form>
);

/** Who of the staff has the case, and a button for who may take it or give it back. */
export const CaseOfficer = ({ view, call, of, casework: { officer, takenAt } }: Props) => {
  const { language } = view;
  const words = caseworkWords[language];
  if (!officer)
    return (
      <span class="person" id="case">
        {words.nobody} {may(view, "work") && <Press view={view} of={of} action="take" name={words.take} />}
      </span>
    );
  const isOwn = officer.id === view.person?.id;
  return (
    <span class="person" id="case">
      {takenAt ? words.taken(officer.name, onCallClock(call, takenAt, language)) : officer.name}{" "}
      {may(view, isOwn ? "work" : "rule") && (
        <Press
          view={view}
          of={of}
          action="release"
          name={isOwn ? words.release : words.releaseOther(officer.name)}
        />
      )}
    </span>
  );
};
