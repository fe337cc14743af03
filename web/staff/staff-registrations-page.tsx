import type { Call } from "#shared/domain/call.ts";
import type { Page } from "#shared/domain/paging.ts";
import { Interest, type Registration } from "#shared/domain/registration.ts";
import { showNumber, showOrgNumber } from "#shared/form/values.ts";
import type { Html } from "../document.ts";
import { onCallClock } from "../moments.ts";
import { interestText } from "../pages/registration-page.tsx";
import { Paragraph, Tag } from "../parts.tsx";
import { Sideways } from "../sideways.tsx";
import { type View, withQuery } from "../view.ts";
import { languageNames } from "../words/layout.ts";
import { staffWords } from "../words/staff.ts";
import { staffRegistrationWords } from "../words/staff-registrations.ts";
import { Choice } from "./choice.tsx";
import { Found, Nothing, Pages } from "./list.tsx";
import { type Counts, RegistrationCounts } from "./registration-counts.tsx";
import { FilterField, Search } from "./search.tsx";
import { may, StaffPage, staffPath } from "./staff-frame.tsx";

interface RegistrationsProps {
  readonly call: Call;
  readonly page: Page<Registration>;
  readonly total: number | undefined;
  /** Whether the counts are asked for; they are not there when there are more than `most`. */
  readonly counting: {
    readonly isAsked: boolean;
    readonly counts: Counts | undefined;
    readonly most: number;
  };
  readonly filters: Readonly<
    Partial<Record<"text" | "organisation" | "state" | "interest" | "language", string>>
  >;
}

const colours = { registered: "success", waiting: "warning", cancelled: "neutral" } as const;

const Table = ({ view, props }: { readonly view: View; readonly props: RegistrationsProps }) => {
  const { language } = view;
  const words = staffWords[language];
  const headings = [
    words.name,
    words.email,
    words.employer,
    words.role,
    words.interest,
    words.language,
    words.state,
    words.registered,
  ];
  return (
    <Sideways label={words.registrations} hover>
      <thead>
        <tr>
          {headings.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.page.items.map((registration) => (
          <tr>
            <td>
              <a
                class="ds-link"
                href={staffPath(view, `/registrations/${registration.webinarId}/${registration.id}`)}
              >
                {registration.name}
              </a>
            </td>
            <td>{registration.email}</td>
            <td>
              {registration.organisation || "–"} {showOrgNumber(registration.organisationNumber)}
            </td>
            <td>{registration.role || "–"}</td>
            <td>{interestText(registration.interest, props.call, language)}</td>
            <td>{languageNames[registration.language]}</td>
            <td>
              <Tag color={colours[registration.state]}>{words.registrationStates[registration.state]}</Tag>
            </td>
            <td class="moment">{onCallClock(props.call, registration.registeredAt, language)}</td>
          </tr>
        ))}
      </tbody>
    </Sideways>
  );
};

/** By day and organisation, for those who ask: it takes reading them all. */
const Counting = ({
  view,
  counting: { isAsked, counts, most },
}: {
  readonly view: View;
  readonly counting: RegistrationsProps["counting"];
}) => {
  const words = staffRegistrationWords[view.language];
  if (counts) return <RegistrationCounts view={view} counts={counts} />;
  if (isAsked) return <Paragraph>{words.tooManyToCount(showNumber(most, view.language))}</Paragraph>;
  return (
    <p class="no-print">
      <a class="ds-link" href={withQuery(view.path, { counts: "shown" })}>
        {words.counts}
      </a>
    </p>
  );
};

export const staffRegistrationsPage = (view: View, props: RegistrationsProps): Html => {
  const words = staffWords[view.language];
  const { call, page, total, filters } = props;
  return (
    <StaffPage view={view} title={words.registrations} over={call.title[view.language]}>
      <Search view={view}>
        <FilterField label={words.searchRegistrations} name="text" value={filters.text} />
        <Choice
          label={words.state}
          id="filter-state"
          name="state"
          none={words.all}
          options={words.registrationStates}
          chosen={filters.state}
        />
        <FilterField label={words.employer} name="organisation" value={filters.organisation} />
        <Choice
          label={words.interest}
          id="filter-interest"
          name="interest"
          none={words.all}
          options={Object.fromEntries(
            Interest.options.map((one) => [one, interestText(one, call, view.language)]),
          )}
          chosen={filters.interest}
        />
        <Choice
          label={words.language}
          id="filter-language"
          name="language"
          none={words.all}
          options={languageNames}
          chosen={filters.language}
        />
      </Search>
      {may(view, "work") && (
        <p class="ways-on no-print">
          <a class="ds-link" href={staffPath(view, `/calls/${call.id}/registrations/new`)}>
            {staffRegistrationWords[view.language].add}
          </a>{" "}
          <a class="ds-link" href={staffPath(view, `/calls/${call.id}/registrations/needs`)}>
            {staffRegistrationWords[view.language].needs}
          </a>
        </p>
      )}
      <Found view={view} page={page} total={total} />
      <Counting view={view} counting={props.counting} />
      {page.items.length > 0 ? <Table view={view} props={props} /> : <Nothing view={view} page={page} />}
      <Pages view={view} page={page} />
    </StaffPage>
  );
};
