import type { Attempt } from "#shared/domain/attempt.ts";
import type { Call } from "#shared/domain/call.ts";
import type { Language } from "#shared/domain/text.ts";
import { showLateness } from "#shared/form/durations.ts";
import { toTheMillisecond } from "./moments.ts";
import { attemptWords } from "./words/attempts.ts";

/** The attempts to send that did not get through, if there are any, for who may want to complain. */
export const RefusedAttempts = ({
  call,
  attempts,
  language,
}: {
  readonly call: Call;
  readonly attempts: readonly Attempt[];
  readonly language: Language;
}) => {
  const words = attemptWords[language];
  if (attempts.length === 0) return null;
  const told = ({ at, outcome, lateMs }: Attempt): string =>
    [
      `${toTheMillisecond(call, at, language)}: ${words.outcomes[outcome]}`,
      ...(lateMs === undefined ? [] : [showLateness(lateMs, language)]),
    ].join(", ");
  return (
    <details class="ds-details">
      <summary>{words.refused(attempts.length)}</summary>
      <div>
        <ul>
          {attempts.map((attempt) => (
            <li>
              {told(attempt)}. {words.request} <code>{attempt.requestId}</code>
            </li>
          ))}
        </ul>
        <p class="small">{words.quote}</p>
      </div>
    </details>
  );
};
