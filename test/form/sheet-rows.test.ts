import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { languages, same, t } from "#shared/domain/text.ts";
import { check } from "#shared/form/check.ts";
import { defineForm, group, orgNumber, section, select, text } from "#shared/form/define.ts";
import type { GroupField } from "#shared/form/fields.ts";
import type { Form } from "#shared/form/form.ts";
import { findColumns, ownCells } from "#shared/form/sheet-columns.ts";
import { groupRows, type Into, sheetRows } from "#shared/form/sheet-rows.ts";

const kinds = {
  business: t("Bedrift", "Bedrift", "Business"),
  public: t("Offentlig aktør", "Offentleg aktør", "Public body"),
};

const form = defineForm({
  id: "form",
  version: 1,
  title: same("Form"),
  sections: {
    members: section(same("Members"), {
      list: group(same("List"), {
        min: 2,
        max: 5,
        fromSheet: true,
        item: same("Member"),
        add: same("Add"),
        fields: {
          name: text(t("Navn", "Namn", "Name"), { max: 20 }),
          number: orgNumber(t("Organisasjonsnummer", "Organisasjonsnummer", "Organisation number"), {
            optional: true,
          }),
          kind: select(t("Type aktør", "Type aktør", "Kind of member"), { options: kinds }),
          why: text(t("Hvorfor?", "Kvifor?", "Why?"), { max: 20, showIf: { when: ".kind", is: ["public"] } }),
        },
      }),
    }),
  },
});
const members = form.sections.members.fields.list;

const into = (given: Partial<Into> = {}): Into => ({
  form,
  section: "members",
  name: "list",
  group: members,
  draft: {},
  staying: [],
  ...given,
});
const heading = ["Navn", "Organisasjonsnummer", "Type aktør"];
const told = (grid: string[][], given?: Partial<Into>) =>
  sheetRows(grid, into(given)).rows.map(({ number, problems }) => [
    number,
    ...problems.map(({ pointer, code }) => `${pointer} ${code}`),
  ]);

describe("the columns of a sheet", () => {
  test("are found by their headings in any language, by their keys, in any order and however they are spaced", () => {
    for (const row of [
      ["TYPE AKTØR", " navn ", "Organisasjons nummer:", "Hvorfor"],
      ["Kind of member", "Name", "Organisation\u00a0number", "why?"],
      ["kind", "name", "number", "why"],
    ])
      expect(findColumns(members, [row])).toEqual({
        keys: ["kind", "name", "number", "why"],
        headingAt: 0,
        unknown: [],
        missing: [],
      });
  });

  test("are in the form's order when there are no headings; one too many is told by its letter", () => {
    const found = findColumns(members, [["Bedrift AS", "974760673", "Bedrift", "", "x"]]);
    expect(found).toMatchObject({ keys: ["name", "number", "kind", "why", undefined], unknown: ["E"] });
    expect(found.headingAt).toBeUndefined();
  });

  test("that are not of the form are told, and so are those that every row must have", () => {
    const found = findColumns(members, [
      ["Navn", "Kommune", "Organisasjonsnummer", "Navn", "", ""],
      ["A", "Bergen", "", "B", "x", ""],
    ]);
    expect(found.unknown).toEqual(["Kommune", "Navn", "E"]);
    expect(found.missing).toEqual([members.fields.kind.label]);
  });
});

test("what is sent along has the columns of the form, and is read as before", () => {
  const grid = [
    ["Merknad", ...heading],
    ["x", "A", "974760673", "Bedrift"],
  ];
  const own = ownCells(grid, findColumns(members, grid));
  expect(own).toEqual([heading, ["A", "974760673", "Bedrift"]]);
  expect(sheetRows(own, into()).rows).toEqual(sheetRows(grid, into()).rows);
  const bare = grid.slice(1);
  expect(ownCells(bare, findColumns(members, bare))).toEqual(bare);
});

