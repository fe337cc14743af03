import type { Call } from "#shared/domain/call.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import type { Language } from "#shared/domain/text.ts";
import type { Form } from "#shared/form/form.ts";
import { type Line, summary } from "#shared/form/summary.ts";
import { onCallClock } from "./moments.ts";
import { Alert, Paragraph } from "./parts.tsx";
import { Value } from "./summary-view.tsx";
import { editingWords } from "./words/editing.ts";

type Answers = Readonly<Record<string, unknown>>;

interface Versions {
  readonly language: Language;
  readonly call: Call;
  readonly form: Form;
  readonly section: string;
  readonly referred: Readonly<Record<string, Answers>>;
  readonly mine: Answers;
  readonly theirs: Extract<Refusal, { reason: "saved-elsewhere" }>["theirs"];
}

interface Difference {
  readonly label: string;
  readonly here: Line;
  readonly there: Line;
}

/** The questions that the two answer differently, in the order of the form; one that only one asks is unanswered in the other. */
const differences = (versions: Versions): readonly Difference[] => {
  const { language, form, section, referred, mine, theirs } = versions;
  const read = (answers: Answers) =>
    summary(form, { ...referred, [section]: answers }, language).find(({ key }) => key === section)?.lines;
  const [here, there] = [read(mine), read(theirs.answers)];
  const paths = Object.keys(form.sections[section]?.fields ?? {}).map((key) => `${section}.${key}`);
  return paths.flatMap((path) => {
    const [one, other] = [here, there].map((lines) => lines?.find((line) => line.path === path));
    const known = one ?? other;
    if (!known || JSON.stringify(one?.value) === JSON.stringify(other?.value)) return [];
    const unanswered = { ...known, value: undefined };
    return [{ label: known.label, here: one ?? unanswered, there: other ?? unanswered }];
  });
};

const SideBySide = ({
  versions,
  difference,
}: {
  readonly versions: Versions;
  readonly difference: Difference;
}) => {
  const { language, call, theirs } = versions;
  const words = editingWords[language];
  const saved = onCallClock(call, theirs.savedAt, language);
  return (
    <div class="difference">
      <h3 class="ds-heading" data-size="2xs">
        {difference.label}
      </h3>
      <dl class="side-by-side">
        <div>
          <dt>{words.mine}</dt>
          <dd>
            <Value line={difference.here} language={language} />
          </dd>
        </div>
        <div>
          <dt>{words.savedBy(saved, theirs.savedBy)}</dt>
          <dd>
            <Value line={difference.there} language={language} />
          </dd>
        </div>
      </dl>
    </div>
  );
};

/** Two versions of a section side by side; the one typed here is also in the form below. Nothing is chosen for anybody. */
export const Conflict = (versions: Versions) => {
  const words = editingWords[versions.language];
  const { theirs, call, language } = versions;
  return (
    <section class="conflict" id="conflict" tabindex={-1} autofocus aria-labelledby="conflict-title">
      <Alert color="warning">
        <h2 class="ds-heading" data-size="xs" id="conflict-title">
          {words.conflictTitle}
        </h2>
        <Paragraph>
          {words.conflictLead(theirs.savedBy, onCallClock(call, theirs.savedAt, language))}
        </Paragraph>
        <div class="differences">
          {differences(versions).map((difference) => (
            <SideBySide versions={versions} difference={difference} />
          ))}
        </div>
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
