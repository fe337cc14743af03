import type { Casework } from "#shared/domain/casework.ts";
import { Paragraph } from "../parts.tsx";
import type { View } from "../view.ts";
import { caseworkWords } from "../words/casework.ts";
import { inApplication } from "./application-link.tsx";
import { type Filled, StaffForm } from "./staff-form.tsx";
import { may } from "./staff-frame.tsx";

export interface HandOverProps {
  /** The colleagues to choose from, and what was chosen. */
  readonly handing: Filled & { readonly isAnybodyThere: boolean };
}

/** To give the case to a colleague by name, for whoever has it and whoever rules. */
export const HandOver = ({
  view,
  of,
  casework: { officer },
  handing,
}: HandOverProps & { readonly view: View; readonly of: string; readonly casework: Casework }) => {
  const words = caseworkWords[view.language];
  const isOwn = officer !== undefined && officer.id === view.person?.id;
  if (!may(view, isOwn ? "work" : "rule")) return null;
  return (
    <details class="ds-details no-print" open={handing.problems.length > 0}>
      <summary>{words.handOver}</summary>
      <div>
        {handing.isAnybodyThere ? (
          <StaffForm
            view={view}
            filled={handing}
            to={inApplication(view, of, "/assignment")}
            action="hand-over"
            carries={officer ? { from: officer.id } : {}}
            leadsTo="case"
            press={words.hand}
          />
        ) : (
          <Paragraph>{words.noColleagues}</Paragraph>
        )}
      </div>
    </details>
  );
};
