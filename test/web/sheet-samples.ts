// The pages where rows come from a spreadsheet, in the group of the first call that takes them.

import type { Problem } from "#shared/domain/refusal.ts";
import { t } from "#shared/domain/text.ts";
import { sheetColumns } from "#shared/form/sheet-columns.ts";
import { sheetRows } from "#shared/form/sheet-rows.ts";
import { readOrgNumber } from "#shared/form/values.ts";
import { sheetPage } from "#web/pages/sheet-page.tsx";
import { sheetPreviewPage } from "#web/pages/sheet-preview-page.tsx";
import type { View } from "#web/view.ts";
import { answersTo } from "./sample-answers.ts";
import { draft, form } from "./sample-records.ts";

const found = Object.entries(form.sections).flatMap(([key, section]) =>
  Object.entries(section.fields).flatMap(([name, group]) =>
    group.kind === "group" && group.fromSheet ? [{ key, section, name, group }] : [],
  ),
);
const [sheet] = found;
if (!sheet) throw new Error("No group of the form takes rows from a spreadsheet");
const { key, section, name, group } = sheet;

export const sheetPath = `/applications/${draft.id}/sections/${key}/rows/${name}`;
export const sheetGroup = { section: key, name };

const heading = sheetColumns(group, "nb").map((column) => column.heading);
const numberOf = (i: number): string =>
  Array.from({ length: 10 }, (_, digit) => readOrgNumber(`${81_000_000 + i * 7}${digit}`)).find(Boolean) ??
  "";
const row = (i: number): string[] => {
  const organisationNumber = numberOf(i);
  const answers = Object.entries({
    ...answersTo(group.fields),
    name: `Bedrift nummer ${i} på Sunnmøre AS`,
    organisationNumber,
  });
  return sheetColumns(group, "nb").map((column) =>
    String(answers.find(([at]) => at === column.key)?.[1] ?? ""),
  );
};
/** Every third row has nothing that can be read. */
const gridOf = (rows: number) => [
  [...heading, "Merknad"],
  ...Array.from({ length: rows }, (_, i) => [
    ...(i % 3 === 1 ? heading.map(() => "?") : row(i + 1)),
    "Se e-post",
  ]),
];

const about = (view: View) => ({
  sectionAddress: `/${view.language}/applications/${draft.id}/sections/${key}`,
  section,
  name,
  group,
  listed: 2,
  how: "add" as const,
  problems: [],
});

export const choosing = (view: View, problems: readonly Problem[] = []) =>
  sheetPage(view, { ...about(view), text: "A\t<b>\n", largestFile: 1_000_000, problems });

const unreadable: Problem = {
  pointer: "/file",
  code: "unreadable",
  label: t("Fil", "Fil", "File"),
  message: t("Vi kan ikke lese filen", "Vi kan ikkje lese fila", "We cannot read the file"),
};
export const choosingWrong = (view: View) => choosing(view, [unreadable]);

interface Shown {
  readonly rows?: number;
  readonly heading?: boolean;
  readonly changed?: boolean;
  readonly problems?: readonly Problem[];
}

export const previewing = (
  view: View,
  { rows = 5, heading: has = true, changed = false, problems = [] }: Shown = {},
) => {
  const grid = gridOf(rows).slice(has ? 0 : 1);
  const into = { form, section: key, name, group, draft: {}, staying: [] };
  const read = sheetRows(grid, into);
  return sheetPreviewPage(view, { ...about(view), grid, read, revision: 4, changed, problems });
};

const tooMany: Problem = {
  pointer: "/rows",
  code: "too-many",
  label: group.label,
  message: t("Det er ikke plass til alle", "Det er ikkje plass til alle", "There is not room for all"),
};
export const previewingWrong = (view: View) => previewing(view, { problems: [tooMany] });
