// From the cells of a spreadsheet to rows of a group as somebody might have typed them, and what is wrong with each.
import { sha256 } from "#shared/domain/digest.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import { t } from "#shared/domain/text.ts";
import { check } from "./check.ts";
import type { GroupField } from "./fields.ts";
import type { Form } from "./form.ts";
import { answersIn } from "./sheet-cells.ts";
import { type FoundColumns, findColumns, type Grid } from "./sheet-columns.ts";
import type { AnyRecord } from "./types.ts";
import { readOrgNumber } from "./values.ts";

/** The group that rows are taken in to, and the draft it is part of. */
export interface Into {
  readonly form: Form;
  readonly section: string;
  readonly name: string;
  readonly group: GroupField;
  /** All that has been typed so far, section by section. */
  readonly draft: AnyRecord;
  /** The group's rows that stay. */
  readonly staying: readonly AnyRecord[];
}

export interface SheetRow {
  /** As the spreadsheet numbers it. */
  readonly number: number;
  readonly answers: AnyRecord;
  /** Pointers are within the row. */
  readonly problems: readonly Problem[];
}

export interface SheetRows {
  readonly columns: FoundColumns;
  readonly rows: readonly SheetRow[];
  /** How many more the group has room for. */
  readonly room: number;
}

/** What the form says of one row alone, in the words it has for it. */
const problemsIn = ({ form, section, name, group, draft }: Into, answers: AnyRecord): readonly Problem[] => {
  const title = form.sections[section]?.title ?? group.label;
  const { showIf: _, ...asked } = group;
  const alone = {
    ...form,
    sections: { [section]: { title, fields: { [name]: { ...asked, min: 0 } } } },
    rules: [],
  };
  const checked = check(alone, { ...draft, [section]: { [name]: [{ id: "row", ...answers }] } });
  if (checked.ok) return [];
  const within = `/${section}/${name}/0`;
  return checked.problems.map((problem) => {
    const pointer = problem.pointer.slice(within.length);
    return { ...problem, pointer, label: group.fields[pointer.split("/")[1] ?? ""]?.label ?? problem.label };
  });
};

const sameAsRow = (number: number) =>
  t(
    `Samme organisasjonsnummer som i rad ${number}`,
    `Same organisasjonsnummer som i rad ${number}`,
    `The same organisation number as in row ${number}`,
  );

const alreadyThere = t(
  "Organisasjonsnummeret står i lista fra før",
  "Organisasjonsnummeret står i lista frå før",
  "The organisation number is in the list already",
);

/** Tells of each row whose organisation number is in the list, or in a row before it. */
const duplicates = ({ group, staying }: Into) => {
  const names = Object.keys(group.fields).filter((name) => group.fields[name]?.kind === "orgNumber");
  const numberIn = (answers: AnyRecord, name: string) => readOrgNumber(String(answers[name] ?? ""));
  const listed = new Set(staying.flatMap((row) => names.map((name) => numberIn(row, name) ?? "")));
  const seen = new Map<string, number>();
  return (row: SheetRow): SheetRow => {
    const found = names.flatMap((name): Problem[] => {
      const wanted = numberIn(row.answers, name);
      if (!wanted) return [];
      const before = seen.get(wanted);
      if (before === undefined) seen.set(wanted, row.number);
      if (before === undefined && !listed.has(wanted)) return [];
      const message = before === undefined ? alreadyThere : sameAsRow(before);
      return [
        { pointer: `/${name}`, code: "duplicate", label: group.fields[name]?.label ?? group.label, message },
      ];
    });
    return { ...row, problems: [...row.problems, ...found] };
  };
};

/** Reads every row that says something. Nothing is refused here: what is wrong is told of each row. */
export const sheetRows = (grid: Grid, into: Into): SheetRows => {
  const columns = findColumns(into.group, grid);
  const says = (row: readonly string[]) => columns.keys.some((key, i) => key && row[i]?.trim());
  const rows = grid.flatMap((row, i): SheetRow[] => {
    if (i === columns.headingAt || !says(row)) return [];
    const answers = answersIn(into.group, columns.keys, row);
    return [{ number: i + 1, answers, problems: problemsIn(into, answers) }];
  });
  return {
    columns,
    rows: rows.map(duplicates(into)),
    room: Math.max(0, into.group.max - into.staying.length),
  };
};

/** The rows as the group keeps them. The same sheet taken in over the same revision gives the same ids, so that a second try is recognised. */
export const groupRows = (rows: readonly SheetRow[], revision: number): readonly AnyRecord[] =>
  rows.map(({ number, answers }) => ({
    id: sha256(`${revision} ${number} ${JSON.stringify(answers)}`).slice(0, 32),
    ...answers,
  }));
