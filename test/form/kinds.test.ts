import fc from "fast-check";
import { expect, test } from "vitest";
import { languages, same } from "#shared/domain/text.ts";
import { encode } from "#shared/form/answers.ts";
import { check } from "#shared/form/check.ts";
import { sheets } from "#shared/form/columns.ts";
import { defineForm, section, text } from "#shared/form/define.ts";
import type { Field } from "#shared/form/fields.ts";
import { type Line, type Shown, summary } from "#shared/form/summary.ts";
import type { Answers, Draft } from "#shared/form/types.ts";
import { anyAnswers, type Everything, everyKind } from "./every-kind.ts";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_Claim extends true>() => true;

const stored = (answers: Everything) => JSON.parse(JSON.stringify({ all: answers }));

test("the form used here has every kind of question", () => {
  const kinds: readonly Field["kind"][] = Object.values(everyKind.sections.all.fields).map(
    ({ kind }) => kind,
  );
  expect(new Set(kinds).size).toBe(18);
});

test("types follow from the form", () => {
  expect(holds<Equal<Everything["radio"], "a" | "b">>()).toBe(true);
  expect(holds<Equal<Everything["select"], "a" | "b" | undefined>>()).toBe(true);
  expect(holds<Equal<Everything["checkboxes"], ("a" | "b")[]>>()).toBe(true);
  expect(holds<Equal<Everything["money"], number>>()).toBe(true);
  expect(holds<Equal<Everything["table"]["a"]["b"], number>>()).toBe(true);
  expect(holds<Equal<Everything["group"][number]["why"], string | undefined>>()).toBe(true);
  expect(holds<Equal<Draft<typeof everyKind>["all"]["money"], string>>()).toBe(true);
  expect(holds<Equal<Draft<typeof everyKind>["all"]["group"][number]["name"], string>>()).toBe(true);
});

test("a section that only some levels have may be missing from the answers, and a rule must say where it is", () => {
  const label = same("Q");
  const form = defineForm({
    id: "levels",
    version: 1,
    title: label,
    sections: {
      every: section(label, { name: text(label, { max: 5 }) }),
      some: section(label, { more: text(label, { max: 5 }) }, { levels: ["impact"] }),
    },
    rules: [
      { at: "every.name", message: label, holds: ({ every, some }) => every.name !== some?.more },
      // @ts-expect-error the section has no such field
      { at: "every.nothing", message: label, holds: () => true },
    ],
  });
  type Given = Answers<typeof form>;
  expect(holds<Equal<Given["every"]["name"], string>>()).toBe(true);
  expect(holds<Equal<Given["some"], { more: string } | undefined>>()).toBe(true);
});

test("answers of every kind come back from their draft as they were", () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const checked = check(everyKind, encode(everyKind, stored(answers)));
      expect(checked.ok && JSON.parse(JSON.stringify(checked.answers))).toEqual(stored(answers));
    }),
  );
});

/** All the text a summary shows, with spaces plain. */
const wordsOf = (value: Shown | undefined): readonly string[] => {
  if (!value) return [];
  if (value.as === "text") return [value.text];
  if (value.as === "list") return value.items;
  if (value.as === "table") return value.rows.flatMap(({ label, cells }) => [label, ...cells]);
  return value.items.flatMap(({ title, lines }) => [title, ...lines.flatMap((line) => wordsOf(line.value))]);
};
const digitsOf = (text: string) => text.replace(/[^\d]/g, "");
const lineOf = (lines: readonly Line[], key: string) =>
  wordsOf(lines.find(({ path }) => path === `all.${key}`)?.value);

