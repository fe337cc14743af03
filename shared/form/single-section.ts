// A form of one section, whose fields stand at the root of the request.
import type { Problem } from "#shared/domain/refusal.ts";
import { check, problemsOfMisfits } from "./check.ts";
import { emptySection, readSectionDraft } from "./draft.ts";
import type { Form, Section } from "./form.ts";
import type { AnyRecord } from "./types.ts";

/** The section and its key. */
export const onlySectionOf = (form: Form): readonly [string, Section] =>
  Object.entries(form.sections)[0] ?? ["", { title: form.title, fields: {} }];

/** The same form with some of its questions. */
export const askingOnly = (form: Form, isAsked: (name: string) => boolean): Form => {
  const [key, section] = onlySectionOf(form);
  const fields = Object.fromEntries(Object.entries(section.fields).filter(([name]) => isAsked(name)));
  return { ...form, sections: { [key]: { ...section, fields } } };
};

export const nothingTypedIn = (form: Form): AnyRecord => emptySection(onlySectionOf(form)[1]);

/** The texts in a request that cannot be kept, so that nobody has to type them again. */
const textsIn = (body: AnyRecord, { fields }: Section): AnyRecord =>
  Object.fromEntries(Object.keys(fields).map((key) => [key, typeof body[key] === "string" ? body[key] : ""]));

interface Read {
  readonly typed: AnyRecord;
  /** Without the section in their pointers. */
  readonly problems: readonly Problem[];
  /** What was typed means this, if nothing is wrong with it. */
  readonly answers?: AnyRecord;
}

/** What was typed, and the answers it means or what is wrong with it. */
export const readSingleSection = (form: Form, body: AnyRecord): Read => {
  const [key, section] = onlySectionOf(form);
  const atRoot = (problems: readonly Problem[]) =>
    problems.map((problem) => ({ ...problem, pointer: problem.pointer.replace(`/${key}`, "") }));
  const read = readSectionDraft(section, body);
  if (!read.ok)
    return {
      typed: textsIn(body, section),
      problems: atRoot(problemsOfMisfits(form, key, read.refusal)),
    };
  const checked = check(form, { [key]: read.value });
  return checked.ok
    ? { typed: read.value, problems: [], answers: checked.answers[key] }
    : { typed: read.value, problems: atRoot(checked.problems) };
};
