// What the pages are told in the samples.
import { Level } from "#shared/domain/call.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import { accept } from "#shared/domain/result.ts";
import { t } from "#shared/domain/text.ts";
import { instant } from "#shared/domain/time.ts";
import { fileFieldsOf } from "#shared/form/file-section.ts";
import { summary } from "#shared/form/summary.ts";
import type { SectionProps } from "#web/section-form.tsx";
import type { View } from "#web/view.ts";
import { laterForm, nothingTyped } from "../../functions/staff-console/later-form.ts";
import { draftOf, sectionWith } from "./sample-answers.ts";
import { fileAnswers } from "./sample-files.ts";
import { afterDeadline, applicant, applicationIn, call, draft, form, submission } from "./sample-records.ts";

export const answers: ReturnType<typeof draftOf> = { ...draftOf(form), attachments: fileAnswers };
const [group, groupSection] = sectionWith(form, ({ kind }) => kind === "group");
export const groupKey = group;
export const [tableKey, tableSection] = sectionWith(form, ({ kind }) => kind === "table");
export const [choiceKey, choiceSection] = sectionWith(form, ({ showIf }) => showIf !== undefined);
export const [filesKey, filesSection] = sectionWith(form, ({ kind }) => kind === "files");
const [someFiles] = Object.values(fileFieldsOf(filesSection));
if (!someFiles) throw new Error("There is no question that asks for files");
export const fileField = someFiles;
export const [firstKey = ""] = Object.keys(form.sections);

const missing = t("Dette må fylles ut", "Dette må fyllast ut", "Enter an answer");

/** One problem for each question of a section, at the question itself. */
export const problemsIn = (section: string): Problem[] =>
  Object.entries(form.sections[section]?.fields ?? {}).map(([key, field]) => ({
    pointer: `/${section}/${key}`,
    code: "required",
    label: field.label,
    message: missing,
  }));

export const groupField =
  Object.entries(groupSection.fields).find(([, { kind }]) => kind === "group")?.[0] ?? "";

export const inGroup = Object.entries(groupSection.fields).flatMap(([key, field]) =>
  field.kind === "group"
    ? Object.entries(field.fields)
        .slice(0, 2)
        .map(([name, inner]) => ({
          pointer: `/${groupKey}/${key}/1/${name}`,
          code: "required",
          label: inner.label,
          message: missing,
        }))
    : [],
);

export const sectionProps = (section: string, more: Partial<SectionProps> = {}): SectionProps => ({
  call,
  application: draft,
  form,
  section,
  answers: answers[section] ?? {},
  revision: 4,
  problems: [],
  ...more,
});

export const sections = Object.entries(form.sections).map(([key, { title }], i) => ({
  key,
  title,
  status: (["ready", "begun", "not-started"] as const)[i % 3] ?? "begun",
  ...(i % 3 < 2 && { savedAt: instant("2024-06-20T10:00:00Z"), savedBy: applicant.name }),
}));

export const theirs = {
  revision: 9,
  answers: answers[firstKey] ?? {},
  savedAt: instant("2024-06-21T11:42:00Z"),
  savedBy: "Ola Øst",
};
export const otherText = Object.fromEntries(
  Object.entries(form.sections[firstKey]?.fields ?? {}).flatMap(([key, { kind }]) =>
    kind === "text" ? [[key, "Noe annet"]] : [],
  ),
);

export const review = (view: View) => ({
  call,
  application: draft,
  parts: summary(form, answers, view.language),
  revisions: Object.fromEntries(Object.keys(form.sections).map((key, i) => [key, i])),
  idempotencyKey: submission.idempotencyKey,
  warnings: problemsIn(firstKey).slice(0, 2),
  registerConcern: "Organisasjonsnummeret er ikke kontrollert mot Enhetsregisteret ennå.",
  alsoSent: ["NIC24-7K3M-9Q2X"],
  may: "own" as const,
  editable: accept(draft),
});

const deadline = instant("2024-06-21T16:00:00+02:00");
export const closed = { reason: "deadline-passed", deadline, at: afterDeadline } as const;
export const newIds = Object.fromEntries(
  Level.options.map((level) => [`${call.id}.${level}`, crypto.randomUUID()]),
);
export const many = Array.from({ length: 12 }, (_, i) =>
  applicationIn((["submitted", "draft", "withdrawn", "expired"] as const)[i % 4] ?? "draft", i + 1),
);

export const fill = { bytes: 84_000, most: 350_000 };
export const nearlyFull = { bytes: 289_400, most: 350_000 };
export const overfull = { bytes: 361_000, most: 350_000 };

const [aRow] = Object.values(answers[groupKey] ?? {}).flatMap((value) => (Array.isArray(value) ? value : []));
/** As many members as a large cluster has. */
export const manyRows = {
  ...answers[groupKey],
  [groupField]: Array.from({ length: 200 }, (_, i) => ({ ...aRow, id: `row-${i}` })),
};

/** Nothing typed of a later deadline. */
export const nothingLater = {
  form: laterForm,
  answers: nothingTyped.typed,
  problems: nothingTyped.problems,
};
