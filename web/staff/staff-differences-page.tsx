import type { Application, Submission } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import type { ChangedGroup, ChangedItem, ChangedLine, ChangedPart } from "#shared/form/changed-parts.ts";
import { nameOf } from "../application-parts.tsx";
import type { Html } from "../document.ts";
import { onCallClock } from "../moments.ts";
import { Paragraph, Subheading, Tag } from "../parts.tsx";
import type { View } from "../view.ts";
import { changingWords } from "../words/changing.ts";
import { differenceWords } from "../words/differences.ts";
import { inApplication } from "./application-link.tsx";
import { ChangedValues, OneSided } from "./changed-values.tsx";
import { Choice } from "./choice.tsx";
import { Search } from "./search.tsx";
import { StaffPage } from "./staff-frame.tsx";

interface DifferencesProps {
  readonly call: Call;
  readonly application: Application;
  readonly all: readonly Submission[];
  readonly before: Submission;
  readonly after: Submission;
  readonly parts: readonly ChangedPart[];
}

interface Whole {
  readonly view: View;
  readonly props: DifferencesProps;
}

/** When each was sent, as the heads of the two columns. */
const headsOf = ({ view: { language }, props: { call, before, after } }: Whole) => {
  const words = changingWords[language];
  const head = ({ number, receivedAt }: Submission) =>
    `${words.submission(number)}, ${words.sent(onCallClock(call, receivedAt, language))}`;
  return { before: head(before), after: head(after) };
};

const Lines = ({
  lines,
  level,
  ...whole
}: Whole & { readonly lines: readonly ChangedLine[]; readonly level: 3 | 5 }) => {
  const Label = level === 3 ? "h3" : "h5";
  return (
    <>
      {lines.map((line) => (
        <div class="difference">
          <Label class="ds-heading" data-size="2xs">
            {line.label}
          </Label>
          <ChangedValues language={whole.view.language} line={line} heads={headsOf(whole)} />
        </div>
      ))}
    </>
  );
};

const colours = { added: "success", removed: "danger", changed: "info" } as const;

const Item = ({ item, ...whole }: Whole & { readonly item: ChangedItem }) => (
  <li>
    <h4 class="ds-heading" data-size="2xs">
      {item.title} <Tag color={colours[item.became]}>{differenceWords[whole.view.language][item.became]}</Tag>
    </h4>
    {item.became === "changed" ? (
      <Lines {...whole} lines={item.lines} level={5} />
    ) : (
      <OneSided language={whole.view.language} lines={item.lines} became={item.became} />
    )}
  </li>
);

const Group = ({ group, ...whole }: Whole & { readonly group: ChangedGroup }) => (
  <div>
    <h3 class="ds-heading" data-size="2xs">
      {group.label}
    </h3>
    {group.reordered && <Paragraph>{differenceWords[whole.view.language].reordered}</Paragraph>}
    {group.items.length > 0 && (
      <ol class="items changed-rows">
        {group.items.map((item) => (
          <Item {...whole} item={item} />
        ))}
      </ol>
    )}
  </div>
);

const Which = ({ view, props: { all, before, after } }: Whole) => {
  const words = differenceWords[view.language];
  const options = Object.fromEntries(
    all.map(({ number }) => [String(number), changingWords[view.language].submission(number)]),
  );
  return (
    <Search view={view}>
      <Choice id="from" name="from" label={words.from} options={options} chosen={String(before.number)} />
      <Choice id="to" name="to" label={words.to} options={options} chosen={String(after.number)} />
    </Search>
  );
};

/** What one submission of an application says that another does not, section by section. */
export const staffDifferencesPage = (view: View, props: DifferencesProps): Html => {
  const { language } = view;
  const { application, before, after, parts } = props;
  const words = differenceWords[language];
  const whole = { view, props };
  return (
    <StaffPage
      view={view}
      title={words.title(before.number, after.number)}
      over={nameOf(application, language)}
    >
      <p class="no-print">
        <a class="ds-link" href={inApplication(view, application.id)}>
          {words.back}
        </a>
      </p>
      <Which {...whole} />
      <Paragraph>{parts.length > 0 ? words.count(parts.length) : words.none}</Paragraph>
      {parts.map((part) => (
        <section class="part differences" aria-labelledby={`part-${part.key}`}>
          <Subheading id={`part-${part.key}`}>{part.title}</Subheading>
          <Lines {...whole} lines={part.lines} level={3} />
          {part.groups.map((group) => (
            <Group {...whole} group={group} />
          ))}
        </section>
      ))}
    </StaffPage>
  );
};
