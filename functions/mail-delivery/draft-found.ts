import type { DraftFound } from "#shared/domain/deadline-messages.ts";
import type { PersonId } from "#shared/domain/person.ts";
import type { Language } from "#shared/domain/text.ts";
import type { Instant } from "#shared/domain/time.ts";
import { check } from "#shared/form/check.ts";
import { readDraft, type WholeApplication } from "#shared/records/own-application.ts";
import type { Table } from "#shared/records/table.ts";

/** What is left to do in a draft, in numbers and the titles of sections. */
export const foundIn = async (
  table: Table,
  whole: WholeApplication,
  { reader, language, at }: { readonly reader: PersonId; readonly language: Language; readonly at: Instant },
): Promise<DraftFound> => {
  const { application, form } = whole;
  const checked = check(form, (await readDraft(table, whole)).draft);
  const pointers = new Set(checked.ok ? [] : checked.problems.map(({ pointer }) => pointer));
  const unfinished = new Set([...pointers].map((pointer) => pointer.split("/")[1]));
  const { reference, level, owner } = application;
  return {
    at,
    reference,
    level,
    isOwner: owner.id === reader,
    questions: pointers.size,
    sections: Object.entries(form.sections).flatMap(([key, { title }]) =>
      unfinished.has(key) ? [title[language]] : [],
    ),
  };
};