test("a summary leaves out nothing that was answered, in any language", () => {
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom(...languages), (answers, language) => {
      const [part] = summary(everyKind, encode(everyKind, stored(answers)), language);
      const shown = (key: string) => lineOf(part?.lines ?? [], key);
      expect(part?.lines.map(({ path }) => path)).toEqual(
        Object.keys(everyKind.sections.all.fields).map((key) => `all.${key}`),
      );
      expect(shown("text")).toEqual([answers.text]);
      expect(shown("longText")).toEqual(answers.longText === undefined ? [] : [answers.longText]);
      expect(shown("radio")).toEqual([`Option ${answers.radio.toUpperCase()}`]);
      expect(shown("select")).toEqual(answers.select ? [`Option ${answers.select.toUpperCase()}`] : []);
      expect(shown("checkboxes")).toEqual(answers.checkboxes.map((key) => `Option ${key.toUpperCase()}`));
      expect(shown("email")).toEqual([answers.email]);
      expect(shown("url")).toEqual(answers.url === undefined ? [] : [answers.url]);
      expect(digitsOf(`+47${shown("phone").join()}`)).toContain(digitsOf(answers.phone).replace(/^47/, ""));
      expect(digitsOf(shown("orgNumber").join())).toBe(answers.orgNumber);
      expect(digitsOf(shown("integer").join())).toBe(digitsOf(String(answers.integer)));
      expect(digitsOf(shown("decimal").join())).toBe(digitsOf(String(answers.decimal)));
      expect(digitsOf(shown("money").join())).toBe(String(answers.money));
      expect(shown("date").join()).toContain(answers.date.slice(0, 4));
      expect(shown("time").map(digitsOf)).toEqual([digitsOf(answers.time)]);
      expect(shown("files")).toEqual(answers.files.map(({ name }) => expect.stringContaining(name)));
      const all = Object.values(answers.table).flatMap((row) => Object.values(row));
      const sum = all.reduce((total, amount) => total + amount, 0);
      for (const amount of [...all, sum]) expect(shown("table").map(digitsOf)).toContain(String(amount));
      const rows = answers.group.flatMap((row) => [row.name, ...(row.why === undefined ? [] : [row.why])]);
      for (const text of rows) expect(shown("group")).toContain(text);
      for (const { amount } of answers.group)
        if (amount !== undefined) expect(shown("group").map(digitsOf)).toContain(String(amount));
      const named = answers.group.map(({ name }, place) => `Item ${place + 1}: ${name}`);
      expect(shown("pointed")).toEqual(named);
      expect(shown("first")).toEqual(named.slice(0, 1));
      expect(shown("group").filter((text) => /^Item \d$/.test(text))).toHaveLength(answers.group.length);
    }),
    { numRuns: 60 },
  );
});

test("an export has a column for each question and a sheet for each group, and no answer is left out", () => {
  const [main, group] = sheets(everyKind, "nb");
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const given = stored(answers);
      const cell = (key: string) => main?.columns.find((column) => column.key === key)?.cell(given, given);
      for (const key of [
        "text",
        "longText",
        "email",
        "phone",
        "url",
        "orgNumber",
        "integer",
        "decimal",
        "money",
        "date",
      ])
        expect(cell(`all.${key}`)).toBe(given.all[key]);
      expect(cell("all.table.a.b")).toBe(answers.table.a.b);
      expect(cell("all.group")).toBe(answers.group.length);
      expect(cell("all.checkboxes")).toBe(
        answers.checkboxes.map((key) => `Option ${key.toUpperCase()}`).join("; "),
      );
      const names = group
        ?.rows(given)
        .map((row) => group.columns.map((column) => column.cell(row, given))[0]);
      const named = answers.group.map(({ name }, place) => `Item ${place + 1}: ${name}`);
      expect(cell("all.pointed")).toBe(named.join("; "));
      expect(names).toEqual(answers.group.map(({ name }) => name));
    }),
    { numRuns: 60 },
  );
});

test("the keys of an export are the questions' paths in every language; the words are that language's", () => {
  const [keys, others] = [sheets(everyKind, "nb"), sheets(everyKind, "en")].map((all) =>
    all.map(({ key, columns }) => [key, ...columns.map((column) => column.key)]),
  );
  expect(keys).toEqual(others);
  expect(keys?.map(([key]) => key)).toEqual(["kinds", "all.group"]);
  expect(sheets(everyKind, "nb").map(({ name }) => name)).toEqual(["Kinds  every one", "Q group"]);
});

test("numbers are numbers, days are days, and everything else in an export is text", () => {
  const types = Object.fromEntries(
    (sheets(everyKind, "nb")[0]?.columns ?? []).map(({ key, type }) => [key.replace("all.", ""), type]),
  );
  expect(types).toMatchObject({ money: "number", decimal: "number", "table.a.a": "number", date: "date" });
  for (const key of ["text", "longText", "orgNumber", "phone", "radio", "checkboxes"])
    expect(types[key]).toBe("text");
});
