import fc from "fast-check";
import { expect, test } from "vitest";
import { type Language, languages, same } from "#shared/domain/text.ts";
import { check } from "#shared/form/check.ts";
import { group } from "#shared/form/define.ts";
import type { GroupField } from "#shared/form/fields.ts";
import type { Form } from "#shared/form/form.ts";
import { findColumns, sheetColumns } from "#shared/form/sheet-columns.ts";
import { sheetRows } from "#shared/form/sheet-rows.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import { readFile } from "#shared/spreadsheets/read-file.ts";
import type { Sheet } from "#shared/spreadsheets/sheet.ts";
import { toCsv, toXlsx } from "#shared/spreadsheets/write.ts";
import { templateOf } from "../../functions/draft/template.ts";
import { anyAnswers, everyKind } from "../form/every-kind.ts";

const { group: inner, files: _, first: _1, pointed: _2, ...questions } = everyKind.sections.all.fields;

/** A question of every kind that a sheet can hold, in a row. */
const rows: GroupField = group(same("Rows"), {
  min: 0,
  max: 200,
  fromSheet: true,
  item: same("Row"),
  add: same("Add"),
  fields: { ...questions, why: inner.fields.why, choice: inner.fields.choice },
});
const form: Form = {
  id: "rows",
  version: 1,
  title: same("Rows"),
  sections: { part: { title: same("Part"), fields: { list: rows } } },
};
const into = { form, section: "part", name: "list", group: rows, draft: {}, staying: [] };

const anyRow = fc
  .tuple(anyAnswers, fc.string({ unit: "grapheme", minLength: 1, maxLength: 10 }), fc.boolean())
  .map(([{ group: __, files: ___, first: _3, pointed: _4, ...answers }, why, explained]): AnyRecord => {
    const said = why.normalize("NFC").trim();
    return { ...answers, ...(explained && said ? { choice: "b", why: said } : { choice: "a" }) };
  })
  // The apostrophe that guards a text in CSV cannot be told from one that was typed before a sign or a number.
  .filter(
    (answers) =>
      !Object.values(answers).some(
        (value) => typeof value === "string" && /^'[=+\-@\t\n\d\uff1d\uff0b\uff0d\uff20]/u.test(value),
      ),
  );

/** The sheet that an export of these rows has. */
const exported = (answers: readonly AnyRecord[], language: Language): Sheet => {
  const columns = sheetColumns(rows, language);
  return {
    key: "rows",
    name: "Rows",
    columns,
    rows: answers.map((row) => columns.map(({ cell }) => cell(row, {}))),
  };
};

const readBack = async (file: Uint8Array): Promise<unknown> => {
  const read = await readFile(file, ([first = []]) => first);
  if (!read.ok) throw new Error(read.why);
  const taken = sheetRows(read.sheet, into).rows;
  const wrong = taken.flatMap(({ problems }) => problems.filter(({ code }) => code !== "duplicate"));
  expect(wrong).toEqual([]);
  const checked = check(form, {
    part: { list: taken.map(({ answers }, i) => ({ id: `r${i}`, ...answers })) },
  });
  return JSON.parse(JSON.stringify(checked.ok ? checked.answers["part"].list : checked.problems));
};

const kept = (answers: readonly AnyRecord[]): unknown =>
  JSON.parse(JSON.stringify(answers.map((row, i) => ({ id: `r${i}`, ...row }))));

test.for([
  ["CSV", async (sheet: Sheet) => toCsv(sheet)],
  ["XLSX", async (sheet: Sheet) => toXlsx([sheet])],
] as const)(
  "answers of every kind come back from %s as they were, whatever its language",
  async ([_, write]) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRow, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...languages),
        async (answers, language) => {
          expect(await readBack(await write(exported(answers, language)))).toEqual(kept(answers));
        },
      ),
      { numRuns: 40 },
    );
  },
);

test.for(languages)(
  "the template in %s has the columns of an export, and nothing to take in",
  async (language) => {
    for (const kind of ["csv", "xlsx"] as const) {
      const read = await readFile(await templateOf(rows, kind, language), ([first = []]) => first);
      if (!read.ok) throw new Error(read.why);
      expect(read.sheet).toEqual([sheetColumns(rows, language).map(({ heading }) => heading)]);
      expect(findColumns(rows, read.sheet)).toMatchObject({ unknown: [], missing: [], headingAt: 0 });
      expect(sheetRows(read.sheet, into).rows).toEqual([]);
    }
  },
);
