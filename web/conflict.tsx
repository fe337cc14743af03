import type { Language } from "#shared/domain/text.ts";
import type { Form } from "#shared/form/fields.ts";
import { type Part, summary } from "#shared/form/summary.ts";
import { Alert, Paragraph } from "./parts.tsx";
import { SummaryView } from "./summary-view.tsx";
import { editingWords } from "./words/editing.ts";

type Answers = Readonly<Record<string, unknown>>;

interface Versions {
  readonly language: Language;
  readonly form: Form;
  readonly section: string;
  readonly others: Readonly<Record<string, Answers>>;
  readonly mine: Answers;
  readonly theirs: Answers;
}

/** The lines of the other version that say something else than what is typed here. */
const differing = ({ language, form, section, others, mine, theirs }: Versions): readonly Part[] => {
  const read = (answers: Answers) =>
    summary(form, { ...others, [section]: answers }, language).find(({ key }) => key === section);
  const here = read(mine);
  const there = read(theirs);
  if (!there) return [];
  const said = (path: string) => JSON.stringify(here?.lines.find((line) => line.path === path)?.value);
  return [{ ...there, lines: there.lines.filter(({ path, value }) => said(path) !== JSON.stringify(value)) }];
};

/** Two versions of a section: one in the form below, the other to be read here. Nothing is chosen for anybody. */
export const Conflict = (versions: Versions) => {
  const words = editingWords[versions.language];
  return (
    <section class="conflict" id="conflict" tabindex={-1} autofocus aria-labelledby="conflict-title">
      <Alert color="warning">
        <h2 class="ds-heading" data-size="xs" id="conflict-title">
          {words.conflictTitle}
        </h2>
        <Paragraph>{words.conflictLead}</Paragraph>
        <p class="ds-paragraph">
          <strong>{words.theirs}</strong>
        </p>
        <SummaryView parts={differing(versions)} language={versions.language} />
        <div class="actions" data-color="accent">
          <button type="submit" class="ds-button" name="keep" value="mine">
            {words.keepMine}
          </button>
          <button type="submit" class="ds-button" data-variant="secondary" name="keep" value="theirs">
            {words.keepTheirs}
          </button>
        </div>
      </Alert>
    </section>
  );
};
