import type { Child } from "hono/jsx";
import { type Call, Level } from "#shared/domain/call.ts";
import type { ExportJob, What } from "#shared/domain/export-job.ts";
import type { Html } from "../document.ts";
import { FormNotice, type Notice } from "../form-parts.tsx";
import { Paragraph, Subheading } from "../parts.tsx";
import type { View } from "../view.ts";
import { applicationWords } from "../words/applications.ts";
import { exportingWords } from "../words/exporting.ts";
import { languageNames } from "../words/layout.ts";
import { staffWords } from "../words/staff.ts";
import { Choice } from "./choice.tsx";
import { ExportJobs, FolderExport } from "./export-jobs.tsx";
import { may, StaffPage, staffPath } from "./staff-frame.tsx";

interface ExportsProps {
  readonly call: Call;
  /** What besides the applications themselves a file of one table can have. */
  readonly tables: readonly { readonly key: string; readonly name: string }[];
  /** Of what there is more than one answer can be made of. */
  readonly large: readonly What[];
  /** What is made in the background, the last first. */
  readonly jobs: readonly ExportJob[];
  /** Why something was not handed out. */
  readonly notice?: Notice | undefined;
}

const kinds = { xlsx: "XLSX", csv: "CSV", jsonl: "JSON Lines", json: "JSON" } as const;

interface Whole {
  readonly view: View;
  readonly props: ExportsProps;
}

type Table = Whole & { readonly what: What };

/** Each button downloads one kind of file. */
const Downloads = ({ view, props: { call }, what }: Table) => (
  <p class="actions">
    {Object.entries(kinds).map(([kind, name]) => (
      <button
        type="submit"
        class="ds-button"
        data-variant={kind === "xlsx" ? undefined : "secondary"}
        formaction={`/staff/calls/${call.id}/${what}.${kind}`}
        aria-describedby={`export-${what}`}
      >
        {exportingWords[view.language].download(name)}
      </button>
    ))}
  </p>
);

/** Each button has one kind of file made in the background. */
const Makes = ({ view, what }: Table) => {
  const words = exportingWords[view.language];
  const { json: _, ...made } = kinds;
  return (
    <>
      <input type="hidden" name="what" value={what} />
      <p class="actions">
        {Object.entries(made).map(([kind, name]) => (
          <button
            type="submit"
            class="ds-button"
            data-variant={kind === "xlsx" ? undefined : "secondary"}
            name="kind"
            value={kind}
            aria-describedby={`export-${what}`}
          >
            {words.make(name)}
          </button>
        ))}
      </p>
    </>
  );
};

const isLarge = ({ props: { large }, what }: Table): boolean => large.includes(what);

/** A form whose address says what is chosen, or one that asks for a file of what is too much for that. */
const Export = ({ children, ...table }: Table & { readonly children?: Child }) => {
  const { view, props, what } = table;
  const words = exportingWords[view.language];
  const path = `/calls/${props.call.id}`;
  const how = isLarge(table)
    ? { method: "post" as const, action: staffPath(view, `${path}/exports`) }
    : { action: `/staff${path}/${what}.xlsx` };
  return (
    <section aria-labelledby={`export-${what}`} class="ds-card">
      <Subheading id={`export-${what}`}>{words[what]}</Subheading>
      <Paragraph>{words[`${what}Lead`]}</Paragraph>
      {isLarge(table) && <Paragraph>{words.large}</Paragraph>}
      <form {...how}>
        <div class="filters">
          {children}
          <Choice
            id={`${what}-lang`}
            name="lang"
            label={words.headings}
            options={languageNames}
            chosen={view.language}
          />
          <Choice id={`${what}-csv`} name="csv" label={words.csv} options={words.readers} />
        </div>
        {isLarge(table) ? <Makes {...table} /> : <Downloads {...table} />}
      </form>
    </section>
  );
};

const Applications = ({ view, props }: Whole) => {
  const { language } = view;
  const words = exportingWords[language];
  const staff = staffWords[language];
  const { call, tables } = props;
  const levels = Object.fromEntries(Level.options.map((level) => [level, call.levels[level].name[language]]));
  const parts = Object.fromEntries(tables.map(({ key, name }) => [key, name]));
  return (
    <Export view={view} props={props} what="applications">
      <Choice id="applications-level" name="level" label={staff.level} none={staff.all} options={levels} />
      <Choice
        id="applications-state"
        name="state"
        label={staff.state}
        none={staff.all}
        options={applicationWords[language].states}
      />
      {!props.large.includes("applications") && (
        <Choice
          id="applications-table"
          name="table"
          label={words.table}
          none={words.allApplications}
          options={parts}
        />
      )}
    </Export>
  );
};

const Registrations = ({ view, props }: Whole) => {
  const words = staffWords[view.language];
  return (
    <Export view={view} props={props} what="registrations">
      <Choice
        id="registrations-state"
        name="state"
        label={words.state}
        none={words.all}
        options={words.registrationStates}
      />
    </Export>
  );
};

/** Everything that can be taken out of a call's records. */
export const staffExportsPage = (view: View, props: ExportsProps): Html => {
  const words = exportingWords[view.language];
  return (
    <StaffPage view={view} title={words.title} over={props.call.title[view.language]}>
      <FormNotice notice={props.notice} />
      <Paragraph>{words.lead}</Paragraph>
      <div class="exports">
        <Applications view={view} props={props} />
        <Registrations view={view} props={props} />
        <Export view={view} props={props} what="messages" />
        {may(view, "rule") && (
          <>
            <Export view={view} props={props} what="events" />
            <FolderExport view={view} call={props.call} />
          </>
        )}
        <ExportJobs view={view} call={props.call} jobs={props.jobs} />
      </div>
      <Paragraph>{words.csvNote}</Paragraph>
    </StaffPage>
  );
};
