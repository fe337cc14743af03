// What questions are put together to: sections, what follows from their amounts, rules between them. Plain data but for what must be computed.
import type { Level } from "#shared/domain/call.ts";
import type { Text } from "#shared/domain/text.ts";
import type { Fields } from "./fields.ts";
import type { AnyRecord } from "./types.ts";

/** Figures that follow from a section's amounts, one row each. `undefined` is a figure that cannot be told yet. */
export interface Figures {
  readonly title: Text;
  readonly columns: readonly Text[];
  readonly rows: (amounts: AnyRecord) => readonly {
    readonly label: Text;
    readonly as: "money" | "percent";
    readonly values: readonly (number | undefined)[];
  }[];
}

/** One page of a form. Without `levels` every level is asked. */
export interface Section {
  readonly title: Text;
  readonly levels?: readonly Level[];
  readonly intro?: Text;
  readonly fields: Fields;
  readonly figures?: Figures;
  /** False when each application must answer anew, as with declarations. */
  readonly carried?: false;
  /** How much its files may weigh together. */
  readonly maxMegabytes?: number;
}

interface AnyRule {
  readonly levels?: readonly Level[];
  readonly message: Text;
  /** It is told, but stops nobody. */
  readonly warns?: boolean;
}

/**
 * Something that must hold between answers. It is judged as soon as the answers of the section it is `at` (`section.field`) can be
 * read; `holds` sees those, and other sections' where they can be read too. `levels` as in a section.
 */
export interface FormRule extends AnyRule {
  readonly at: string;
  holds(answers: AnyRecord): boolean;
}

/** The same for each row of a group, and told at that row: `at` is `section.group.field`. */
export interface RowRule extends AnyRule {
  readonly at: string;
  holdsFor(row: AnyRecord, answers: AnyRecord): boolean;
}

export type Rule = FormRule | RowRule;

export interface Form {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly sections: Readonly<Record<string, Section>>;
  readonly rules?: readonly Rule[];
}
