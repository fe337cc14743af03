import * as z from "zod";
import type { SavedSection } from "#shared/domain/application.ts";
import { decideWriting } from "#shared/domain/colleague.ts";
import { InstantText } from "#shared/domain/time.ts";
import { problemsOf, problemsOfMisfits } from "#shared/form/check.ts";
import { readSectionDraft } from "#shared/form/draft.ts";
import { figuresOf } from "#shared/form/figures.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { readDraft } from "#shared/records/own-application.ts";
import { type Facts, largestApplication, saveSection, sizeOf } from "#shared/records/sections.ts";
import type { Table } from "#shared/records/table.ts";
import { meetOthers, presenceJson } from "./presence.ts";
import { addRow, removeRow } from "./rows.ts";
import { closed, draw, type OpenSection, openSection } from "./section.ts";
import { untilSettled } from "./until-settled.ts";

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

interface Typed {
  readonly answers: SavedSection["answers"];
  /** The revision it builds on. */
  readonly revision: number;
}

const conflict = async (
  asked: SignedIn,
  table: Table,
  open: OpenSection,
  { answers, stored }: { readonly answers: Typed["answers"]; readonly stored: SavedSection },
): Promise<Answer> => {
  const { revision, answers: other, savedAt, savedBy } = stored;
  const theirs = { revision, answers: other, savedAt, savedBy };
  return {
    refusal: { reason: "saved-elsewhere", theirs },
    page: await draw(asked, table, open, { answers, revision, notice: { kind: "conflict", theirs } }),
  };
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
    const { answers, revision, savedAt } = saved;
    const others = presenceJson(await meetOthers(asked, table, open));
    const figures = figuresOf(open.section, answers, asked.language);
    return {
      json: () => ({
        revision,
        savedAt: InstantText.encode(savedAt),
        others,
        ...(figures && { figures: figures.rows.map(({ cells }) => cells) }),
      }),
      page: await draw(asked, table, open, { answers, revision }),
    };
  }
  if (focus) return { to: `${asked.path.split("?")[0]}?focus=${encodeURIComponent(focus)}` };
  return goOn(asked, table, open, saved, body);
};

const keep = (asked: SignedIn, table: Table, open: OpenSection, typed: Typed) =>
  saveSection(table, {
    application: open.own.application,
    section: {
      section: open.key,
      revision: typed.revision + 1,
      answers: typed.answers,
      savedAt: asked.at,
      savedBy: asked.person.name,
    },
    facts: factsIn(open, typed.answers),
    ...(open.own.may !== "own" && { colleague: asked.person.id }),
  });

const attempt = async (asked: SignedIn, table: Table, body: Save): Promise<Answer | "changed"> => {
  const opened = await openSection(asked, table);
  if (!opened.ok) return opened.refusal;
  const open = opened.value;
  const { own, key, section } = open;
  const { answers: given, focus } = withRows(body);
  const read = readSectionDraft(section, given);
  if (!read.ok)
    return { reason: "problems-in-answers", problems: problemsOfMisfits(own.form, key, read.refusal) };
  const typed = { answers: read.value, revision: body.revision };
  const writing = decideWriting(own.definition.call, own.application, own.may, asked.at);
  if (!writing.ok)
    return {
      refusal: writing.refusal,
      page: await draw(asked, table, open, { ...typed, ...closed(writing.refusal) }),
    };
  if (sizeOf(typed.answers) > largestApplication) return { reason: "too-large", limit: largestApplication };
  const saving = await keep(asked, table, open, typed);
  switch (saving.outcome) {
    case "saved":
      return afterSaving(asked, table, open, { saved: saving.section, body, focus });
    case "not-editable":
      return { reason: "already-submitted" };
    case "access-changed":
      return "changed";
    case "conflict":
      return conflict(asked, table, open, { answers: typed.answers, stored: saving.theirs });
  }
};

/** Keeps whatever was typed. Refuses only what is too late, too much, not theirs or changed by somebody else, and then hands the text back. */
export const save = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const body = Save.safeParse(asked.body);
  if (!body.success) return { reason: "malformed-request" };
  if (body.data.keep === "theirs") return { to: asked.path };
  return untilSettled(() => attempt(asked, table, body.data));
};
