import type { Call } from "#shared/domain/call.ts";
import type { Registration } from "#shared/domain/registration.ts";
import { showOrgNumber } from "#shared/form/values.ts";
import type { Html } from "../document.ts";
import { onCallClock } from "../moments.ts";
import { interestText } from "../pages/registration-page.tsx";
import { Paragraph, Tag } from "../parts.tsx";
import { Sideways } from "../sideways.tsx";
import type { View } from "../view.ts";
import { languageNames } from "../words/layout.ts";
import { staffWords } from "../words/staff.ts";
import { Choice } from "./choice.tsx";
import { Found, Pages } from "./list.tsx";
import { Search, SearchText } from "./search.tsx";
import { StaffPage } from "./staff-frame.tsx";

interface RegistrationsProps {
  readonly call: Call;
  readonly registrations: readonly Registration[];
  readonly total: number;
  readonly filters: { readonly text?: string; readonly state?: string; readonly page: number };
  readonly pages: number;
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
        {props.registrations.map((registration) => (
          <tr>
            <td>{registration.name}</td>
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

export const staffRegistrationsPage = (view: View, props: RegistrationsProps): Html => {
  const words = staffWords[view.language];
  const { call, registrations, total, filters, pages } = props;
  return (
    <StaffPage view={view} title={words.registrations} over={call.title[view.language]}>
      <Search view={view}>
        <SearchText label={words.searchRegistrations} name="text" value={filters.text} />
        <Choice
          label={words.state}
          id="filter-state"
          name="state"
          none={words.all}
          options={words.registrationStates}
          chosen={filters.state}
        />
      </Search>
      <Found view={view} total={total} />
      {registrations.length > 0 ? <Table view={view} props={props} /> : <Paragraph>{words.none}</Paragraph>}
      <Pages view={view} page={filters.page} pages={pages} />
    </StaffPage>
  );
};
