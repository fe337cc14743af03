import { handedTo } from "#shared/domain/casework.ts";
import type { Event } from "#shared/domain/event.ts";
import { type Instant, isAfter } from "#shared/domain/time.ts";

/** A value of a case that became another. */
export interface Change {
  readonly what: "saksstatus" | "saksansvarlig";
  readonly at: Instant;
  readonly by: string;
  readonly before: string;
  readonly after: string;
}

export interface Told {
  readonly changes: readonly Change[];
  /** Who has the case in the end. */
  readonly officer: string;
  /** When it was closed for the last time: withdrawn, or handed over. */
  readonly closedAt: Instant;
}

interface Wanted {
  /** When the case is handed over, and so closed. */
  readonly at: Instant;
  readonly words: { readonly unassigned: string; readonly byApplicant: string };
}

const open = "Under behandling";
const closed = "Avsluttet";
export const system = "Opptak";

/** What an application's history says of the case (Noark 5, annex 3): who has had it, and when it was open. */
export const changesIn = (
  events: readonly Pick<Event, "what" | "at" | "name" | "detail">[],
  { at, words: { unassigned, byApplicant } }: Wanted,
): Told => {
  const now: Record<Change["what"], string> = { saksstatus: open, saksansvarlig: unassigned };
  const changes: Change[] = [];
  const turn = (what: Change["what"], after: string, when: Instant, by: string): void => {
    if (now[what] === after) return;
    changes.push({ what, at: when, by, before: now[what], after });
    now[what] = after;
  };
  for (const { what, at: when, name, detail } of events.filter((event) => !isAfter(event.at, at))) {
    if (what === "case-taken") turn("saksansvarlig", name, when, name);
    if (what === "case-handed-over") turn("saksansvarlig", handedTo.nameIn(detail), when, name);
    if (what === "case-released") turn("saksansvarlig", unassigned, when, name);
    if (what === "application-withdrawn") turn("saksstatus", closed, when, byApplicant);
    if (what === "application-submitted") turn("saksstatus", open, when, byApplicant);
  }
  turn("saksstatus", closed, at, system);
  const closedAt = changes.findLast(({ what }) => what === "saksstatus")?.at ?? at;
  return { changes, officer: now.saksansvarlig, closedAt };
};
