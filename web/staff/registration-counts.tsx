import type { Count } from "#shared/domain/registration-counts.ts";
import { showDate, showNumber } from "#shared/form/values.ts";
import { Sideways } from "../sideways.tsx";
import type { View } from "../view.ts";
import { staffWords } from "../words/staff.ts";
import { staffRegistrationWords } from "../words/staff-registrations.ts";

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
  <Sideways label={label}>
    <caption>{label}</caption>
    <thead>
      <tr>
        <th scope="col">{of}</th>
        {states.map((state) => (
          <th scope="col">{staffWords[view.language].registrationStates[state]}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {counts.map((count) => (
        <tr>
          <th scope="row">{count.name}</th>
          {states.map((state) => (
            <td>{showNumber(count[state], view.language)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </Sideways>
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
      <div>
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
