import { factsIn } from "#shared/calls/facts.ts";
import type { SavedSection } from "#shared/domain/application.ts";
import { decideWriting } from "#shared/domain/colleague.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { accept, type Result, refuse } from "#shared/domain/result.ts";
import type { SignedIn } from "#shared/http/request.ts";
import { largestApplication, saveSection, sizeOf } from "#shared/records/sections.ts";
import type { Table } from "#shared/records/table.ts";
import type { OpenSection } from "./section.ts";

export interface Typed {
  readonly answers: SavedSection["answers"];
  /** The revision it builds on. */
  readonly revision: number;
}

/**
 * The one way a section is saved: in time, not too much, by whoever may, and over the revision it builds on.
 * `changed` when that person's access is no longer what was decided on.
 */
export const keepAnswers = async (
  asked: SignedIn,
  table: Table,
  open: OpenSection,
  { answers, revision }: Typed,
): Promise<Result<SavedSection, Refusal> | "changed"> => {
  const { application, definition, may } = open.own;
  const writing = decideWriting(definition.call, application, may, asked.at);
  if (!writing.ok) return writing;
  if (sizeOf(answers) > largestApplication) return refuse({ reason: "too-large", limit: largestApplication });
  const { at, person } = asked;
  const saving = await saveSection(table, {
    application,
    section: { section: open.key, revision: revision + 1, answers, savedAt: at, savedBy: person.name },
    facts: factsIn(definition, open.key, answers),
    ...(may !== "own" && { colleague: person.id }),
  });
  switch (saving.outcome) {
    case "saved":
      return accept(saving.section);
    case "not-editable":
      return refuse({ reason: "already-submitted" });
    case "access-changed":
      return "changed";
    case "conflict":
      return refuse({ reason: "saved-elsewhere", theirs: saving.theirs });
  }
};
