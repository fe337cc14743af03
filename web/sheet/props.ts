import type { Problem } from "#shared/domain/refusal.ts";
import type { GroupField } from "#shared/form/fields.ts";
import type { Section } from "#shared/form/form.ts";

/** What becomes of the rows that are in the list already. */
export type How = "add" | "replace";

export interface SheetProps {
  /** The address of the section that the group is in. */
  readonly sectionAddress: string;
  readonly section: Section;
  /** The group's name in the section. */
  readonly name: string;
  readonly group: GroupField;
  /** How many rows the list has. */
  readonly listed: number;
  readonly how: How;
  readonly problems: readonly Problem[];
}
