import type { Level } from "#shared/domain/call.ts";
import { type Form, formFor } from "./fields.ts";

/** Keys of the sections in which one level differs from another: what the other asks besides, and what it does not ask for. */
export const differenceBetween = (
  form: Form,
  from: Level,
  to: Level,
): { readonly coming: readonly string[]; readonly going: readonly string[] } => {
  const sectionsOf = (level: Level) => Object.keys(formFor(form, level).sections);
  const [before, after] = [sectionsOf(from), sectionsOf(to)];
  return {
    coming: after.filter((key) => !before.includes(key)),
    going: before.filter((key) => !after.includes(key)),
  };
};
