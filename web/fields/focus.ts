import type { Fields } from "#shared/form/fields.ts";

/** A row is not a field: its first question takes the focus for it. */
export const focusPath = (fields: Fields, wanted: string | undefined): string | undefined => {
  const [, group, row] = /^(\w+)\.(\d+)$/.exec(wanted ?? "") ?? [];
  const field = group === undefined ? undefined : fields[group];
  if (field?.kind !== "group") return wanted;
  const [first] = Object.keys(field.fields);
  return first === undefined ? wanted : `${group}.${row}.${first}`;
};
