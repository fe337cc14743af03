import type { Language } from "#shared/domain/text.ts";
import type { GroupField } from "#shared/form/fields.ts";
import { type GuidedColumn, sheetGuide } from "#shared/form/sheet-guide.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import type { Table } from "#shared/records/table.ts";
import { type Dropdown, fileTypes, type Sheet } from "#shared/spreadsheets/sheet.ts";
import { contentOf } from "#web/sheet/guide.tsx";
import { fieldWords } from "#web/words/fields.ts";
import { sheetWords } from "#web/words/sheet.ts";
import { openGroup } from "./open-group.ts";

const column = (heading: string) => ({ key: heading, heading, type: "text" as const });

/** The sheet to fill in: the columns of an export of the same rows. */
const toFillIn = (group: GroupField, guide: readonly GuidedColumn[], language: Language): Sheet => ({
  key: "rows",
  name: group.label[language].replace(/[:\\/?*[\]]/g, " ").slice(0, 31),
  columns: guide.map(({ heading }) => column(heading)),
  rows: [],
});

const explanation = (guide: readonly GuidedColumn[], language: Language): Sheet => {
  const words = sheetWords[language];
  const { mustFill, optional } = fieldWords[language];
  return {
    key: "explanation",
    name: words.explanation,
    columns: [words.column, words.explanation, words.contains].map(column),
    rows: guide.map((one) => [
      one.heading,
      [one.optional ? optional : mustFill, ...(one.hint ? [one.hint] : [])].join(". "),
      [contentOf(one, language), one.options.join("; ")].filter(Boolean).join(" "),
    ]),
  };
};

const choicesOf = (chosen: readonly GuidedColumn[], language: Language): Sheet => {
  const most = Math.max(0, ...chosen.map(({ options }) => options.length));
  return {
    key: "options",
    name: sheetWords[language].options,
    columns: chosen.map(({ heading }) => column(heading)),
    rows: Array.from({ length: most }, (_, i) => chosen.map(({ options }) => options[i])),
  };
};

/** Choices of the sheet to fill in, from the columns of the sheet of options. A group has no more than 26 columns. */
const dropdowns = (
  { max }: GroupField,
  guide: readonly GuidedColumn[],
  chosen: readonly GuidedColumn[],
  language: Language,
): readonly Dropdown[] =>
  chosen.flatMap((one, i) => {
    if (one.kind === "checkboxes") return [];
    const [cell, from] = [guide.indexOf(one), i].map((index) => String.fromCharCode(65 + index));
    const name = sheetWords[language].options;
    return [
      {
        cells: `${cell}2:${cell}${max + 1}`,
        from: `'${name}'!$${from}$2:$${from}$${one.options.length + 1}`,
      },
    ];
  });

/** An empty sheet to fill in. As XLSX it explains its columns and lets one choose; CSV has room for the columns' names alone. */
export const templateOf = async (
  group: GroupField,
  kind: keyof typeof fileTypes,
  language: Language,
): Promise<Uint8Array> => {
  const guide = sheetGuide(group, language);
  const chosen = guide.filter(({ options }) => options.length > 0);
  // Needed by few, so not read when the function starts.
  const { toCsv, toXlsx } = await import("#shared/spreadsheets/write.ts");
  const first = toFillIn(group, guide, language);
  if (kind === "csv") return toCsv(first);
  const more = [explanation(guide, language), ...(chosen.length > 0 ? [choicesOf(chosen, language)] : [])];
  return toXlsx([first, ...more], dropdowns(group, guide, chosen, language));
};

export const giveTemplate = async (
  asked: SignedIn,
  table: Table,
  kind: keyof typeof fileTypes,
): Promise<Answer> => {
  const opened = await openGroup(asked, table);
  if (!opened.ok) return opened.refusal;
  const open = opened.value;
  const bytes = await templateOf(open.group, kind, asked.language);
  return { bytes, type: fileTypes[kind], name: `${open.key}.${kind}` };
};
