import type { CallDefinition } from "#shared/calls/index.ts";
import type { Application, Submission } from "#shared/domain/application.ts";
import type { Registration } from "#shared/domain/registration.ts";
import type { Language } from "#shared/domain/text.ts";
import { type Instant, InstantText, onTheWall } from "#shared/domain/time.ts";
import { sheets } from "#shared/form/columns.ts";
import type { Cell, Column, Sheet, Sheets } from "#shared/spreadsheets/sheet.ts";

const text = (key: string, heading: string): Column => ({ key, heading, type: "text" });

/** Both clocks, so that nobody has to guess: Oslo with its offset, and UTC. */
const oslo = (at: Instant | undefined): Cell =>
  at && onTheWall(at, "Europe/Oslo").toString({ timeZoneName: "never", fractionalSecondDigits: 3 });
const utc = (at: Instant | undefined): Cell => at && InstantText.encode(at);

const referenceColumn = text("reference", "Referanse");
const factColumns: readonly Column[] = [
  referenceColumn,
  text("level", "Programnivå"),
  text("state", "Tilstand"),
  text("organisation", "Virksomhet"),
  text("organisationNumber", "Organisasjonsnummer"),
  text("cluster", "Klynge"),
  text("startedAt", "Startet (Oslo)"),
  { key: "submissions", heading: "Innsendinger", type: "number" },
  text("submittedAt", "Sendt (Oslo)"),
  text("submittedAtUtc", "Sendt (UTC)"),
];

const factsOf = (application: Application, { call }: CallDefinition, language: Language): readonly Cell[] => [
  application.reference,
  call.levels[application.level].name[language],
  application.state,
  application.organisation,
  application.organisationNumber,
  application.cluster,
  oslo(application.startedAt),
  application.submissions,
  oslo(application.submittedAt),
  utc(application.submittedAt),
];

/** First the applications: the facts and, where one was sent, the answers that count. Then each repeated group, its rows by reference. */
export const applicationSheets = (
  definition: CallDefinition,
  applications: readonly Application[],
  submissions: readonly Submission[],
  language: Language,
): Sheets => {
  const [main, ...groups] = sheets(definition.application, language);
  const answerColumns = main?.columns ?? [];
  const sent = new Map(submissions.map((submission) => [submission.applicationId, submission.answers]));
  const facts = applications.map((application) => {
    const answers = sent.get(application.id);
    const cells = answerColumns.map(({ cell }) => (answers ? cell(answers, answers) : undefined));
    return [...factsOf(application, definition, language), ...cells];
  });
  return [
    {
      key: "applications",
      name: main?.name ?? definition.call.id,
      columns: [...factColumns, ...answerColumns],
      rows: facts,
    },
    ...groups.map(({ key, name, columns, rows }) => ({
      key,
      name,
      columns: [referenceColumn, ...columns],
      rows: submissions.flatMap(({ reference, answers }) =>
        rows(answers).map((row) => [reference, ...columns.map(({ cell }) => cell(row, answers))]),
      ),
    })),
  ];
};

export const registrationSheet = (registrations: readonly Registration[]): Sheet => ({
  key: "registrations",
  name: "Påmeldinger",
  columns: [
    text("name", "Navn"),
    text("email", "E-post"),
    text("organisation", "Virksomhet"),
    text("organisationNumber", "Organisasjonsnummer"),
    text("role", "Rolle"),
    text("interest", "Mest aktuelt programnivå"),
    text("questions", "Spørsmål"),
    text("language", "Språk"),
    text("state", "Tilstand"),
    text("registeredAt", "Påmeldt (Oslo)"),
    text("registeredAtUtc", "Påmeldt (UTC)"),
    text("promotedAt", "Fikk plass fra venteliste (Oslo)"),
    text("cancelledAt", "Avmeldt (Oslo)"),
  ],
  rows: registrations.map((one) => [
    one.name,
    one.email,
    one.organisation,
    one.organisationNumber,
    one.role,
    one.interest,
    one.questions,
    one.language,
    one.state,
    oslo(one.registeredAt),
    utc(one.registeredAt),
    oslo(one.promotedAt),
    oslo(one.cancelledAt),
  ]),
});
