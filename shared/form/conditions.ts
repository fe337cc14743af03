import type { Condition, Fields } from "./fields.ts";
import type { AnyRecord } from "./types.ts";

/** Reads `section.field`, or `.field` of the same row. Draft and answers alike, since options are written the same in both. */
export type Look = (when: string) => unknown;

export const lookIn =
  (record: AnyRecord, row?: AnyRecord): Look =>
  (when) =>
    when.startsWith(".")
      ? row?.[when.slice(1)]
      : when.split(".").reduce<AnyRecord | undefined>((value, key) => value?.[key], record);

export const isAsked = (condition: Condition | undefined, look: Look): boolean => {
  if (!condition) return true;
  const given = look(condition.when);
  const all = Array.isArray(given) ? given : [given];
  return all.some((one) => condition.is.includes(String(one)));
};

/** The fields that are asked, with the answers so far. */
export const askedOf = (fields: Fields, look: Look) =>
  Object.entries(fields).filter(([, field]) => isAsked(field.showIf, look));
