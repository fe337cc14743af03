import { Level } from "#shared/domain/call.ts";
import { flags } from "#shared/domain/entries.ts";
import { type ApplicationQuery, Column } from "#shared/domain/listing.ts";
import type { By } from "#shared/domain/note.ts";
import { applicationWords } from "../words/applications.ts";
import { caseworkWords, outcomeTexts } from "../words/casework.ts";
import { staffWords } from "../words/staff.ts";
import { staffListWords } from "../words/staff-list.ts";
import { type Around, columnParts } from "./application-columns.tsx";
import { Choice } from "./choice.tsx";
import { FilterField, Search } from "./search.tsx";

export interface FiltersProps {
  readonly around: Around;
  readonly filters: ApplicationQuery;
  readonly columns: readonly Column[];
  readonly officers: readonly By[];
}

const Columns = ({ around, columns }: Pick<FiltersProps, "around" | "columns">) => (
  <fieldset class="columns">
    <legend>{staffListWords[around.view.language].columns}</legend>
    {Column.options.map((column) => (
      <div class="column">
        <input
          class="ds-input"
          type="checkbox"
          id={`column-${column}`}
          name="columns"
          value={column}
          checked={columns.includes(column)}
        />{" "}
        <label class="ds-label" for={`column-${column}`}>
          {columnParts[column].name(around)}
        </label>
      </div>
    ))}
  </fieldset>
);

const Rarer = ({ around, filters, columns }: FiltersProps) => {
  const { view, counties } = around;
  const { language } = view;
  const words = staffListWords[language];
  const none = staffWords[language].all;
  const { county, flag, control, from, until } = filters;
  const isUsed = [county, flag, control, from, until].some(Boolean);
  const texts = <Key extends string>(
    all: Readonly<Record<Key, { readonly [name in typeof language]: string }>>,
  ) =>
    Object.fromEntries(
      Object.entries<{ readonly [name in typeof language]: string }>(all).map(([key, text]) => [
        key,
        text[language],
      ]),
    );
  const options = Object.fromEntries(flags.map((one) => [one, words.flags[one]]));
  return (
    <details class="ds-details more-filters" open={isUsed}>
      <summary>{words.more}</summary>
      <div class="more-filters-inside">
        <div class="filters">
          <Choice
            {...{ label: words.county, id: "filter-county", name: "county", none }}
            options={texts(counties)}
            chosen={county}
          />
          <Choice {...{ label: words.flag, id: "filter-flag", name: "flag", none, options }} chosen={flag} />
          <Choice
            {...{ label: caseworkWords[language].control, id: "filter-control", name: "control", none }}
            options={texts(outcomeTexts)}
            chosen={control}
          />
          <FilterField type="date" name="from" label={words.from} value={from} />
          <FilterField type="date" name="until" label={words.until} value={until} />
        </div>
        <Columns around={around} columns={columns} />
      </div>
    </details>
  );
};

/** The search and the filters that everybody uses, and the rarer ones with the columns folded away. */
export const ApplicationFilters = (props: FiltersProps) => {
  const { around, filters, officers } = props;
  const { view, call } = around;
  const { language } = view;
  const words = staffWords[language];
  const levels = Object.fromEntries(Level.options.map((level) => [level, call.levels[level].name[language]]));
  const none = words.all;
  return (
    <Search view={view}>
      <FilterField label={words.searchApplications} name="text" value={filters.text} />
      <Choice
        {...{ label: words.level, id: "filter-level", name: "level", none, options: levels }}
        chosen={filters.level}
      />
      <Choice
        {...{ label: words.state, id: "filter-state", name: "state", none }}
        options={applicationWords[language].states}
        chosen={filters.state}
      />
      <Choice
        {...{ label: staffListWords[language].cases, id: "filter-officer", name: "officer", none }}
        options={{
          ...staffListWords[language].officers,
          ...Object.fromEntries(officers.map(({ id, name }) => [id, name])),
        }}
        chosen={filters.officer}
      />
      <Rarer {...props} />
      {filters.sort && <input type="hidden" name="sort" value={filters.sort} />}
    </Search>
  );
};
