import type { Call } from "#shared/domain/call.ts";
import { isDelayed } from "#shared/domain/fate.ts";
import type { Message, MessageState } from "#shared/domain/message.ts";
import type { Language } from "#shared/domain/text.ts";
import { onCallClock } from "../moments.ts";
import { Paragraph, Tag } from "../parts.tsx";
import { Sideways } from "../sideways.tsx";
import type { View } from "../view.ts";
import { historyWords } from "../words/history.ts";
import { messageNames } from "../words/message-names.ts";
import { staffWords } from "../words/staff.ts";
import { staffPath } from "./staff-frame.tsx";

const colours = {
  owed: "info",
  sending: "info",
  sent: "info",
  delivered: "success",
  bounced: "danger",
  complained: "danger",
  failed: "danger",
  obsolete: "neutral",
  withheld: "neutral",
} as const satisfies Record<MessageState, string>;

/** What is to be known besides the state: codes, and what has been noted on the way. */
const notesOf = (message: Message, language: Language): string => {
  const names = messageNames[language];
  const { state, lastFailure, maybeTwice, feedback = [] } = message;
  const why = state === "bounced" || state === "complained" ? feedback.at(-1)?.because : undefined;
  return [
    ...(state === "owed" || state === "failed" ? [lastFailure] : []),
    ...[why, isDelayed(message) ? names.delayed : undefined],
    maybeTwice ? names.maybeTwice : undefined,
  ]
    .filter(Boolean)
    .join(". ");
};

/** Mails, and what became of each. */
export const MessageTable = ({
  view,
  call,
  messages,
  unreadable = [],
}: {
  readonly view: View;
  readonly call: Call;
  readonly messages: readonly Message[];
  /** The ids of those that this release cannot read. */
  readonly unreadable?: readonly string[] | undefined;
}) => {
  const { language } = view;
  const history = historyWords[language];
  const names = messageNames[language];
  if (messages.length + unreadable.length === 0) return <Paragraph>{names.noMessages}</Paragraph>;
  return (
    <Sideways label={history.messages} hover>
      <thead>
        <tr>
          {[history.when, history.what, history.to, staffWords[language].state].map((name) => (
            <th scope="col">{name}</th>
          ))}
          <th scope="col" class="number">
            {names.attempts}
          </th>
        </tr>
      </thead>
      <tbody>
        {messages.map((message) => (
          <tr>
            <td class="moment">{onCallClock(call, message.sentAt ?? message.owedAt, language)}</td>
            <td>
              <a class="ds-link" href={staffPath(view, `/messages/${message.id}`)}>
                {names.kinds[message.content.kind]}
              </a>
            </td>
            <td>{message.to}</td>
            <td>
              <Tag color={colours[message.state]}>{names.messageStates[message.state]}</Tag>{" "}
              {notesOf(message, language)}
            </td>
            <td class="number">{message.attempts}</td>
          </tr>
        ))}
        {unreadable.map((id) => (
          <tr>
            <td>–</td>
            <td>{id}</td>
            <td>–</td>
            <td>
              <Tag color="danger">{names.messageStates.unreadable}</Tag>
            </td>
            <td class="number">–</td>
          </tr>
        ))}
      </tbody>
    </Sideways>
  );
};
