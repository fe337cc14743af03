import type { CallDefinition } from "#shared/calls/index.ts";
import type { Application } from "#shared/domain/application.ts";
import { type Call, deadlinesOf, Level, openingOf } from "#shared/domain/call.ts";
import type { Language } from "#shared/domain/text.ts";
import { showDay } from "#shared/form/moments.ts";
import { nameOf } from "./application-parts.tsx";
import { DeadlineLine } from "./deadlines.tsx";
import { Hint } from "./fields/frame.tsx";
import { onCallClock } from "./moments.ts";
import { Paragraph, Subheading } from "./parts.tsx";
import type { View } from "./view.ts";
import { applicationWords } from "./words/applications.ts";
import { callWords } from "./words/call.ts";

/** An application that answers may be taken from, in words. */
interface Earlier {
  readonly id: string;
  readonly told: string;
}

export const earlierOf = (
  calls: readonly CallDefinition[],
  applications: readonly Application[],
  language: Language,
): readonly Earlier[] =>
  applications.flatMap((application) => {
    const call = calls.find((one) => one.call.id === application.callId)?.call;
    if (!call) return [];
    const { id, reference, level, startedAt } = application;
    const day = showDay(startedAt, call.timeZone, language);
    const name = nameOf(application, language);
    return [{ id, told: [reference, name, call.levels[level].name[language], day].join(", ") }];
  });

const EarlierChoice = ({
  id,
  earlier,
  language,
}: {
  readonly id: string;
  readonly earlier: readonly Earlier[];
  readonly language: Language;
}) => {
  const words = applicationWords[language];
  return (
    <div class="ds-field line">
      <label class="ds-label" for={`from-${id}`}>
        {words.from}
      </label>
      <Hint id={`from-${id}`} text={words.fromHint} />
      <select class="ds-input" id={`from-${id}`} name="from" aria-describedby={`from-${id}-hint`}>
        <option value="">{words.without}</option>
        {earlier.map((one) => (
          <option value={one.id}>{one.told}</option>
        ))}
      </select>
    </div>
  );
};

/** Where an application to a call begins: a card for each level that is open. */
export const Start = ({
  view,
  call,
  newIds,
  earlier,
}: {
  readonly view: View;
  readonly call: Call;
  /** A fresh id for each level, by `<call>.<level>`. */
  readonly newIds: Readonly<Record<string, string>>;
  readonly earlier: readonly Earlier[];
}) => {
  const { language } = view;
  const words = applicationWords[language];
  const openings = Level.options.map((level) => ({ level, opening: openingOf(call, level, view.at) }));
  const open = openings.filter(({ opening }) => opening.state === "open");
  const later = openings.every(({ opening }) => opening.state === "opens-later");
  return (
    <section aria-labelledby={`start-${call.id}`}>
      <Subheading id={`start-${call.id}`}>
        {words.startTitle}: {call.title[language]}
      </Subheading>
      {open.length > 0 && <Paragraph>{words.startLead}</Paragraph>}
      {open.length > 0 &&
        deadlinesOf(call).map((deadline) => (
          <DeadlineLine view={view} deadline={deadline} label={callWords[language].deadline} />
        ))}
      {open.length === 0 && (
        <Paragraph>
          {later ? words.opensLater(onCallClock(call, call.opensAt, language)) : words.closed}
        </Paragraph>
      )}
      <ul class="level-cards">
        {open.map(({ level }) => (
          <li class="ds-card">
            <h3 class="ds-heading" data-size="xs">
              {call.levels[level].name[language]}
            </h3>
            <Paragraph>{call.levels[level].about[language]}</Paragraph>
            <form method="post" action={`/${language}/calls/${call.id}/applications`}>
              <input type="hidden" name="level" value={level} />
              <input type="hidden" name="id" value={newIds[`${call.id}.${level}`] ?? ""} />
              {earlier.length > 0 && (
                <EarlierChoice id={`${call.id}-${level}`} earlier={earlier} language={language} />
              )}
              <button type="submit" class="ds-button" data-variant="secondary">
                {words.start(call.levels[level].name[language])}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
};
