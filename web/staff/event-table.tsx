import { handedTo } from "#shared/domain/casework.ts";
import type { Event } from "#shared/domain/event.ts";
import { toTheMinute } from "../moments.ts";
import { Paragraph } from "../parts.tsx";
import { Sideways } from "../sideways.tsx";
import type { View } from "../view.ts";
import { eventNames } from "../words/event-names.ts";
import { historyWords } from "../words/history.ts";

/** What happened, when and by whom, in the zone staff work in. */
export const EventTable = ({
  view,
  events,
  label,
  timeZone = "Europe/Oslo",
}: {
  readonly view: View;
  readonly events: readonly Event[];
  readonly label: string;
  readonly timeZone?: string;
}) => {
  const words = historyWords[view.language];
  if (events.length === 0) return <Paragraph>{words.noEvents}</Paragraph>;
  return (
    <Sideways label={label} hover>
      <thead>
        <tr>
          {[words.when, words.who, words.what, words.detail].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events.map(({ at, who, name, what, detail }) => (
          <tr>
            <td class="moment">{toTheMinute(at, timeZone, view.language)}</td>
            <td>{who === "system" ? words.system : name}</td>
            <td>{eventNames[view.language][what]}</td>
            <td>{what === "case-handed-over" ? handedTo.nameIn(detail) : detail}</td>
          </tr>
        ))}
      </tbody>
    </Sideways>
  );
};
