import type { Child } from "hono/jsx";
import type { Language } from "#shared/domain/text.ts";
import type { ChangedLine } from "#shared/form/changed-parts.ts";
import { parted } from "#shared/form/changed-words.ts";
import { Value } from "../summary-view.tsx";
import { differenceWords } from "../words/differences.ts";

interface Props {
  readonly language: Language;
  readonly line: ChangedLine;
  /** What stands over each of the two. */
  readonly heads: { readonly before: string; readonly after: string };
}

/** Said aloud too, since colour and strokes are not. */
const Removed = ({ language, children }: { readonly language: Language; readonly children?: Child }) => (
  <del>
    <span class="ds-sr-only">{differenceWords[language].saidRemoved} </span>
    {children}
  </del>
);
const Added = ({ language, children }: { readonly language: Language; readonly children?: Child }) => (
  <ins>
    <span class="ds-sr-only">{differenceWords[language].saidAdded} </span>
    {children}
  </ins>
);

/** Of running text only the words that are other are marked. */
const texts = ({ before, after }: ChangedLine) =>
  before.value?.as === "text" && after.value?.as === "text"
    ? parted(before.value.text, after.value.text)
    : undefined;

const Before = ({ language, line }: Omit<Props, "heads">) => {
  const part = texts(line);
  if (!line.before.value) return <Value line={line.before} language={language} />;
  if (!part)
    return (
      <Removed language={language}>
        <Value line={line.before} language={language} />
      </Removed>
    );
  return (
    <span class="typed">
      {part.start}
      {part.before && <Removed language={language}>{part.before}</Removed>}
      {part.end}
    </span>
  );
};

const After = ({ language, line }: Omit<Props, "heads">) => {
  const part = texts(line);
  if (!line.after.value) return <Value line={line.after} language={language} />;
  if (!part)
    return (
      <Added language={language}>
        <Value line={line.after} language={language} />
      </Added>
    );
  return (
    <span class="typed">
      {part.start}
      {part.after && <Added language={language}>{part.after}</Added>}
      {part.end}
    </span>
  );
};

/** All there is in a row that is only in one of the two. */
export const OneSided = ({
  language,
  lines,
  became,
}: {
  readonly language: Language;
  readonly lines: readonly ChangedLine[];
  readonly became: "added" | "removed";
}) => {
  const Marked = became === "added" ? Added : Removed;
  return (
    <dl class="answers one-sided">
      {lines.map(({ label, before, after }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <Marked language={language}>
              <Value line={became === "added" ? after : before} language={language} />
            </Marked>
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** Old and new beside each other. */
export const ChangedValues = ({ heads, ...of }: Props) => (
  <dl class="side-by-side">
    <div>
      <dt>{heads.before}</dt>
      <dd>
        <Before {...of} />
      </dd>
    </div>
    <div>
      <dt>{heads.after}</dt>
      <dd>
        <After {...of} />
      </dd>
    </div>
  </dl>
);
