// What stands in the forms of an application's page.
import { randomUUID } from "node:crypto";
import type { Casework } from "#shared/domain/casework.ts";
import { caseOfficersAmong, type StaffMember } from "#shared/domain/staff-member.ts";
import { countingSubmission } from "#shared/domain/standing.ts";
import { nothingTypedIn } from "#shared/form/single-section.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Found } from "./application.ts";
import { controlForm, typedOf } from "./casework/control-form.ts";
import { handOverForm } from "./casework/hand-over-form.ts";
import { noteForm } from "./casework/note-form.ts";
import { nothingTyped, type Typed } from "./later-form.ts";

/** What was typed in one of the forms of the page and was not taken. */
export interface TypedIn {
  readonly handOver?: Typed;
  readonly extension?: Typed;
  readonly note?: Typed & { readonly key: string };
  readonly control?: Typed & { readonly submission: number; readonly on: number };
}

/** What stands in the form of the formal control: what was typed, or what is kept of the submission that counts. */
export const controllingOf = (
  { application, definition }: Found,
  { control }: Casework,
  typed?: TypedIn["control"],
) => {
  const points = definition.formalControl;
  const submission = countingSubmission(application) ?? application.submissions;
  const kept = control?.submission === submission ? control.points : {};
  return {
    ...{ form: controlForm(points), answers: typed?.typed ?? typedOf(points, kept) },
    ...{ problems: typed?.problems ?? [], isTyped: typed !== undefined },
    ...{ submission: typed?.submission ?? submission, on: typed?.on ?? control?.revision ?? 0 },
  };
};

/** Everybody who may have it but whoever has it now, and what was chosen among them. */
export const handingOf = (
  { at }: SignedIn,
  { officer }: Casework,
  staff: readonly StaffMember[],
  typed: Typed = nothingTyped,
) => {
  const others = caseOfficersAmong(staff, at).filter(({ id }) => id !== officer?.id);
  return {
    ...{ form: handOverForm(others), isAnybodyThere: others.length > 0 },
    ...{ answers: typed.typed, problems: typed.problems },
  };
};

/** A note that was typed and not taken, or an empty one with a key of its own. */
export const notingOf = (note: TypedIn["note"]) => ({
  ...{ form: noteForm, answers: note?.typed ?? nothingTypedIn(noteForm) },
  ...{ problems: note?.problems ?? [], key: note?.key ?? randomUUID() },
});
