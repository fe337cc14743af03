import * as z from "zod";
import { findCall } from "#shared/calls/index.ts";
import type { Application, ApplicationId } from "#shared/domain/application.ts";
import { Casework, untouched } from "#shared/domain/casework.ts";
import type { Event } from "#shared/domain/event.ts";
import { overallOutcome } from "#shared/domain/formal-control.ts";
import { Note } from "#shared/domain/note.ts";
import { historyWrites } from "./history.ts";
import { readAll, readItem } from "./reads.ts";
import { sortPrefixes } from "./sort-keys.ts";
import { type Table, transact } from "./table.ts";
import { keys } from "./table-keys.ts";
import { absent, type Expression, put, stillAt } from "./writes.ts";

/** Who of the staff has the application, and what has been controlled in it. */
export const readCasework = async (table: Table, id: ApplicationId): Promise<Casework> => {
  const item = await readItem(table, keys.casework(id));
  return item ? Casework.parse(item) : untouched;
};

/** What lists show of it, written on the application. A control of an earlier submission than the one that counts says nothing of that. */
const shown = ({ callId, submissions }: Application, { officer, control }: Casework): Expression => {
  const points = findCall(callId)?.formalControl ?? {};
  const isOfLast = control?.submission === submissions;
  const copies = { officer, control: isOfLast ? overallOutcome(points, control.points) : undefined };
  const kept = Object.entries(copies).filter(([, value]) => value !== undefined);
  const gone = Object.entries(copies).filter(([, value]) => value === undefined);
  const names = (all: typeof kept, text: (name: string) => string) =>
    all.map(([name]) => text(name)).join(", ");
  return {
    text: [
      names(kept, (name) => `#${name} = :${name}`),
      gone.length > 0 ? `REMOVE ${names(gone, (name) => `#${name}`)}` : "",
    ]
      .filter(Boolean)
      .join(" "),
    values: Object.fromEntries(kept),
  };
};

/** Keeps what was decided on the revision before it, with the event that tells of it; neither when either has changed since. */
export const keepCasework = async (
  table: Table,
  application: Application,
  { casework, event }: { readonly casework: Casework; readonly event: Event },
): Promise<"kept" | "changed"> => {
  const item = { ...z.encode(Casework, casework), ...keys.casework(application.id), item: "casework" };
  const written = await transact(table, [
    ...historyWrites(table, application, { event, byStaff: true, change: shown(application, casework) }),
    { Put: put(table, item, stillAt(casework.revision - 1)) },
  ]);
  return written === "done" ? "kept" : "changed";
};

/** What staff have written about an application, the first first. */
export const notesOf = async (table: Table, id: ApplicationId): Promise<Note[]> => {
  const items = await readAll(table, {
    key: keys.application(id).pk,
    sort: { beginsWith: sortPrefixes.note },
  });
  return items.map((item) => Note.parse(item));
};

/** Keeps a note with the event that tells of it, if the application is still as it was when its notes were read. */
export const keepNote = async (
  table: Table,
  application: Application,
  { note, event }: { readonly note: Note; readonly event: Event },
): Promise<"kept" | "changed"> => {
  const key = keys.note(application.id, note.at, note.id);
  const written = await transact(table, [
    ...historyWrites(table, application, { event, byStaff: true }),
    { Put: put(table, { ...z.encode(Note, note), ...key, item: "note" }, absent) },
  ]);
  return written === "done" ? "kept" : "changed";
};
