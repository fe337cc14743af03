import type { CallDefinition } from "#shared/calls/index.ts";
import type { Application, Submission } from "#shared/domain/application.ts";
import { type Language, t } from "#shared/domain/text.ts";
import { sheets } from "#shared/form/columns.ts";
import type { Cell } from "#shared/spreadsheets/sheet.ts";
import { type Counted, columnsOf, type Fact, moment, number, type Tables, text } from "./fact.ts";

export const referenceHeading = t("Referanse", "Referanse", "Reference");

const factsIn = ({ call }: CallDefinition, language: Language): readonly Fact<Application>[] => [
  text("reference", referenceHeading, ({ reference }) => reference),
  text("level", t("Programnivå", "Programnivå", "Level"), ({ level }) => call.levels[level].name[language]),
  text("state", t("Tilstand", "Tilstand", "State"), ({ state }) => state),
  text("organisation", t("Virksomhet", "Verksemd", "Organisation"), ({ organisation }) => organisation),
  text(
    "organisationNumber",
    t("Organisasjonsnummer", "Organisasjonsnummer", "Organisation number"),
    ({ organisationNumber }) => organisationNumber,
  ),
  text("cluster", t("Klynge", "Klynge", "Cluster"), ({ cluster }) => cluster),
  ...moment<Application>("startedAt", t("Startet", "Starta", "Started"), ({ startedAt }) => startedAt),
  number("submissions", t("Innsendinger", "Innsendingar", "Submissions"), ({ submissions }) => submissions),
  ...moment<Application>("submittedAt", t("Sendt", "Send", "Sent"), ({ submittedAt }) => submittedAt),
  ...moment<Application>("withdrawnAt", t("Trukket", "Trekt", "Withdrawn"), ({ withdrawnAt }) => withdrawnAt),
];

const sumOf = (cells: readonly Cell[]): number =>
  cells.reduce<number>((sum, cell) => sum + Number(cell ?? 0), 0);

/** First the applications: the facts and, where one was sent, the answers of the last submission. Then each repeated group, its rows by reference. */
export const applicationTables = (
  definition: CallDefinition,
  {
    applications,
    submissions,
  }: { readonly applications: readonly Application[]; readonly submissions: readonly Submission[] },
  language: Language,
): Tables => {
  const [main, ...groups] = sheets(definition.application, language);
  const answerColumns = main?.columns ?? [];
  const facts = factsIn(definition, language);
  const sent = new Map(submissions.map((submission) => [submission.applicationId, submission.answers]));
  const rows = applications.map((application) => {
    const answers = sent.get(application.id);
    const cells = answerColumns.map(({ cell }) => (answers ? cell(answers, answers) : undefined));
    return [...facts.map(({ cell }) => cell(application)), ...cells];
  });
  const first = [...columnsOf(facts, language), ...answerColumns];
  const reference = { key: "reference", heading: referenceHeading[language], type: "text" } as const;
  return [
    {
      ...{ key: "applications", name: main?.name ?? definition.call.id },
      ...{ columns: first, rows, expected: applications.length },
    },
    ...groups.map(({ key, name, columns, rows: rowsIn }): Counted => {
      const counts = first.findIndex((column) => column.key === key);
      return {
        ...{ key, name, columns: [reference, ...columns] },
        rows: submissions.flatMap(({ reference, answers }) =>
          rowsIn(answers).map((row) => [reference, ...columns.map(({ cell }) => cell(row, answers))]),
        ),
        expected: sumOf(rows.map((row) => row[counts])),
      };
    }),
  ];
};
