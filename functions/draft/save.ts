import * as z from "zod";
import type { SavedSection } from "#shared/domain/application.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { problemsOf, problemsOfMisfits } from "#shared/form/check.ts";
import { readSectionDraft } from "#shared/form/draft.ts";
import { isFileSection } from "#shared/form/file-section.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { readFiles } from "#shared/records/attached-files.ts";
import { readDraft } from "#shared/records/own-application.ts";
import type { Table } from "#shared/records/table.ts";
import { acknowledge } from "./acknowledge.ts";
import { keepAnswers, type Typed } from "./keep.ts";
import { checkOwnNumbers, type LookingUp, lookedUp } from "./look-up.ts";
import { addRow, removeRow } from "./rows.ts";
import { addressOf, closed, draw, type OpenSection, openSection } from "./section.ts";

/** What both the page's buttons and the script's autosave send. */
const Save = z.strictObject({
  revision: z.coerce.number().int().min(0),
  answers: z.record(z.string(), z.unknown()).default({}),
  next: z.enum(["section", "overview"]).optional(),
  add: z.string().max(100).optional(),
  remove: z.string().max(100).optional(),
  keep: z.enum(["mine", "theirs"]).optional(),
  sheet: z.string().max(100).optional(),
  /** Whether to tell what is wrong with the section too. */
  check: z.boolean().optional(),
  /** The path of a number to ask the register about. */
  lookUp: z.string().max(100).optional(),
});
type Save = z.infer<typeof Save>;

const withRows = ({ answers, add, remove }: Save) => {
  if (add) return addRow(answers, add);
  return remove ? removeRow(answers, remove) : { answers, focus: undefined };
};

const goOn = async (
  asked: SignedIn,
  looking: LookingUp,
  open: OpenSection,
  saved: Pick<SavedSection, "answers" | "revision">,
  body: Save,
): Promise<Answer> => {
  const here = `/${asked.language}/applications/${open.own.application.id}`;
  const { table } = looking;
  if (body.next === "overview") return { to: here };
  await checkOwnNumbers(looking, open.section.fields, saved.answers, asked.at);
  const { draft } = await readDraft(table, open.own);
  const problems = problemsOf(open.own.form, draft, open.key);
  if (problems.length > 0)
    return {
      refusal: { reason: "problems-in-answers", problems },
      page: await draw(
        asked,
        table,
        open,
        { answers: saved.answers, revision: saved.revision, problems },
        draft,
      ),
    };
  const keys = Object.keys(open.own.form.sections);
  const next = keys[keys.indexOf(open.key) + 1];
  return { to: next ? `${here}/sections/${next}` : `${here}/review` };
};

/** Back to the number that was asked about, or what is wrong with it. */
const afterLookUp = async (
  asked: SignedIn,
  table: Table,
  open: OpenSection,
  { saved, path }: { readonly saved: SavedSection; readonly path: string },
): Promise<Answer> => {
  const { answers, revision } = saved;
  const at = `/${open.key}/${path.replaceAll(".", "/")}`;
  const problems = problemsOf(open.own.form, { [open.key]: answers }, open.key).filter(
    ({ pointer }) => pointer === at,
  );
  if (problems.length === 0) return { to: `${addressOf(asked, open)}?focus=${encodeURIComponent(path)}` };
  return {
    refusal: { reason: "problems-in-answers", problems },
    page: await draw(asked, table, open, { answers, revision, problems }),
  };
};

const afterSaving = async (
  asked: SignedIn,
  looking: LookingUp,
  open: OpenSection,
  { saved, body, focus }: { saved: SavedSection; body: Save; focus: string | undefined },
): Promise<Answer> => {
  if (asked.wantsJson) return acknowledge(asked, looking.table, open, { saved, check: body.check === true });
  if (body.lookUp) return afterLookUp(asked, looking.table, open, { saved, path: body.lookUp });
  if (body.sheet) return { to: `${addressOf(asked, open)}/rows/${encodeURIComponent(body.sheet)}` };
  if (focus) return { to: `${asked.path.split("?")[0]}?focus=${encodeURIComponent(focus)}` };
  return goOn(asked, looking, open, saved, body);
};

/** Files are changed one by one, each at an address of its own; here there is nothing to keep. */
const goOnFromFiles = async (
  asked: SignedIn,
  looking: LookingUp,
  open: OpenSection,
  body: Save,
): Promise<Answer> => {
  if (asked.body["answers"] !== undefined || !body.next) return { reason: "malformed-request" };
  const { files, revision } = await readFiles(looking.table, open.own.application, open.key);
  return goOn(asked, looking, open, { answers: files, revision }, body);
};

/** What was typed goes back into the section's page, except what is too much for it. */
const handBack = async (
  asked: SignedIn,
  table: Table,
  open: OpenSection,
  { typed, refusal }: { readonly typed: Typed; readonly refusal: Refusal },
): Promise<Answer> => {
  if (refusal.reason === "too-large") return refusal;
  if (refusal.reason !== "saved-elsewhere")
    return { refusal, page: await draw(asked, table, open, { ...typed, ...closed(refusal) }) };
  const { theirs } = refusal;
  const notice = { kind: "conflict", theirs } as const;
  const { answers } = typed;
  return { refusal, page: await draw(asked, table, open, { answers, revision: theirs.revision, notice }) };
};

const attempt = async (asked: SignedIn, looking: LookingUp, body: Save): Promise<Answer | "changed"> => {
  const { table } = looking;
  const opened = await openSection(asked, table);
  if (!opened.ok) return opened.refusal;
  const open = opened.value;
  if (isFileSection(open.section)) return goOnFromFiles(asked, looking, open, body);
  const { answers: given, focus } = withRows(body);
  const read = readSectionDraft(open.section, given);
  if (!read.ok)
    return {
      reason: "problems-in-answers",
      problems: problemsOfMisfits(open.own.form, open.key, read.refusal),
    };
  const answers = body.lookUp
    ? await lookedUp(looking, open.section.fields, read.value, { path: body.lookUp, at: asked.at })
    : read.value;
  const typed = { answers, revision: body.revision };
  const saving = await keepAnswers(asked, table, open, typed);
  if (saving === "changed") return "changed";
  return saving.ok
    ? afterSaving(asked, looking, open, { saved: saving.value, body, focus })
    : handBack(asked, table, open, { typed, refusal: saving.refusal });
};

/** Keeps whatever was typed. Refuses only what is too late, too much, not theirs or changed by somebody else, and then hands the text back. */
export const save = async (asked: SignedIn, looking: LookingUp): Promise<Answer> => {
  const body = Save.safeParse(asked.body);
  if (!body.success) return { reason: "malformed-request" };
  if (body.data.keep === "theirs") return { to: asked.path };
  return untilSettled(() => attempt(asked, looking, body.data));
};
