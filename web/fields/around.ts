import type { Organisation } from "#shared/domain/organisation.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import type { Language } from "#shared/domain/text.ts";
import type { Look } from "#shared/form/conditions.ts";
import type { Form } from "#shared/form/form.ts";
import { pathTo } from "#shared/form/pointers.ts";

/** What a field must know besides its own definition and answer. Paths are within the section: `list.0.name`. */
export interface Around {
  readonly language: Language;
  readonly form: Form;
  readonly section: string;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Finds what stands anywhere in the form, as far as this page knows it. */
  readonly look: Look;
  /** What the register has said, by number; only where it was asked for. */
  readonly organisations?: ReadonlyMap<string, Organisation> | undefined;
  /** Messages by path. */
  readonly problems: ReadonlyMap<string, string>;
  /** What a field's name begins with: `answers.` in a section, nothing in the webinar's form. */
  readonly prefix: string;
  /** Whether each question says if it must be answered; only when the page mixes the two. */
  readonly marked: boolean;
  /** Shown but not to be changed. */
  readonly locked: boolean;
  /** Path of what takes the focus when the page opens. */
  readonly focus: string | undefined;
}

export const idOf = (path: string): string => `f-${path.replaceAll(".", "-")}`;

/** Problems of one section by path. A section's pointers begin with its key, those of a form of one section do not. */
export const problemsByPath = (
  problems: readonly Problem[],
  section: string | undefined,
  language: Language,
): ReadonlyMap<string, string> =>
  new Map(
    problems.map(({ pointer, message }) => [pathOf(pointer, section), message[language]] as const).reverse(),
  );

/** `/members/list/0/name` in `members` is `list.0.name`. */
export const pathOf = (pointer: string, section?: string): string =>
  pathTo(pointer)
    .slice(section === undefined ? 0 : 1)
    .join(".");

/** Ids of what describes a field, for `aria-describedby`. */
export const describedBy = (id: string, parts: Readonly<Record<string, unknown>>): string | undefined =>
  Object.entries(parts)
    .flatMap(([name, there]) => (there ? [`${id}-${name}`] : []))
    .join(" ") || undefined;
