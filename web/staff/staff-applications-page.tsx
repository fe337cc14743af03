import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import type { ApplicationQuery, Column } from "#shared/domain/listing.ts";
import type { By } from "#shared/domain/note.ts";
import type { Page } from "#shared/domain/paging.ts";
import type { Text } from "#shared/domain/text.ts";
import type { Html } from "../document.ts";
import { Sideways } from "../sideways.tsx";
import type { View } from "../view.ts";
import { staffWords } from "../words/staff.ts";
import { type Around, columnParts } from "./application-columns.tsx";
import { ApplicationFilters } from "./application-filters.tsx";
import { ApplicationLink } from "./application-link.tsx";
import { Found, Nothing, Pages, SortHeading } from "./list.tsx";
import { StaffPage } from "./staff-frame.tsx";

interface ApplicationsProps {
  readonly call: Call;
  readonly counties: Readonly<Record<string, Text>>;
  readonly page: Page<Application>;
  readonly total: number | undefined;
  readonly filters: ApplicationQuery;
  readonly columns: readonly Column[];
  /** Those who may have cases, to choose by. */
  readonly officers: readonly By[];
}

const notOfTheList: ReadonlySet<string> = new Set(["lang", "after", "before"]);

/** The query of the list, for the application's page to know what is next to it there. */
const listOf = ({ path }: View): string => {
  const all = [...new URLSearchParams(path.split("?")[1])];
  return String(new URLSearchParams(all.filter(([name, value]) => value && !notOfTheList.has(name))));
};

const Headings = ({ around, props }: { readonly around: Around; readonly props: ApplicationsProps }) => {
  const { view } = around;
  const { sort } = props.filters;
  return (
    <tr>
      <SortHeading view={view} sort={sort} by="reference">
        {staffWords[view.language].reference}
      </SortHeading>
      {props.columns.map((column) => {
        const { name, sort: by } = columnParts[column];
        return by ? (
          <SortHeading view={view} sort={sort} by={by}>
            {name(around)}
          </SortHeading>
        ) : (
          <th scope="col">{name(around)}</th>
        );
      })}
    </tr>
  );
};

/** Columns that are as wide as what stands in them needs. */
const widths: Readonly<Partial<Record<Column, string>>> = {
  ...{ submittedAt: "moment", startedAt: "moment" },
  ...{ cluster: "long-name", organisation: "long-name" },
};

const Table = ({ around, props }: { readonly around: Around; readonly props: ApplicationsProps }) => (
  <Sideways label={staffWords[around.view.language].applications} hover>
    <thead>
      <Headings around={around} props={props} />
    </thead>
    <tbody>
      {props.page.items.map((application) => (
        <tr>
          <td class="reference-cell">
            <ApplicationLink view={around.view} application={application} list={listOf(around.view)} />
          </td>
          {props.columns.map((column) => (
            <td class={widths[column]}>{columnParts[column].cell(around, application) || "–"}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </Sideways>
);

export const staffApplicationsPage = (view: View, props: ApplicationsProps): Html => {
  const words = staffWords[view.language];
  const { call, counties, page, total, filters, columns, officers } = props;
  const around = { view, call, counties };
  return (
    <StaffPage view={view} title={words.applications} over={call.title[view.language]}>
      <ApplicationFilters around={around} filters={filters} columns={columns} officers={officers} />
      <Found view={view} page={page} total={total} />
      {page.items.length > 0 ? <Table around={around} props={props} /> : <Nothing view={view} page={page} />}
      <Pages view={view} page={page} />
    </StaffPage>
  );
};
