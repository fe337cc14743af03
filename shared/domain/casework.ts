import * as z from "zod";
import { canonicalJson } from "./digest.ts";
import { Control } from "./formal-control.ts";
import { By, type Doing } from "./note.ts";
import type { Person, PersonId } from "./person.ts";
import type { Refusal } from "./refusal.ts";
import { accept, type Result, refuse } from "./result.ts";
import { mayDo, rights } from "./staff-role.ts";
import { type Instant, InstantText } from "./time.ts";

/** What staff do with an application: who of them has it, and the formal control. */
export const Casework = z.object({
  revision: z.int().min(0),
  officer: z.optional(By),
  takenAt: z.optional(InstantText),
  control: z.optional(Control),
});
export type Casework = z.infer<typeof Casework>;

export const untouched: Casework = { revision: 0 };

/** What becomes of it, or why not. */
export type Decided = Result<Casework, Extract<Refusal, { reason: "case-taken" | "not-your-role" }>>;

/** The case in these hands. What one has already stays as it is. */
export const decideTaking = (casework: Casework, { person, at }: Doing): Decided => {
  const { officer, revision } = casework;
  if (officer?.id === person.id) return accept(casework);
  if (officer) return refuse({ reason: "case-taken", by: officer.name });
  const taker = { id: person.id, name: person.name };
  return accept({ ...casework, revision: revision + 1, officer: taker, takenAt: at });
};

/** The case in nobody's hands. Whoever has it gives it back; whoever rules gives back anybody's. */
export const decideRelease = (casework: Casework, person: Pick<Person, "id" | "roles">): Decided => {
  const { officer, takenAt: _, revision, ...rest } = casework;
  if (!officer) return accept(casework);
  if (officer.id !== person.id && !mayDo(person, "rule"))
    return refuse({ reason: "not-your-role", takes: rights.rule });
  return accept({ ...rest, revision: revision + 1 });
};

/** To whom a case is to go, and whose it was on the page where that was chosen: nobody's when it is not said. */
export interface WantedHandOver {
  readonly to: By;
  readonly from?: PersonId | undefined;
}

/** The case in the hands of another. Whoever has it hands it on; whoever rules hands on anybody's, and what nobody has. Not unseen over what another has done meanwhile. */
export const decideHandOver = (
  casework: Casework,
  { to, from }: WantedHandOver,
  { person, at }: { readonly person: Pick<Person, "id" | "roles">; readonly at: Instant },
): Decided => {
  const { officer, revision } = casework;
  if (officer?.id === to.id) return accept(casework);
  const isSeen = officer === undefined || officer.id === from;
  const isTheirs = officer?.id === person.id || mayDo(person, "rule");
  if (officer && !(isSeen && isTheirs)) return refuse({ reason: "case-taken", by: officer.name });
  if (!isTheirs) return refuse({ reason: "not-your-role", takes: rights.rule });
  return accept({ ...casework, revision: revision + 1, officer: to, takenAt: at });
};

/** Who was handed a case, as its event says it. */
export const handedTo = {
  write: ({ id, name }: By): string => `${encodeURIComponent(id)} ${name}`,
  /** The name as it was then. */
  nameIn: (detail = ""): string => detail.slice(detail.indexOf(" ") + 1),
} as const;

/** A control as it was filled in, on the revision of the control that was shown: 0 when there was none. */
export interface WantedControl extends Pick<Control, "submission" | "points"> {
  readonly on: number;
}

const said = ({ submission, points }: Pick<Control, "submission" | "points">): string =>
  canonicalJson({ submission, points });

/** The control kept over the one that was shown. What somebody else has kept meanwhile is not written over. */
export const decideControl = (
  casework: Casework,
  { on, ...wanted }: WantedControl,
  { person, at }: Doing,
): Result<Casework, Control> => {
  const { control, revision } = casework;
  if (control && said(control) === said(wanted)) return accept(casework);
  if (control && control.revision !== on) return refuse(control);
  const by = { id: person.id, name: person.name };
  return accept({
    ...casework,
    revision: revision + 1,
    control: { ...wanted, revision: (control?.revision ?? 0) + 1, at, by },
  });
};
