import type { Problem } from "#shared/domain/refusal.ts";
import type { Form } from "#shared/form/form.ts";
import { FieldList } from "../fields/field-list.tsx";
import { singleSection } from "../fields/single-section.ts";
import { MadeFor } from "../session-end.tsx";
import type { View } from "../view.ts";
import { laterWords } from "../words/later.ts";

/** A form of one section, and what was typed in it. */
export interface Filled {
  readonly form: Form;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/** One of the forms of a staff page, sent by itself. */
export const StaffForm = ({
  view,
  filled,
  to,
  action,
  carries = {},
  leadsTo,
  press,
}: {
  readonly view: View;
  readonly filled: Filled;
  readonly to: string;
  /** What it does there, where there is more to do. */
  readonly action?: string;
  /** What comes along without being typed. */
  readonly carries?: Readonly<Record<string, string | number>>;
  /** The place on the page where one is when it has been taken. */
  readonly leadsTo?: string;
  readonly press: string;
}) => {
  const { fields, around } = singleSection(filled, view.language);
  return (
    <form method="post" action={to} class="form" novalidate data-swap data-leads-to={leadsTo}>
      <MadeFor view={view} />
      {action && <input type="hidden" name="action" value={action} />}
      {Object.entries(carries).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <FieldList fields={fields} answers={filled.answers} path="" around={around} />
      <div class="actions">
        <button type="submit" class="ds-button">
          {press}
        </button>
      </div>
      <p class="failed" hidden data-failed={laterWords[view.language].failed} />
    </form>
  );
};
