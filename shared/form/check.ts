import type * as z from "zod";
import type { Problem } from "#shared/domain/refusal.ts";
import { decodeDraft } from "./answers.ts";
import { type Misfit, pointerTo } from "./draft.ts";
import { type Params, say } from "./error-words.ts";
import type { Form } from "./fields.ts";
import { fieldAt, labelOf } from "./labels.ts";
import type { AnyRecord } from "./types.ts";

interface Kind {
  readonly key: string;
  readonly params: Params;
}

const kindOf = (issue: z.core.$ZodIssue): Kind => {
  if (issue.code === "custom" && issue.params) {
    const { key, ...params } = issue.params;
    return { key: String(key), params };
  }
  if (issue.code === "too_small") {
    const min = Number(issue.minimum);
    if (issue.origin !== "array") return { key: "tooLow", params: { min } };
    return min === 1 ? { key: "required", params: {} } : { key: "tooFew", params: { min } };
  }
  if (issue.code === "too_big") {
    const max = Number(issue.maximum);
    return {
      key: issue.origin === "array" ? "tooMany" : issue.origin === "string" ? "tooLong" : "tooHigh",
      params: { max },
    };
  }
  return { key: "invalid", params: {} };
};

const problemOf = (form: Form, path: readonly PropertyKey[], { key, params }: Kind): Problem => {
  const spelt = path.map(String);
  const missing = key === "required" ? fieldAt(form, spelt)?.missing : undefined;
  return {
    pointer: pointerTo(path),
    code: key,
    label: labelOf(form, spelt),
    message: missing ?? say(key, params),
  };
};

export type Checked =
  | { readonly ok: true; readonly answers: AnyRecord }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The answers a whole draft holds, or everything that is wrong with it. Rules between answers speak once each answer can be read. */
export const check = (form: Form, draft: AnyRecord): Checked => {
  const decoded = decodeDraft(form, draft);
  return decoded.ok
    ? decoded
    : { ok: false, problems: decoded.issues.map((issue) => problemOf(form, issue.path, kindOf(issue))) };
};

/** What is wrong within one section. */
export const problemsOf = (form: Form, draft: AnyRecord, section: string): readonly Problem[] => {
  const checked = check(form, draft);
  return checked.ok ? [] : checked.problems.filter(({ pointer }) => pointer.split("/")[1] === section);
};

const misfitKeys = {
  unknown: "unknown",
  "too-long": "tooLong",
  "too-many": "tooMany",
  "wrong-type": "wrongType",
} as const;

/** What a request brought that a section cannot keep, as problems to show. */
export const problemsOfMisfits = (
  form: Form,
  section: string,
  misfits: readonly Misfit[],
): readonly Problem[] =>
  misfits.map(({ pointer, code }) => ({
    pointer: `/${section}${pointer}`,
    code,
    label: labelOf(form, [section, ...pointer.split("/").slice(1)]),
    message: say(misfitKeys[code] === "tooLong" ? "wrongType" : misfitKeys[code], {}),
  }));
