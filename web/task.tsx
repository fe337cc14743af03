import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import type { Text } from "#shared/domain/text.ts";
import type { Instant } from "#shared/domain/time.ts";
import { onCallClock } from "./moments.ts";
import { Tag } from "./parts.tsx";
import type { View } from "./view.ts";
import { editingWords } from "./words/editing.ts";

export interface SectionState {
  readonly key: string;
  readonly title: Text;
  readonly status: "not-started" | "begun" | "wrong" | "ready";
  readonly savedAt?: Instant;
  readonly savedBy?: string;
}

const colours = { "not-started": "neutral", begun: "info", wrong: "warning", ready: "success" } as const;

const savedText = ({ savedAt, savedBy }: SectionState, call: Call, view: View): string | undefined => {
  const words = editingWords[view.language];
  if (!savedAt) return undefined;
  const when = onCallClock(call, savedAt, view.language);
  return savedBy ? words.savedBy(when, savedBy) : words.savedOn(when);
};

/** A section in the task list: where it is, and how far it has come. */
export const Task = ({
  view,
  call,
  application,
  state,
}: {
  readonly view: View;
  readonly call: Call;
  readonly application: Application;
  readonly state: SectionState;
}) => {
  const words = editingWords[view.language];
  const saved = savedText(state, call, view);
  return (
    <li>
      <div>
        <a
          class="ds-link"
          href={`/${view.language}/applications/${application.id}/sections/${state.key}`}
          aria-describedby={`status-${state.key}`}
        >
          {state.title[view.language]}
        </a>
        {saved && <p class="small">{saved}</p>}
      </div>
      <span id={`status-${state.key}`}>
        <Tag color={colours[state.status]}>{words.statuses[state.status]}</Tag>
      </span>
    </li>
  );
};
