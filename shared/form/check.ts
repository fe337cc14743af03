import type * as z from "zod";
import type { Problem } from "#shared/domain/refusal.ts";
import { decodeDraft } from "./decode.ts";
import type { Misfit } from "./draft.ts";
import { type Params, say } from "./error-words.ts";
import type { Form } from "./form.ts";
import { fieldAt, labelOf } from "./labels.ts";
import { pathTo, pointerTo } from "./pointers.ts";
import type { AnyRecord } from "./types.ts";

const kindOf = (issue: z.core.$ZodIssue): { readonly key: string; readonly params: Params } => {
  if (issue.code === "custom" && issue.params) {
    const { key, ...params } = issue.params;
    return { key: String(key), params };
  }
  if (issue.code === "too_big" && issue.origin === "array")
    return { key: "tooMany", params: { max: Number(issue.maximum) } };
  return { key: "invalid", params: {} };
};

/** A problem of a kind that `error-words.ts` has words for. */
export const problemAt = (form: Form, path: readonly string[], key: string, params: Params): Problem => {
  const field = fieldAt(form, path);
  const isMissing =
    key === "required" || (key === "tooFew" && field?.kind === "checkboxes") || key === "gone";
  return {
    pointer: pointerTo(path),
    code: key,
    label: labelOf(form, path),
    message: (isMissing ? field?.missing : undefined) ?? say(key, params, field?.kind),
  };
};

export type Checked = { readonly warnings: readonly Problem[] } & (
  | { readonly ok: true; readonly answers: AnyRecord }
  | { readonly ok: false; readonly problems: readonly Problem[] }
);

/**
 * The answers a whole draft holds, or everything that is wrong with it; and what should be looked at but stops nobody.
 * A section's rules speak once its answers can be read.
 */
export const check = (form: Form, draft: AnyRecord): Checked => {
  const { answers, issues, warnings } = decodeDraft(form, draft);
  const told = (issue: z.core.$ZodIssue) => {
    const { key, params } = kindOf(issue);
    return problemAt(form, issue.path.map(String), key, params);
  };
  const also = { warnings: warnings.map(told) };
  return issues.length > 0
    ? { ok: false, problems: issues.map(told), ...also }
    : { ok: true, answers, ...also };
};

/** What is wrong within one section. */
export const problemsOf = (form: Form, draft: AnyRecord, section: string): readonly Problem[] => {
  const checked = check(form, draft);
  return checked.ok ? [] : checked.problems.filter(({ pointer }) => pointer.split("/")[1] === section);
};

const misfitKeys = {
  unknown: "unknown",
  "too-long": "tooLongToKeep",
  "too-many": "tooMany",
  "wrong-type": "wrongType",
} as const satisfies Record<Misfit["code"], string>;

/** What a request brought that a section cannot keep, as problems to show. */
export const problemsOfMisfits = (
  form: Form,
  section: string,
  misfits: readonly Misfit[],
): readonly Problem[] =>
  misfits.map(({ pointer, code, ...limit }) => ({
    ...problemAt(form, [section, ...pathTo(pointer)], misfitKeys[code], limit),
    code,
  }));
