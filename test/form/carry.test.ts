import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { same } from "#shared/domain/text.ts";
import { encode } from "#shared/form/answers.ts";
import { carry } from "#shared/form/carry.ts";
import {
  checkboxes,
  files,
  group,
  integer,
  longText,
  radio,
  reference,
  section,
  table,
  text,
} from "#shared/form/define.ts";
import { readSectionDraft } from "#shared/form/draft.ts";
import type { Field } from "#shared/form/fields.ts";
import { isFileSection } from "#shared/form/file-section.ts";
import type { Form } from "#shared/form/form.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import { completeDraft } from "../support/answers.ts";
import { anyAnswers, everyKind } from "./every-kind.ts";

const q = same("Q");
const options = { a: same("A"), b: same("B") };
const formOf = (fields: Readonly<Record<string, Field>>, more: object = {}): Form => ({
  id: "f",
  version: 1,
  title: q,
  sections: { s: section(q, fields, more) },
});
const carried = (from: Form, to: Form, answers: AnyRecord): AnyRecord => carry(from, to, { s: answers })["s"];

test("to the same form all answers come along as typed, but for files", () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const draft = encode(everyKind, { all: answers });
      expect(carry(everyKind, everyKind, draft)).toEqual({ all: { ...draft["all"], files: [] } });
    }),
  );
});

/** The same questions, each of which may be missing, smaller or of another kind. */
const changedForms = fc
  .tuple(
    fc.subarray(Object.keys(everyKind.sections.all.fields)),
    fc.integer({ min: 1, max: 10 }),
    fc.boolean(),
  )
  .map(([keys, max, swap]): Form => {
    const smaller = (field: Field): Field => {
      if (field.kind === "text" || field.kind === "longText") return { ...field, max };
      if (field.kind === "group") return { ...field, max: 1, fields: { name: text(q, { max }) } };
      if ("options" in field) return { ...field, options: { b: q } };
      return swap && field.kind === "table" ? { ...field, rows: { b: q, c: q } } : field;
    };
    const fields: Readonly<Record<string, Field>> = everyKind.sections.all.fields;
    const chosen = keys.flatMap((key) => {
      const field = fields[swap && key === "money" ? "files" : key];
      return field ? [[key, smaller(field)] as const] : [];
    });
    return { ...everyKind, sections: { all: section(q, Object.fromEntries(chosen)) } };
  });

test("whatever has become of the form, what comes along fits it", () => {
  fc.assert(
    fc.property(anyAnswers, changedForms, (answers, to) => {
      const { all: asked = section(q, {}) } = to.sections;
      fc.pre(!isFileSection(asked));
      const { all } = carry(everyKind, to, encode(everyKind, { all: answers }));
      expect(readSectionDraft(asked, all)).toEqual({ ok: true, value: all });
    }),
  );
});

describe("a question", () => {
  test("of another kind, or that was not asked, begins empty", () => {
    const from = formOf({ a: text(q, { max: 9 }), b: longText(q, { max: 9 }) });
    const to = formOf({ a: integer(q, {}), b: longText(q, { max: 9 }), c: text(q, { max: 9 }) });
    expect(carried(from, to, { a: "12", b: "Æ\nø" })).toEqual({ a: "", b: "Æ\nø", c: "" });
  });
  test("loses the options that are gone", () => {
    const from = formOf({ one: radio(q, { options }), many: checkboxes(q, { options }) });
    const to = formOf({
      one: radio(q, { options: { b: q } }),
      many: checkboxes(q, { options: { b: q, c: q } }),
    });
    expect(carried(from, to, { one: "a", many: ["a", "b"] })).toEqual({ one: "", many: ["b"] });
    expect(carried(from, to, { one: "toString", many: ["constructor"] })).toEqual({ one: "", many: [] });
  });
  test("keeps what was typed in a table's cells that are still there", () => {
    const from = formOf({ t: table(q, { rows: options, columns: options }) });
    const to = formOf({ t: table(q, { rows: { b: q, c: q }, columns: { a: q } }) });
    const cells = { a: { a: "1", b: "2" }, b: { a: "ca. 3", b: "4" } };
    expect(carried(from, to, { t: cells })).toEqual({ t: { b: { a: "ca. 3" }, c: { a: "" } } });
  });
});

describe("rows", () => {
  const rows = group(q, { min: 0, max: 9, item: q, add: q, fields: { name: text(q, { max: 9 }) } });
  const fields = {
    rows,
    few: group(q, {
      min: 0,
      max: 1,
      item: q,
      add: q,
      fields: { to: reference(q, { to: "s.rows", named: "name" }) },
    }),
    one: reference(q, { to: "s.rows", named: "name" }),
    some: reference(q, { to: "s.rows", named: "name", several: true }),
    papers: files(q, { accept: [".pdf"], maxMegabytes: 1, max: 3 }),
    paper: reference(q, { to: "s.papers", named: "name", several: true }),
  };
  const answers = {
    rows: [{ id: "r1", name: "En" }],
    few: [
      { id: "f1", to: "r1" },
      { id: "f2", to: "r9" },
    ],
    one: "r1",
    some: ["r1", "r9"],
    papers: [{ id: "p1" }],
    paper: ["p1"],
  };
  test("keep their ids, so that what points to them still does; files and what points to them stay behind", () => {
    expect(carried(formOf(fields), formOf(fields), answers)).toEqual({
      rows: [{ id: "r1", name: "En" }],
      few: [{ id: "f1", to: "r1" }],
      one: "r1",
      some: ["r1"],
      papers: [],
      paper: [],
    });
  });
  test("that do not come along are not pointed to", () => {
    const to = formOf({ ...fields, rows: text(q, { max: 9 }) });
    expect(carried(formOf(fields), to, answers)).toMatchObject({ rows: "", one: "", some: [] });
  });
});

test("what each application must declare anew begins empty, and so do sections nobody wrote in", () => {
  const plain = formOf({ a: text(q, { max: 9 }) });
  expect(carry(plain, formOf({ a: text(q, { max: 9 }) }, { carried: false }), { s: { a: "ja" } })).toEqual(
    {},
  );
  expect(carry(plain, plain, {})).toEqual({});
  expect(carry({ ...plain, sections: {} }, plain, { s: { a: "ja" } })).toEqual({});
});

test("of NIC 2024 everything comes along but attachments and declarations", () => {
  const { application } = nic2024;
  const draft = completeDraft("impact");
  const taken = carry(application, application, draft);
  const left = Object.keys(draft).filter((key) => !(key in taken));
  expect(left).toEqual(expect.arrayContaining(["declarations", "attachments"]));
  expect(left).toHaveLength(2);
  expect(Object.values(application.sections).filter(isFileSection)).toHaveLength(1);
  expect(taken["members"]).toEqual(draft["members"]);
});
