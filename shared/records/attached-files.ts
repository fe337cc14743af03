import type { Application } from "#shared/domain/application.ts";
import { AttachedFiles } from "#shared/domain/attached-files.ts";
import type { PersonId } from "#shared/domain/person.ts";
import { accept, type Result } from "#shared/domain/result.ts";
import type { Instant } from "#shared/domain/time.ts";
import { readSection, saveSection } from "./sections.ts";
import { mostTries, pause, type Table, TooBusy } from "./table.ts";

export interface FileChange<Refusal> {
  readonly application: Application;
  readonly section: string;
  readonly at: Instant;
  readonly by: string;
  /** Who does it, when it is not the owner. */
  readonly colleague?: PersonId;
  /** What the files become; the very same ones when nothing is to change. */
  readonly decide: (files: AttachedFiles) => Result<AttachedFiles, Refusal>;
}

/** The files of a section as they are stored. */
export const readFiles = async (
  table: Table,
  { id }: Application,
  section: string,
): Promise<{ readonly files: AttachedFiles; readonly revision: number }> => {
  const saved = await readSection(table, id, section);
  return { files: AttachedFiles.parse(saved?.answers ?? {}), revision: saved?.revision ?? 0 };
};

/** Reads a section's files, has their change decided and keeps it; when somebody was first, reads and decides again. */
export const changeFiles = async <Refusal>(
  table: Table,
  { application, section, at, by, colleague, decide }: FileChange<Refusal>,
): Promise<Result<AttachedFiles, Refusal> | "not-editable" | "access-changed"> => {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const { files, revision } = await readFiles(table, application, section);
    const decided = decide(files);
    if (!decided.ok || decided.value === files) return decided;
    const saving = await saveSection(table, {
      application,
      section: { section, revision: revision + 1, answers: decided.value, savedAt: at, savedBy: by },
      colleague,
    });
    if (saving.outcome === "saved") return accept(decided.value);
    if (saving.outcome !== "conflict") return saving.outcome;
    await pause(tries);
  }
  throw new TooBusy();
};
