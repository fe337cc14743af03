import type { Application } from "#shared/domain/application.ts";
import { type Call, Level } from "#shared/domain/call.ts";
import { StateTag } from "../application-parts.tsx";
import type { Html } from "../document.ts";
import { onCallClock } from "../moments.ts";
import { Paragraph } from "../parts.tsx";
import { Sideways } from "../sideways.tsx";
import type { View } from "../view.ts";
import { applicationWords } from "../words/applications.ts";
import { staffWords } from "../words/staff.ts";
import { ApplicationLink } from "./application-link.tsx";
import { Choice } from "./choice.tsx";
import { ExtensionMark } from "./extension.tsx";
import { Found, Pages, SortHeading } from "./list.tsx";
import { Search, SearchText } from "./search.tsx";
import { StaffPage } from "./staff-frame.tsx";

interface ApplicationsProps {
  readonly call: Call;
  /** One page of them. */
  readonly applications: readonly Application[];
  readonly total: number;
  readonly filters: {
    readonly text?: string;
    readonly level?: string;
    readonly state?: string;
    /** A column's key, with a minus in front for the other way. */
    readonly sort?: string;
    readonly page: number;
  };
  readonly pages: number;
}

interface Whole {
  readonly view: View;
  readonly props: ApplicationsProps;
}

const Filters = ({ view, props }: Whole) => {
  const { language } = view;
  const { call, filters } = props;
  const words = staffWords[language];
  const levels = Object.fromEntries(Level.options.map((level) => [level, call.levels[level].name[language]]));
  return (
    <Search view={view}>
      <SearchText label={words.searchApplications} name="text" value={filters.text} />
      <Choice
        label={words.level}
        id="filter-level"
        name="level"
        none={words.all}
        options={levels}
        chosen={filters.level}
      />
      <Choice
        label={words.state}
        id="filter-state"
        name="state"
        none={words.all}
        options={applicationWords[language].states}
        chosen={filters.state}
      />
      {filters.sort && <input type="hidden" name="sort" value={filters.sort} />}
    </Search>
  );
};

const Row = ({
  view,
  call,
  application,
}: {
  readonly view: View;
  readonly call: Call;
  readonly application: Application;
}) => {
  const { language } = view;
  const { cluster, organisation, level, submittedAt } = application;
  return (
    <tr>
      <td class="reference-cell">
        <ApplicationLink view={view} application={application} />
      </td>
      <td>{cluster || "–"}</td>
      <td>{organisation || "–"}</td>
      <td>{call.levels[level].name[language]}</td>
      <td>
        <StateTag application={application} language={language} />{" "}
        <ExtensionMark view={view} call={call} application={application} />
      </td>
      <td class="moment">{submittedAt ? onCallClock(call, submittedAt, language) : "–"}</td>
    </tr>
  );
};

const Table = ({ view, props }: Whole) => {
  const { call, applications, filters } = props;
  const words = staffWords[view.language];
  const columns = [
    ["reference", words.reference],
    ["cluster", words.cluster],
    ["organisation", words.organisation],
    ["level", words.level],
    ["state", words.state],
    ["submittedAt", words.sent],
  ] as const;
  return (
    <Sideways label={words.applications} hover>
      <thead>
        <tr>
          {columns.map(([by, name]) => (
            <SortHeading view={view} sort={filters.sort} by={by}>
              {name}
            </SortHeading>
          ))}
        </tr>
      </thead>
      <tbody>
        {applications.map((application) => (
          <Row view={view} call={call} application={application} />
        ))}
      </tbody>
    </Sideways>
  );
};

export const staffApplicationsPage = (view: View, props: ApplicationsProps): Html => {
  const words = staffWords[view.language];
  const { call, applications, total, filters, pages } = props;
  return (
    <StaffPage view={view} title={words.applications} over={call.title[view.language]}>
      <Filters view={view} props={props} />
      <Found view={view} total={total} />
      {applications.length > 0 ? <Table view={view} props={props} /> : <Paragraph>{words.none}</Paragraph>}
      <Pages view={view} page={filters.page} pages={pages} />
    </StaffPage>
  );
};
