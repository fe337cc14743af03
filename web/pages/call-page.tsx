import { type Call, deadlinesOf, Level, type Opening, signUpOpeningOf } from "#shared/domain/call.ts";
import { type Moved, movedFrom } from "#shared/domain/call-deadlines.ts";
import { showInstant } from "#shared/form/moments.ts";
import { callOpening, DeadlineLine, OpeningTag } from "../deadlines.tsx";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { deadlineText, onCallClock, webinarTime } from "../moments.ts";
import { Alert, Contacts, Facts, Heading, Paragraph, Subheading } from "../parts.tsx";
import type { View } from "../view.ts";
import { callWords } from "../words/call.ts";
import { deadlineWords } from "../words/deadlines.ts";
import { webinarWords } from "../words/webinar.ts";

interface Part {
  readonly view: View;
  readonly call: Call;
}

/** That the deadline is another than it was, and why. */
const MovedNotice = ({ view, moves }: Pick<Part, "view"> & { readonly moves: readonly Moved[] }) => {
  const { language } = view;
  const said = moves.flatMap((move) =>
    movedFrom(move).map((from) => ({
      moved: deadlineWords[language].moved(deadlineText(from, language), deadlineText(move.to, language)),
      reason: move.reason,
    })),
  );
  if (said.length === 0) return null;
  return (
    <Alert color="info">
      {said.map(({ moved, reason }) => (
        <Paragraph>
          <strong>{moved}</strong> {reason}
        </Paragraph>
      ))}
    </Alert>
  );
};

const Start = ({ view, call }: Part) => {
  const { language } = view;
  const words = callWords[language];
  const opening = callOpening(call, view);
  return (
    <div class="ds-card start">
      <OpeningTag opening={opening} language={language} />
      {deadlinesOf(call).map((deadline) => (
        <DeadlineLine view={view} deadline={deadline} label={words.deadline} />
      ))}
      {opening.state === "opens-later" && (
        <Paragraph>{deadlineWords[language].opens(onCallClock(call, opening.opensAt, language))}.</Paragraph>
      )}
      {opening.state === "closed" && <Paragraph>{words.closed}</Paragraph>}
      <p>
        <a
          class="ds-button"
          href={`/${language}/my-page`}
          data-variant={opening.state === "open" ? undefined : "secondary"}
        >
          {opening.state === "closed" ? words.myPage : words.start}
        </a>
      </p>
      {opening.state === "open" && (
        <p class="ds-paragraph small">
          {words.exact(showInstant(opening.closesAt, call.timeZone, language, "second"))}
        </p>
      )}
    </div>
  );
};

const Levels = ({ view, call }: Part) => {
  const words = callWords[view.language];
  const deadlines = deadlinesOf(call);
  return (
    <section aria-labelledby="levels">
      <Subheading id="levels">{words.levels}</Subheading>
      <dl class="levels">
        {Level.options.map((level) => {
          const { name, about, deadline } = call.levels[level];
          return (
            <div>
              <dt>{name[view.language]}</dt>
              <dd>{about[view.language]}</dd>
              {deadlines.length > 1 && (
                <dd>
                  {words.levelDeadline}: {deadlineText(deadline, view.language)}
                </dd>
              )}
            </div>
          );
        })}
      </dl>
    </section>
  );
};

const whyNotOpen = ({ webinar }: Call, { state }: Opening, language: View["language"]): string => {
  if (webinar.cancelledAt) return webinarWords[language].cancelled;
  const words = callWords[language];
  return state === "closed" ? words.signUpClosed : words.signUpOpensLater;
};

const WebinarPart = ({ view, call }: Part) => {
  const { language } = view;
  const words = callWords[language];
  const opening = signUpOpeningOf(call, view.at);
  return (
    <section aria-labelledby="webinar">
      <Subheading id="webinar">{call.webinar.title[language]}</Subheading>
      <Facts
        facts={[
          [words.when, webinarTime(call, language)],
          [words.where, call.webinar.where[language]],
          [words.signUpBy, deadlineText(call.webinar.signUpDeadline, language)],
        ]}
      />
      {opening.state === "open" ? (
        <p>
          <a class="ds-button" data-variant="secondary" href={`/${language}/calls/${call.id}/webinar`}>
            {words.signUp}
          </a>
        </p>
      ) : (
        <Alert color="info">{whyNotOpen(call, opening, language)}</Alert>
      )}
      {call.webinar.recording && (
        <p>
          <a class="ds-link" href={call.webinar.recording}>
            {webinarWords[language].recording}
          </a>
        </p>
      )}
    </section>
  );
};

interface CallProps {
  readonly call: Call;
  readonly moves: readonly Moved[];
}

export const callPage = (view: View, { call, moves }: CallProps): Html => {
  const { language } = view;
  const words = callWords[language];
  return (
    <Page view={view} title={call.title[language]}>
      <p class="over">{call.programme[language]}</p>
      <Heading>{call.title[language]}</Heading>
      <Paragraph lead>{call.summary[language]}</Paragraph>
      <MovedNotice view={view} moves={moves} />
      <Start view={view} call={call} />
      {call.passages.map(({ heading, paragraphs }) => (
        <section>
          <Subheading>{heading[language]}</Subheading>
          {paragraphs.map((paragraph) => (
            <Paragraph>{paragraph[language]}</Paragraph>
          ))}
        </section>
      ))}
      <Levels view={view} call={call} />
      <section aria-labelledby="how">
        <Subheading id="how">{words.howTitle}</Subheading>
        <ol class="how">
          {words.how.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </section>
      <WebinarPart view={view} call={call} />
      <section aria-labelledby="contacts">
        <Subheading id="contacts">{words.contacts}</Subheading>
        <Contacts call={call} language={language} />
        <p class="ds-paragraph small">
          {words.organisers}: {call.organisers[language]}.
        </p>
      </section>
    </Page>
  );
};
