import type { CallDefinition } from "#shared/calls/index.ts";
import type { Application } from "#shared/domain/application.ts";
import { Level, openingOf } from "#shared/domain/call.ts";
import { differenceBetween } from "#shared/form/levels.ts";
import { nameOf } from "../application-parts.tsx";
import { OpeningTag } from "../deadlines.tsx";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { deadlineText } from "../moments.ts";
import { Back, Heading, Paragraph } from "../parts.tsx";
import type { View } from "../view.ts";
import { applicationWords } from "../words/applications.ts";
import { deadlineWords } from "../words/deadlines.ts";
import { editingWords } from "../words/editing.ts";
import { levelWords } from "../words/levels.ts";

interface LevelProps {
  readonly definition: CallDefinition;
  readonly application: Application;
}

interface Choice {
  readonly view: View;
  readonly props: LevelProps;
  readonly level: Level;
}

/** What would come and go, in a sentence each; nothing for the level there is. */
const changesOf = ({ view: { language }, props, level }: Choice): readonly string[] => {
  const { definition, application } = props;
  const words = levelWords[language];
  if (level === application.level) return [words.now];
  const { coming, going } = differenceBetween(definition.application, application.level, level);
  const titles = (keys: readonly string[]) =>
    keys.map((key) => definition.application.sections[key]?.title[language] ?? key).join(", ");
  return [
    ...(coming.length > 0 ? [words.coming(titles(coming))] : []),
    ...(going.length > 0 ? [words.going(titles(going))] : []),
  ];
};

const LevelChoice = (choice: Choice) => {
  const { view, props, level } = choice;
  const { language } = view;
  const { call } = props.definition;
  const { name, about, deadline } = call.levels[level];
  const opening = openingOf(call, level, view.at);
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type="radio"
        id={`level-${level}`}
        name="level"
        value={level}
        checked={level === props.application.level}
        disabled={opening.state !== "open"}
        aria-describedby={`about-${level}`}
      />
      <label class="ds-label" for={`level-${level}`}>
        {name[language]}
      </label>
      <div data-field="description" id={`about-${level}`}>
        <Paragraph>{about[language]}</Paragraph>
        {changesOf(choice).map((change) => (
          <Paragraph>{change}</Paragraph>
        ))}
        <p class="small">
          {deadlineWords[language].deadline}: {deadlineText(deadline, language)}{" "}
          {opening.state !== "open" && <OpeningTag opening={opening} language={language} />}
        </p>
      </div>
    </div>
  );
};

/** Asks which level the application shall be for, and says what that changes. */
export const levelPage = (view: View, props: LevelProps): Html => {
  const { language } = view;
  const { application } = props;
  const words = levelWords[language];
  const at = `/${language}/applications/${application.id}`;
  return (
    <Page view={view} title={words.title}>
      <Back to={at}>{editingWords[language].overview}</Back>
      <p class="over">
        {nameOf(application, language)}, {application.reference}
      </p>
      <Heading>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Paragraph>{words.also}</Paragraph>
      <form method="post" action={`${at}/level`}>
        <fieldset class="ds-fieldset levels">
          <legend class="ds-label">{applicationWords[language].level}</legend>
          {Level.options.map((level) => (
            <LevelChoice view={view} props={props} level={level} />
          ))}
        </fieldset>
        <div class="actions">
          <button type="submit" class="ds-button">
            {words.change}
          </button>
          <a class="ds-button" data-variant="tertiary" href={at}>
            {words.keep}
          </a>
        </div>
      </form>
    </Page>
  );
};
