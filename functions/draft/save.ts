import * as z from "zod";
import { decideEditing, type SavedSection } from "#shared/domain/application.ts";
import { InstantText } from "#shared/domain/time.ts";
import { problemsOf, problemsOfMisfits } from "#shared/form/check.ts";
import { readSectionDraft } from "#shared/form/draft.ts";
import { figuresOf } from "#shared/form/figures.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { readDraft } from "#shared/records/own-application.ts";
import { type Facts, largestApplication, saveSection, sizeOf } from "#shared/records/sections.ts";
import type { Table } from "#shared/records/table.ts";
import { addRow, removeRow } from "./rows.ts";
import { closed, draw, type OpenSection, openSection } from "./section.ts";

/** What both the page's buttons and the script's autosave send. */
const Save = z.strictObject({
  revision: z.coerce.number().int().min(0),
  answers: z.record(z.string(), z.unknown()).default({}),
  next: z.enum(["section", "overview"]).optional(),
  add: z.string().max(100).optional(),
  remove: z.string().max(100).optional(),
  keep: z.enum(["mine", "theirs"]).optional(),
});
type Save = z.infer<typeof Save>;

const withRows = ({ answers, add, remove }: Save) => {
  if (add) return addRow(answers, add);
  return remove ? removeRow(answers, remove) : { answers, focus: undefined };
};

/** Copies of what lists show, taken from this section's answers as they stand. */
const factsIn = ({ own, key }: OpenSection, answers: Readonly<Record<string, unknown>>): Partial<Facts> => {
  const { organisation, organisationNumber, cluster } = own.definition.facts;
  return Object.fromEntries(
    Object.entries({ organisation, organisationNumber, cluster }).flatMap(([name, path]) => {
      const [section, field = ""] = path.split(".");
      const value = answers[field];
      return section === key && typeof value === "string" ? [[name, value.trim().slice(0, 400)]] : [];
    }),
  );
};

const goOn = async (
  asked: SignedIn,
  table: Table,
  open: OpenSection,
  saved: SavedSection,
  body: Save,
): Promise<Answer> => {
  const here = `/${asked.language}/applications/${open.own.application.id}`;
  if (body.next === "overview") return { to: here };
  const { draft } = await readDraft(table, open.own);
  const problems = problemsOf(open.own.form, draft, open.key);
  if (problems.length > 0)
    return {
      refusal: { reason: "problems-in-answers", problems },
      page: await draw(asked, table, open, { answers: saved.answers, revision: saved.revision, problems }),
    };
  const keys = Object.keys(open.own.form.sections);
  const next = keys[keys.indexOf(open.key) + 1];
  return { to: next ? `${here}/sections/${next}` : `${here}/review` };
};

const afterSaving = async (
  asked: SignedIn,
  table: Table,
  open: OpenSection,
  { saved, body, focus }: { saved: SavedSection; body: Save; focus: string | undefined },
): Promise<Answer> => {
  if (asked.wantsJson) {
    const { answers, revision } = saved;
    const figures = figuresOf(open.section, answers, asked.language);
    return {
      json: () => ({
        revision,
        savedAt: InstantText.encode(saved.savedAt),
        ...(figures && { figures: figures.rows.map(({ cells }) => cells) }),
      }),
      page: await draw(asked, table, open, { answers, revision }),
    };
  }
  if (focus) return { to: `${asked.path.split("?")[0]}?focus=${encodeURIComponent(focus)}` };
  return goOn(asked, table, open, saved, body);
};

/** Keeps whatever was typed. Refuses only what is too late, too much or changed by somebody else, and then hands the text back. */
export const save = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const open = await openSection(asked, table);
  if (!open) return { reason: "not-found" };
  const { own, key, section } = open;
  const body = Save.safeParse(asked.body);
  if (!body.success) return { reason: "malformed-request" };
  if (body.data.keep === "theirs") return { to: asked.path };
  const { answers: given, focus } = withRows(body.data);
  const read = readSectionDraft(section, given);
  if (!read.ok)
    return { reason: "problems-in-answers", problems: problemsOfMisfits(own.form, key, read.refusal) };
  const answers = read.value;
  const { revision } = body.data;
  const editing = decideEditing(own.definition.call, own.application, asked.at);
  if (!editing.ok)
    return {
      refusal: editing.refusal,
      page: await draw(asked, table, open, { answers, revision, ...closed(editing.refusal) }),
    };
  if (sizeOf(answers) > largestApplication) return { reason: "too-large", limit: largestApplication };
  const saving = await saveSection(table, {
    application: own.application,
    section: { section: key, revision: revision + 1, answers, savedAt: asked.at, savedBy: asked.person.name },
    facts: factsIn(open, answers),
  });
  if (saving.outcome === "saved")
    return afterSaving(asked, table, open, { saved: saving.section, body: body.data, focus });
  if (saving.outcome === "not-editable") return { reason: "already-submitted" };
  const theirs = { revision: saving.theirs.revision, answers: saving.theirs.answers };
  return {
    refusal: { reason: "saved-elsewhere", theirs },
    page: await draw(asked, table, open, {
      answers,
      revision: theirs.revision,
      notice: { kind: "conflict", theirs },
    }),
  };
};
