import type { SavedSection } from "#shared/domain/application.ts";
import type { Problem, Refusal } from "#shared/domain/refusal.ts";
import { accept, type Result, refuse } from "#shared/domain/result.ts";
import { type Text, t } from "#shared/domain/text.ts";
import { InstantText } from "#shared/domain/time.ts";
import { problemsOfMisfits } from "#shared/form/check.ts";
import { readSectionDraft } from "#shared/form/draft.ts";
import { groupRows, type SheetRow } from "#shared/form/sheet-rows.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import type { Table } from "#shared/records/table.ts";
import { sheetPreviewPage } from "#web/pages/sheet-preview-page.tsx";
import { sheetWords } from "#web/words/sheet.ts";
import { keepAnswers } from "./keep.ts";
import { type OpenGroup, propsOf, stayingRows } from "./open-group.ts";
import { addressOf } from "./section.ts";
import type { ReadSheet } from "./sheet-input.ts";

const ofAllRows = (open: OpenGroup, code: string, message: Text): Problem => ({
  pointer: "/rows",
  code,
  label: open.group.label,
  message,
});

const tooMany = (open: OpenGroup, rows: number, room: number): Problem => {
  const { nb, nn, en } = sheetWords;
  const message = t(nb.tooMany(rows, room), nn.tooMany(rows, room), en.tooMany(rows, room));
  return ofAllRows(open, "too-many", message);
};

const tooLarge = t(
  "Lista blir for stor til å lagres. Kort ned tekstene eller ta inn færre rader",
  "Lista blir for stor til å lagrast. Kort ned tekstane eller ta inn færre rader",
  "The list would be too large to save. Shorten the texts or add fewer rows",
);

/** All the group's rows as they would be kept, or what of the new ones cannot be. */
const withRows = (
  open: OpenGroup,
  staying: readonly AnyRecord[],
  { chosen, added }: { readonly chosen: readonly SheetRow[]; readonly added: readonly AnyRecord[] },
): Result<AnyRecord, readonly Problem[]> => {
  const { section, key, name, own, whole } = open;
  const read = readSectionDraft(section, { [name]: [...staying, ...added] });
  if (read.ok) return accept({ ...whole.draft[key], [name]: read.value[name] });
  const problems = problemsOfMisfits(own.form, key, read.refusal).map((problem) => {
    const [, , , index, ...rest] = problem.pointer.split("/");
    const row = chosen[Number(index) - staying.length];
    return { ...problem, pointer: ["/rows", ...(row ? [row.number, ...rest] : [])].join("/") };
  });
  return refuse(problems);
};

const done = (
  asked: SignedIn,
  open: OpenGroup,
  saved: Pick<SavedSection, "revision" | "savedAt">,
  count: number,
): Answer => ({
  to: `${addressOf(asked, open)}?taken=${open.name}.${count}`,
  json: {
    status: 200,
    body: { revision: saved.revision, savedAt: InstantText.encode(saved.savedAt) },
  },
});

const problemsOf = (open: OpenGroup, refusal: Refusal): readonly Problem[] => {
  if (refusal.reason === "problems-in-answers") return refusal.problems;
  return refusal.reason === "too-large" ? [ofAllRows(open, "too-large", tooLarge)] : [];
};

/** The rows go back with every no that is about them, ready to be taken in once more. */
const handBack = (
  asked: SignedIn,
  open: OpenGroup,
  { post, grid, read }: ReadSheet,
  refusal: Refusal,
): Answer => {
  const problems = problemsOf(open, refusal);
  const changed = refusal.reason === "saved-elsewhere";
  if (problems.length === 0 && !changed) return refusal;
  const revision = changed ? refusal.theirs.revision : (open.whole.revisions[open.key] ?? 0);
  return {
    refusal,
    page: () =>
      sheetPreviewPage(asked, {
        ...propsOf(asked, open, post.how),
        read,
        grid,
        revision,
        problems,
        changed,
      }),
  };
};

/** Puts the rows in the group, as they are or only those with nothing wrong, and saves the section as ever. */
export const takeIn = async (
  asked: SignedIn,
  table: Table,
  open: OpenGroup,
  sheet: ReadSheet,
): Promise<Answer | "changed"> => {
  const { post, read } = sheet;
  const { revision } = post;
  if (revision === undefined) return { reason: "malformed-request" };
  const chosen = read.rows.filter(({ problems }) => post.take === "all" || problems.length === 0);
  const added = groupRows(chosen, revision);
  const saved = open.whole.saved.get(open.key);
  const there = new Set(open.rows.map(({ id }) => id));
  // The answer to an earlier try was lost, or the button was pressed twice.
  if (saved && added.length > 0 && added.every(({ id }) => there.has(id)))
    return done(asked, open, saved, added.length);
  const no = (refusal: Refusal) => handBack(asked, open, sheet, refusal);
  if (chosen.length > read.room)
    return no({ reason: "problems-in-answers", problems: [tooMany(open, chosen.length, read.room)] });
  const fitting = withRows(open, stayingRows(open, post.how), { chosen, added });
  if (!fitting.ok) return no({ reason: "problems-in-answers", problems: fitting.refusal });
  const saving = await keepAnswers(asked, table, open, { answers: fitting.value, revision });
  if (saving === "changed") return "changed";
  return saving.ok ? done(asked, open, saving.value, added.length) : no(saving.refusal);
};
