import type { Child } from "hono/jsx";
import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import type { Column } from "#shared/domain/listing.ts";
import type { Text } from "#shared/domain/text.ts";
import { showOrgNumber } from "#shared/form/values.ts";
import { StateTag } from "../application-parts.tsx";
import { onCallClock } from "../moments.ts";
import type { View } from "../view.ts";
import { caseworkWords } from "../words/casework.ts";
import { staffWords } from "../words/staff.ts";
import { staffListWords } from "../words/staff-list.ts";
import { ExtensionMark } from "./extension.tsx";
import { OutcomeTag } from "./formal-control.tsx";

export interface Around {
  readonly view: View;
  readonly call: Call;
  readonly counties: Readonly<Record<string, Text>>;
}

interface ColumnPart {
  readonly name: (around: Around) => string;
  /** What the list can be sorted by here. */
  readonly sort?: "cluster" | "organisation" | "submittedAt";
  readonly cell: (around: Around, application: Application) => Child;
}

const words = ({ view }: Around) => staffWords[view.language];
const listWords = ({ view }: Around) => staffListWords[view.language];

/** Every column that a list of applications can have beside the reference. */
export const columnParts: Readonly<Record<Column, ColumnPart>> = {
  cluster: { name: (around) => words(around).cluster, sort: "cluster", cell: (_, one) => one.cluster },
  organisation: {
    name: (around) => words(around).organisation,
    sort: "organisation",
    cell: (_, one) => one.organisation,
  },
  organisationNumber: {
    name: (around) => listWords(around).organisationNumber,
    cell: (_, one) => showOrgNumber(one.organisationNumber),
  },
  level: {
    name: (around) => words(around).level,
    cell: ({ view, call }, one) => call.levels[one.level].name[view.language],
  },
  state: {
    name: (around) => words(around).state,
    cell: ({ view, call }, one) => (
      <>
        <StateTag application={one} language={view.language} />{" "}
        <ExtensionMark view={view} call={call} application={one} />
      </>
    ),
  },
  submittedAt: {
    name: (around) => words(around).sent,
    sort: "submittedAt",
    cell: ({ view, call }, { submittedAt }) => submittedAt && onCallClock(call, submittedAt, view.language),
  },
  startedAt: {
    name: (around) => listWords(around).started,
    cell: ({ view, call }, { startedAt }) => onCallClock(call, startedAt, view.language),
  },
  owner: { name: (around) => listWords(around).owner, cell: (_, { owner }) => owner.name },
  counties: {
    name: (around) => listWords(around).counties,
    cell: ({ view, counties }, one) =>
      (one.counties ?? []).map((county) => counties[county]?.[view.language] ?? county).join(", "),
  },
  officer: {
    name: ({ view }) => caseworkWords[view.language].officer,
    cell: (_, { officer }) => officer?.name,
  },
  control: {
    name: ({ view }) => caseworkWords[view.language].control,
    cell: ({ view }, { control, submissions }) =>
      submissions > 0 && <OutcomeTag outcome={control ?? "not-assessed"} language={view.language} />,
  },
};
