import type { Count } from "#shared/domain/registration-counts.ts";
import { showDate } from "#shared/form/values.ts";
import type { View } from "../view.ts";
import { staffWords } from "../words/staff.ts";
import { staffRegistrationWords } from "../words/staff-registrations.ts";
import { NumberTable } from "./number-table.tsx";

export interface Counts {
  readonly days: readonly Count[];
  readonly organisations: readonly Count[];
}

const states = ["registered", "waiting", "cancelled"] as const;

const Table = ({
  view,
  label,
  of,
  counts,
}: {
  readonly view: View;
  readonly label: string;
  readonly of: string;
  readonly counts: readonly Count[];
}) => (
  <div>
    <h2 class="ds-heading" data-size="2xs">
      {label}
    </h2>
    <NumberTable
      view={view}
      label={label}
      heads={[of, ...states.map((state) => staffWords[view.language].registrationStates[state])]}
      rows={counts.map((count) => ({
        name: count.name,
        cells: states.map((state) => ({ count: count[state] })),
      }))}
    />
  </div>
);

/** How many of the selection came each day, and from where.  */
export const RegistrationCounts = ({ view, counts }: { readonly view: View; readonly counts: Counts }) => {
  const { language } = view;
  const words = staffRegistrationWords[language];
  const days = counts.days.map((day) => ({ ...day, name: showDate(day.name, language) }));
  const organisations = counts.organisations.map((one) => ({
    ...one,
    name: one.name || words.noOrganisation,
  }));
  return (
    <details class="ds-details" open>
      <summary>{words.counts}</summary>
      <div class="ways">
        <Table view={view} label={words.byDay} of={words.day} counts={days} />
        <Table
          view={view}
          label={words.byOrganisation}
          of={staffWords[language].employer}
          counts={organisations}
        />
      </div>
    </details>
  );
};
