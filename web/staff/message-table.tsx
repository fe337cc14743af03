import type { Call } from "#shared/domain/call.ts";
import type { Message } from "#shared/domain/message.ts";
import { onCallClock } from "../moments.ts";
import { Paragraph, Tag } from "../parts.tsx";
import { Sideways } from "../sideways.tsx";
import type { View } from "../view.ts";
import { historyWords } from "../words/history.ts";
import { staffWords } from "../words/staff.ts";

const colours = { owed: "info", sent: "success", failed: "danger", obsolete: "neutral" } as const;

/** Mails, and what became of each. */
export const MessageTable = ({
  view: { language },
  call,
  messages,
}: {
  readonly view: View;
  readonly call: Call;
  readonly messages: readonly Message[];
}) => {
  const history = historyWords[language];
  if (messages.length === 0) return <Paragraph>{history.noMessages}</Paragraph>;
  return (
    <Sideways label={history.messages} hover>
      <thead>
        <tr>
          {[history.when, history.what, history.to, staffWords[language].state, history.attempts].map(
            (name) => (
              <th scope="col">{name}</th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {messages.map(({ owedAt, sentAt, content, to, state, attempts, lastFailure }) => (
          <tr>
            <td class="moment">{onCallClock(call, sentAt ?? owedAt, language)}</td>
            <td>{history.kinds[content.kind]}</td>
            <td>{to}</td>
            <td>
              <Tag color={colours[state]}>{history.messageStates[state]}</Tag> {lastFailure ?? ""}
            </td>
            <td>{attempts}</td>
          </tr>
        ))}
      </tbody>
    </Sideways>
  );
};
