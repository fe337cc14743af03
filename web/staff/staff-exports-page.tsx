import type { Child } from "hono/jsx";
import { type Call, Level } from "#shared/domain/call.ts";
import type { ExportJob } from "#shared/domain/export-job.ts";
import type { Html } from "../document.ts";
import { Paragraph, Subheading } from "../parts.tsx";
import type { View } from "../view.ts";
import { applicationWords } from "../words/applications.ts";
import { exportingWords } from "../words/exporting.ts";
import { languageNames } from "../words/layout.ts";
import { staffWords } from "../words/staff.ts";
import { Choice } from "./choice.tsx";
import { ExportJobs } from "./export-jobs.tsx";
import { may, StaffPage } from "./staff-frame.tsx";

interface ExportsProps {
  readonly call: Call;
  /** What besides the applications themselves a file of one table can have. */
  readonly tables: readonly { readonly key: string; readonly name: string }[];
  /** Large exports, the last first. */
  readonly jobs: readonly ExportJob[];
}

type What = "applications" | "registrations" | "messages" | "events";
const kinds = { xlsx: "XLSX", csv: "CSV", jsonl: "JSON Lines", json: "JSON" } as const;

interface Whole {
  readonly view: View;
  readonly props: ExportsProps;
}

/** A form, so that what is chosen is in the file's address; each button is one kind of file. */
const Export = ({
  view,
  props: { call },
  what,
  children,
}: Whole & { readonly what: What; readonly children?: Child }) => {
  const words = exportingWords[view.language];
  const path = `/staff/calls/${call.id}/${what}`;
  return (
    <section aria-labelledby={`export-${what}`} class="ds-card">
      <Subheading id={`export-${what}`}>{words[what]}</Subheading>
      <Paragraph>{words[`${what}Lead`]}</Paragraph>
      <form action={`${path}.xlsx`}>
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
        <p class="actions">
          {Object.entries(kinds).map(([kind, name]) => (
            <button
              type="submit"
              class="ds-button"
              data-variant={kind === "xlsx" ? undefined : "secondary"}
              formaction={`${path}.${kind}`}
              aria-describedby={`export-${what}`}
            >
              {words.download(name)}
            </button>
          ))}
        </p>
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
      <Choice
        id="applications-table"
        name="table"
        label={words.table}
        none={words.allApplications}
        options={parts}
      />
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
      <Paragraph lead>{words.lead}</Paragraph>
      <div class="exports">
        <Applications view={view} props={props} />
        <Registrations view={view} props={props} />
        <Export view={view} props={props} what="messages" />
        {may(view, "rule") && (
          <>
            <Export view={view} props={props} what="events" />
            <ExportJobs view={view} call={props.call} jobs={props.jobs} />
          </>
        )}
      </div>
      <Paragraph>{words.csvNote}</Paragraph>
    </StaffPage>
  );
};
