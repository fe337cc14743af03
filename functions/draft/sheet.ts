import type { Problem } from "#shared/domain/refusal.ts";
import { ownCells } from "#shared/form/sheet-columns.ts";
import { sheetRows } from "#shared/form/sheet-rows.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import type { Table } from "#shared/records/table.ts";
import { sheetPage } from "#web/pages/sheet-page.tsx";
import { sheetPreviewPage } from "#web/pages/sheet-preview-page.tsx";
import { intoGroup, type OpenGroup, openGroup, propsOf, writingOf } from "./open-group.ts";
import { gridOf, largestFile, noRowsIn, type ReadSheet, SheetPost } from "./sheet-input.ts";
import { takeIn } from "./take-in.ts";

const choosePage =
  (
    asked: SignedIn,
    open: OpenGroup,
    { text, how }: Pick<SheetPost, "text" | "how">,
    problems: readonly Problem[],
  ) =>
  () =>
    sheetPage(asked, { ...propsOf(asked, open, how), text, largestFile, problems });

/** Where rows are pasted or a file is chosen. */
export const showSheet = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const opened = await openGroup(asked, table);
  if (!opened.ok) return opened.refusal;
  const open = opened.value;
  const writing = writingOf(asked, open);
  if (!writing.ok) return writing.refusal;
  return {
    page: choosePage(asked, open, { text: "", how: "add" }, []),
    json: () => ({ section: open.key, group: open.name, rows: open.rows.length, most: open.group.max }),
  };
};

const said = (problem: Problem, asked: SignedIn) => ({
  pointer: problem.pointer,
  code: problem.code,
  message: problem.message[asked.language],
});

const preview = (asked: SignedIn, open: OpenGroup, { post, grid, read }: ReadSheet): Answer => ({
  page: () =>
    sheetPreviewPage(asked, {
      ...propsOf(asked, open, post.how),
      read,
      grid,
      revision: open.whole.revisions[open.key] ?? 0,
      problems: [],
    }),
  json: () => ({
    revision: open.whole.revisions[open.key] ?? 0,
    room: read.room,
    unknown: read.columns.unknown,
    missing: read.columns.missing.map((label) => label[asked.language]),
    rows: read.rows.map(({ number, answers }) => ({ number, answers })),
    problems: read.rows.flatMap(({ number, problems }) =>
      problems.map((problem) => ({ row: number, ...said(problem, asked) })),
    ),
  }),
});

const attempt = async (asked: SignedIn, table: Table): Promise<Answer | "changed"> => {
  const opened = await openGroup(asked, table);
  if (!opened.ok) return opened.refusal;
  const open = opened.value;
  const body = SheetPost.safeParse(asked.body);
  if (!body.success) return { reason: "malformed-request" };
  const post = body.data;
  const writing = writingOf(asked, open);
  if (!writing.ok) return writing.refusal;
  const refused = (problem: Problem): Answer => ({
    refusal: { reason: "problems-in-answers", problems: [problem] },
    page: choosePage(asked, open, post, [problem]),
  });
  const grid = await gridOf(post, asked.file, open.group);
  if (!grid.ok) return refused(grid.refusal);
  const read = sheetRows(grid.value, intoGroup(open, post.how));
  if (read.rows.length === 0) return refused(noRowsIn(asked.file));
  const sheet = { post, grid: ownCells(grid.value, read.columns), read };
  return post.take ? takeIn(asked, table, open, sheet) : preview(asked, open, sheet);
};

/** Shows what is read of a spreadsheet, and only when asked to takes it in. */
export const readSheet = (asked: SignedIn, table: Table): Promise<Answer> =>
  untilSettled(() => attempt(asked, table));
