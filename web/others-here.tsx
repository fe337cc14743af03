import type { Call } from "#shared/domain/call.ts";
import type { Presence } from "#shared/domain/presence.ts";
import { showClock } from "#shared/form/moments.ts";
import type { View } from "./view.ts";
import { colleagueWords } from "./words/colleagues.ts";

/** Who else is in a section. Always there, for the script to fill in; empty it takes no room. */
export const OthersHere = ({
  view,
  call,
  others,
}: {
  readonly view: View;
  readonly call: Call;
  readonly others: readonly Presence[];
}) => {
  const { here } = colleagueWords[view.language];
  return (
    <ul class="others" id="others" data-words={here("%n", "%t")}>
      {others.map(({ name, at }) => (
        <li data-name={name}>{here(name, showClock(minuteOf(at), call.timeZone, view.language))}</li>
      ))}
    </ul>
  );
};

const minuteOf = (at: Presence["at"]) => at.round({ smallestUnit: "minute", roundingMode: "floor" });