describe("the rows of a sheet", () => {
  test("are answers as they might have been typed; rows that say nothing are left out", () => {
    const grid = [
      [],
      heading,
      ["Bedrift Én AS ", "974 760 673", "bedrift"],
      ["", " ", ""],
      ["Åpen", "", "PUBLIC BODY"],
    ];
    expect(sheetRows(grid, into()).rows.map(({ number, answers }) => [number, answers])).toEqual([
      [3, { name: "Bedrift Én AS", number: "974 760 673", kind: "business", why: "" }],
      [5, { name: "Åpen", number: "", kind: "public", why: "" }],
    ]);
  });

  test("have the problems the form has words for, each at its own row", () => {
    const grid = [heading, ["A", "974760673", "Bedrift"], ["", "123", "Fisk"], ["C", "", "Offentlig aktør"]];
    expect(told(grid)).toEqual([
      [2],
      [3, "/name required", "/number unreadable.orgNumber", "/kind invalid"],
      [4, "/why required"],
    ]);
    const [, wrong] = sheetRows(grid, into()).rows;
    const whole = check(form, { members: { list: [{ id: "a" }, { id: "b", number: "123" }] } });
    const words = whole.ok ? [] : whole.problems.map(({ message }) => message);
    expect(words).toContainEqual(wrong?.problems[1]?.message);
  });

  test("with an organisation number that is in the list or in an earlier row are told", () => {
    const grid = [
      heading,
      ["A", "974760673", "Bedrift"],
      ["B", "NO 974 760 673 MVA", "Bedrift"],
      ["C", "986399445", "Bedrift"],
    ];
    expect(told(grid, { staying: [{ number: "986 399 445" }] })).toEqual([
      [2],
      [3, "/number duplicate"],
      [4, "/number duplicate"],
    ]);
    expect(sheetRows(grid, into()).rows[1]?.problems[0]?.message.nb).toContain("rad 2");
  });

  test("lose the apostrophe that guards against formulas, and no other", () => {
    const names = ["'=1+1", "'+47", "'-5", "'@a", "'012", "'t Hooft"].map((name) => [name]);
    const { rows } = sheetRows([["Navn"], ...names], into());
    expect(rows.map(({ answers }) => answers["name"])).toEqual([
      "=1+1",
      "+47",
      "-5",
      "@a",
      "012",
      "'t Hooft",
    ]);
  });

  test("that are more than there is room for are read all the same", () => {
    const grid = [heading, ...Array.from({ length: 8 }, (_, i) => [`Nr ${i}`, "", "Bedrift"])];
    const read = sheetRows(grid, into({ staying: [{}, {}] }));
    expect([read.rows.length, read.room]).toEqual([8, 3]);
    expect(read.rows.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test("get the same ids when the same sheet is taken in once more, and others over another revision", () => {
    const { rows } = sheetRows([heading, ["A", "", "Bedrift"], ["A", "", "Bedrift"]], into());
    const ids = (revision: number) => groupRows(rows, revision).map(({ id }) => id);
    expect(ids(1)).toEqual(ids(1));
    expect(new Set([...ids(1), ...ids(2)]).size).toBe(4);
  });
});

const cells = fc.array(
  fc.array(
    fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...heading, "__proto__", "constructor", "a;b")),
    { maxLength: 6 },
  ),
  { maxLength: 8 },
);
test("whatever the cells are, they are read and nothing is thrown", () => {
  fc.assert(
    fc.property(cells, (grid) => {
      const { rows, columns } = sheetRows(grid, into());
      expect(rows.length).toBeLessThanOrEqual(grid.length);
      expect(columns.keys.length).toBe(Math.max(0, ...grid.map((row) => row.length)));
      for (const { answers } of rows) expect(Object.keys(answers)).toEqual(Object.keys(members.fields));
    }),
  );
});

const groupsFromSheets = (given: Form): readonly GroupField[] =>
  Object.values(given.sections).flatMap(({ fields }) =>
    Object.values(fields).flatMap((field) => (field.kind === "group" && field.fromSheet ? [field] : [])),
  );

test("members of NIC 2024 can be taken in, and no option of theirs has the semicolon that parts several", () => {
  const groups = groupsFromSheets(nic2024.application);
  expect(groups.map(({ max }) => max)).toEqual([200]);
  const labels = groups.flatMap(({ fields }) =>
    Object.values(fields).flatMap((field) => ("options" in field ? Object.values(field.options) : [])),
  );
  for (const label of labels) for (const language of languages) expect(label[language]).not.toContain(";");
});

test("two hundred rows are judged in a moment", () => {
  const grid = [heading, ...Array.from({ length: 200 }, (_, i) => [`Nr ${i}`, "974760673", "Bedrift"])];
  const { rows } = sheetRows(grid, into({ group: { ...members, max: 200 } }));
  expect(rows).toHaveLength(200);
});
