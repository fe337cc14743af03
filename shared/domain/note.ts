import * as z from "zod";
import { sha256 } from "./digest.ts";
import { type Person, PersonId } from "./person.ts";
import { type Instant, InstantText } from "./time.ts";

/** One of the staff, with the name as it was then. */
export const By = z.object({ id: PersonId, name: z.string() });
export type By = z.infer<typeof By>;

/** Characters in a note. */
export const longestNote = 4000;

/** What one of the staff has written about an application, for the staff alone. Never changed: a new one corrects it. */
export const Note = z.object({ id: z.string().min(1), at: InstantText, by: By, text: z.string().min(1) });
export type Note = z.infer<typeof Note>;

/** Whoever does something, and when, as a request knows. */
export interface Doing {
  readonly at: Instant;
  readonly person: Pick<Person, "id" | "name">;
}

/** The same text from the same form is the same note, however often it is sent; another text from it is another. */
export const noteOf = (written: { readonly key: string; readonly text: string }, doing: Doing): Note => ({
  id: sha256(`${written.key} ${written.text}`).slice(0, 32),
  at: doing.at,
  by: { id: doing.person.id, name: doing.person.name },
  text: written.text,
});
