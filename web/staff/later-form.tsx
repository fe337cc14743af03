import type { Problem } from "#shared/domain/refusal.ts";
import type { Form } from "#shared/form/form.ts";
import { ErrorSummary } from "../error-summary.tsx";
import { FieldList } from "../fields/field-list.tsx";
import { singleSection } from "../fields/single-section.ts";
import { wrongThings } from "../form-problems.ts";
import { MadeFor } from "../session-end.tsx";
import type { View } from "../view.ts";
import { fieldWords } from "../words/fields.ts";
import { laterWords } from "../words/later.ts";

/** A form of one section that asks for a later deadline, and what was typed in it. */
export interface Later {
  readonly form: Form;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/** What is wrong with it, for the top of its page. */
export const LaterProblems = ({ view, problems }: { readonly view: View } & Pick<Later, "problems">) =>
  problems.length > 0 ? (
    <ErrorSummary
      title={fieldWords[view.language].problems(problems.length)}
      things={wrongThings(problems, view.language, () => ({ section: undefined, page: "" }))}
    />
  ) : null;

export const LaterForm = ({
  view,
  later,
  to,
  action,
  press,
}: {
  readonly view: View;
  readonly later: Later;
  readonly to: string;
  /** What it does there, where there is more to do. */
  readonly action?: string;
  readonly press: string;
}) => {
  const { fields, around } = singleSection(later, view.language);
  return (
    <form method="post" action={to} class="form" novalidate data-swap>
      <MadeFor view={view} />
      {action && <input type="hidden" name="action" value={action} />}
      <FieldList fields={fields} answers={later.answers} path="" around={around} />
      <div class="actions">
        <button type="submit" class="ds-button">
          {press}
        </button>
      </div>
      <p class="failed" hidden data-failed={laterWords[view.language].failed} />
    </form>
  );
};
