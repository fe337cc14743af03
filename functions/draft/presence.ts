import { mayDo } from "#shared/domain/colleague.ts";
import { isToBeNoted, othersIn, type Presence } from "#shared/domain/presence.ts";
import { InstantText } from "#shared/domain/time.ts";
import type { SignedIn } from "#shared/http/request.ts";
import { notePresence, presencesIn } from "#shared/records/presence.ts";
import type { Table } from "#shared/records/table.ts";
import type { OpenSection } from "./section.ts";

/** Notes that one is in a section to write, and tells who else is. Without colleagues nothing is read or written. */
export const meetOthers = async (
  { at, person }: SignedIn,
  table: Table,
  { own: { application, may }, key }: OpenSection,
): Promise<readonly Presence[]> => {
  if (!application.colleagues || !mayDo(may, "write")) return [];
  const all = await presencesIn(table, application.id, key);
  if (isToBeNoted(all, person.id, at))
    await notePresence(table, application.id, key, { personId: person.id, name: person.name, at });
  return othersIn(all, person.id, at);
};

export const presenceJson = (others: readonly Presence[]) =>
  others.map(({ name, at }) => ({ name, at: InstantText.encode(at) }));
