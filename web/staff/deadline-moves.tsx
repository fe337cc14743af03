import type { Call } from "#shared/domain/call.ts";
import { type Moved, movedFrom } from "#shared/domain/call-deadlines.ts";
import { deadlineText, onCallClock } from "../moments.ts";
import { Paragraph } from "../parts.tsx";
import { Sideways } from "../sideways.tsx";
import type { View } from "../view.ts";
import { laterWords } from "../words/later.ts";

interface Props {
  readonly view: View;
  readonly call: Call;
  readonly moves: readonly Moved[];
}

/** How the deadline of a call has been moved, and by whom. */
export const Moves = ({ view, call, moves }: Props) => {
  const { language } = view;
  const words = laterWords[language];
  const person = ({ name }: Moved["approvedBy"], at: Moved["approvedAt"]) =>
    words.byOn(name, onCallClock(call, at, language));
  if (moves.length === 0) return <Paragraph>{words.neverMoved}</Paragraph>;
  return (
    <Sideways label={words.moves} hover>
      <thead>
        <tr>
          {[words.from, words.to, words.reason, words.proposedBy, words.approvedBy].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {moves.map((move) => (
          <tr>
            <td>
              {movedFrom(move)
                .map((deadline) => deadlineText(deadline, language))
                .join("; ")}
            </td>
            <td>{deadlineText(move.to, language)}</td>
            <td>{move.reason}</td>
            <td>{person(move.proposedBy, move.proposedAt)}</td>
            <td>{person(move.approvedBy, move.approvedAt)}</td>
          </tr>
        ))}
      </tbody>
    </Sideways>
  );
};
