import { type Grid, sheetColumns } from "#shared/form/sheet-columns.ts";
import type { SheetRows } from "#shared/form/sheet-rows.ts";
import type { Html } from "../document.ts";
import { ErrorSummary } from "../error-summary.tsx";
import { Page } from "../layout.tsx";
import { Alert, Back, Heading, Paragraph } from "../parts.tsx";
import type { SheetProps } from "../sheet/props.ts";
import { RowTable } from "../sheet/row-table.tsx";
import type { View } from "../view.ts";
import { fieldWords } from "../words/fields.ts";
import { sheetWords } from "../words/sheet.ts";

interface Props extends SheetProps {
  readonly read: SheetRows;
  /** What was read, to be sent along when the rows are taken in. */
  readonly grid: Grid;
  /** The revision the rows are put on top of. */
  readonly revision: number;
  /** Somebody saved the section since the rows were read. */
  readonly changed?: boolean;
}

interface Whole {
  readonly view: View;
  readonly props: Props;
}

const quoted = (names: readonly string[]): string => names.map((name) => `«${name}»`).join(", ");

/** What is to be said of the sheet as a whole. */
const remarks = ({ view: { language }, props: { read, group } }: Whole): readonly string[] => {
  const words = sheetWords[language];
  const { headingAt, keys, unknown, missing } = read.columns;
  const found = sheetColumns(group, language).filter(({ key }) => keys.includes(key));
  return [
    ...(headingAt === undefined ? [words.noHeading(quoted(found.map(({ heading }) => heading)))] : []),
    ...(unknown.length > 0 ? [words.unknown(quoted(unknown))] : []),
    ...(missing.length > 0 ? [words.missing(quoted(missing.map((label) => label[language])))] : []),
    ...(read.rows.length > read.room ? [words.tooMany(read.rows.length, read.room)] : []),
  ];
};

const Remarks = (whole: Whole) => {
  const all = remarks(whole);
  if (all.length === 0) return null;
  return (
    <Alert color="warning">
      {all.map((one) => (
        <Paragraph>{one}</Paragraph>
      ))}
    </Alert>
  );
};

const Refused = ({ view: { language }, props: { problems, changed } }: Whole) => {
  const words = sheetWords[language];
  if (changed)
    return (
      <section id="conflict" tabindex={-1} autofocus aria-labelledby="conflict-title">
        <Alert color="warning">
          <h2 class="ds-heading" data-size="xs" id="conflict-title">
            {words.changed}
          </h2>
          <Paragraph>{words.changedLead}</Paragraph>
        </Alert>
      </section>
    );
  if (problems.length === 0) return null;
  return (
    <ErrorSummary
      title={fieldWords[language].problems(problems.length)}
      things={problems.map(({ pointer, label, message }) => ({
        href: `#${pointer.split("/").slice(1, 3).join("-")}`,
        label: label[language],
        message: message[language],
      }))}
    />
  );
};

const WrongRows = ({ view: { language }, props: { read } }: Whole) => {
  const words = sheetWords[language];
  const wrong = read.rows.filter(({ problems }) => problems.length > 0);
  if (wrong.length === 0) return null;
  return (
    <nav class="wrong-rows" aria-labelledby="wrong-rows">
      <p id="wrong-rows">{words.wrongRows}</p>
      <ul>
        {wrong.map(({ number }) => (
          <li>
            <a class="ds-link" href={`#rows-${number}`}>
              {words.rowNumber(number)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Take = ({ view: { language }, props }: Whole) => {
  const words = sheetWords[language];
  const { read, grid, how, revision, sectionAddress, name } = props;
  const good = read.rows.filter(({ problems }) => problems.length === 0).length;
  const mixed = good > 0 && good < read.rows.length;
  return (
    <form method="post" action={`${sectionAddress}/rows/${name}`} enctype="multipart/form-data" class="form">
      <input type="hidden" name="rows" value={JSON.stringify(grid)} />
      <input type="hidden" name="how" value={how} />
      <input type="hidden" name="revision" value={revision} />
      {good < read.rows.length && <Paragraph>{words.takeLead}</Paragraph>}
      <div class="actions">
        <button type="submit" class="ds-button" name="take" value="all">
          {words.takeAll(read.rows.length)}
        </button>
        {mixed && (
          <button type="submit" class="ds-button" data-variant="secondary" name="take" value="good">
            {words.takeGood(good)}
          </button>
        )}
        <a class="ds-button" data-variant="tertiary" href={sectionAddress}>
          {words.cancel}
        </a>
      </div>
    </form>
  );
};

/** What was read of a spreadsheet, row by row, and whether to take it in. */
export const sheetPreviewPage = (view: View, props: Props): Html => {
  const { language } = view;
  const words = sheetWords[language];
  const { read, problems, changed = false, group, sectionAddress, name, listed, how } = props;
  const bad = read.rows.filter((row) => row.problems.length > 0).length;
  return (
    <Page view={view} title={words.previewTitle} wrong={problems.length > 0 || changed} wide>
      <Back to={`${sectionAddress}/rows/${name}`}>{words.title}</Back>
      <p class="over">{group.label[language]}</p>
      <Heading>{words.previewTitle}</Heading>
      <Refused view={view} props={props} />
      <Paragraph lead>
        {words.counts(read.rows.length, read.rows.length - bad, bad)} {words.nothingYet}
      </Paragraph>
      {listed > 0 && <Paragraph>{how === "add" ? words.willAdd : words.willReplace}</Paragraph>}
      <Remarks view={view} props={props} />
      <Take view={view} props={props} />
      <WrongRows view={view} props={props} />
      <RowTable read={read} group={group} language={language} />
    </Page>
  );
};
