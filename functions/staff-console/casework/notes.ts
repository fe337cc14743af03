import { randomUUID } from "node:crypto";
import * as z from "zod";
import { Note, noteOf } from "#shared/domain/note.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { keepNote, notesOf } from "#shared/records/casework.ts";
import { eventBy } from "#shared/records/events.ts";
import type { Table } from "#shared/records/table.ts";
import { backTo, drawApplication, findForStaff } from "../application.ts";
import { readNote } from "./note-form.ts";

const Key = z.uuid().catch(() => randomUUID());

/** Adds a note. Pressing twice is pressing once. */
export const writeNote = (asked: SignedIn, table: Table): Promise<Answer> =>
  untilSettled(async () => {
    const found = await findForStaff(asked, table);
    if (!found) return { reason: "not-found" };
    const { application } = found;
    const { key: given, ...body } = asked.body;
    const key = Key.parse(given);
    const { text, typed, problems } = readNote(body);
    if (text === undefined) {
      const { page } = await drawApplication(asked, table, found, { note: { key, typed, problems } });
      return { refusal: { reason: "problems-in-answers", problems }, page };
    }
    const note = noteOf({ key, text }, asked);
    const answer = {
      to: backTo(asked, application, "#notes"),
      json: { status: 201, body: z.encode(Note, note) },
    };
    if ((await notesOf(table, application.id)).some(({ id }) => id === note.id)) return answer;
    const event = eventBy(asked, "note-written");
    return (await keepNote(table, application, { note, event })) === "kept" ? answer : "changed";
  });
