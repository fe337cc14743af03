import type { Application } from "#shared/domain/application.ts";
import { type Call, Level, type Opening, openingOf } from "#shared/domain/call.ts";
import { asItHoldsFor } from "#shared/domain/call-deadlines.ts";
import { type Deadline, lastInstantOf } from "#shared/domain/deadline.ts";
import type { Language } from "#shared/domain/text.ts";
import { showTimeLeft } from "#shared/form/moments.ts";
import { deadlineText, extensionText } from "./moments.ts";
import { Tag } from "./parts.tsx";
import type { View } from "./view.ts";
import { deadlineWords } from "./words/deadlines.ts";

const openingColour = { open: "success", closed: "neutral", "opens-later": "info" } as const;

export const OpeningTag = ({
  opening,
  language,
}: {
  readonly opening: Opening;
  readonly language: Language;
}) => {
  const words = deadlineWords[language];
  const names = { open: words.open, closed: words.closed, "opens-later": words.opensLater };
  return <Tag color={openingColour[opening.state]}>{names[opening.state]}</Tag>;
};

/** A deadline and, while it lasts, the time that is left by the server's clock. The script only makes it tick. */
export const DeadlineLine = ({
  view,
  deadline,
  label,
}: {
  readonly view: View;
  readonly deadline: Deadline;
  readonly label: string;
}) => {
  const words = deadlineWords[view.language];
  const last = lastInstantOf(deadline);
  const left = last.epochMilliseconds - view.at.epochMilliseconds;
  return (
    <p class="deadline">
      <strong>{label}:</strong>{" "}
      <time datetime={last.toString({ fractionalSecondDigits: 3 })}>
        {deadlineText(deadline, view.language)}
      </time>{" "}
      <span class="left" data-left={left} data-passed={words.passed} data-words={words.left("%s")}>
        {left < 0 ? words.passed : words.left(showTimeLeft(view.at, last, view.language))}
      </span>
    </p>
  );
};

/** The deadline that holds for an application and, where that is an extension, everybody else's and why. */
export const ApplicationDeadline = ({
  view,
  call,
  application,
}: {
  readonly view: View;
  readonly call: Call;
  readonly application: Pick<Application, "level" | "extension">;
}) => {
  const level = asItHoldsFor(call, application).levels[application.level];
  const extension = extensionText(level, view.language);
  return (
    <>
      <DeadlineLine view={view} deadline={level.deadline} label={deadlineWords[view.language].deadline} />
      {extension && <p class="small extension">{extension}</p>}
    </>
  );
};

/** Open while any level is. */
export const callOpening = (call: Call, view: View): Opening => {
  const openings = Level.options.map((level) => openingOf(call, level, view.at));
  return (
    openings.find(({ state }) => state === "open") ?? openings[0] ?? { state: "closed", closedAt: view.at }
  );
};
