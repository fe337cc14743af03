import type { Language } from "#shared/domain/text.ts";
import type { Field, GroupField } from "./fields.ts";
import { sheetColumns } from "./sheet-columns.ts";

/** What a column is to hold, for who fills in a sheet. */
export interface GuidedColumn {
  readonly key: string;
  readonly heading: string;
  readonly kind: Field["kind"];
  readonly optional: boolean;
  readonly hint: string | undefined;
  /** What may be chosen from; empty for what is written freely. */
  readonly options: readonly string[];
}

export const sheetGuide = (group: GroupField, language: Language): readonly GuidedColumn[] =>
  sheetColumns(group, language).flatMap(({ key, heading }) => {
    const field = group.fields[key.split(".")[0] ?? ""];
    if (!field) return [];
    return [
      {
        key,
        heading,
        kind: field.kind,
        optional: field.optional === true,
        hint: field.hint?.[language],
        options: "options" in field ? Object.values(field.options).map((option) => option[language]) : [],
      },
    ];
  });
