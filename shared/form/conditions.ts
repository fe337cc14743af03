import type { Condition, Fields } from "./fields.ts";
import type { AnyRecord } from "./types.ts";

/** Finds what was answered to `section.field`, or to `.field` of the same row. */
export type Look = (when: string) => unknown;

/** Looks in a draft and in answers alike, since options are written the same in both. */
export const lookIn =
  (record: AnyRecord): Look =>
  (when) =>
    when.split(".").reduce<AnyRecord | undefined>((value, key) => value?.[key], record);

export const lookInRow =
  (row: AnyRecord, look: Look): Look =>
  (when) =>
    when.startsWith(".") ? row[when.slice(1)] : look(when);

const isAsked = (condition: Condition | undefined, look: Look): boolean => {
  if (!condition) return true;
  const given = look(condition.when);
  const all = Array.isArray(given) ? given : [given];
  return all.some((one) => condition.is.includes(String(one)));
};

/** The questions that are asked, with the answers so far. */
export const askedOf = (fields: Fields, look: Look) =>
  Object.entries(fields).filter(([, field]) => isAsked(field.showIf, look));
