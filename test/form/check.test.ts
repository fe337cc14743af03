import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { Level } from "#shared/domain/call.ts";
import { encode } from "#shared/form/answers.ts";
import { check, problemsOf } from "#shared/form/check.ts";
import { emptySection, readSectionDraft } from "#shared/form/draft.ts";
import { type Field, formFor } from "#shared/form/fields.ts";
import { summary } from "#shared/form/summary.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import { completeDraft } from "../support/answers.ts";

const formOf = (level: Level) => formFor(nic2024.application, level);
const connect = formOf("connect");

const changed = (section: string, answers: AnyRecord, level: Level = "connect") => {
  const draft = completeDraft(level);
  return { ...draft, [section]: { ...draft[section], ...answers } };
};
const codesOf = (draft: AnyRecord) => {
  const checked = check(connect, draft);
  return checked.ok ? [] : checked.problems.map(({ pointer, code }) => `${pointer} ${code}`);
};

test.for(Level.options)("a complete draft for %s can be sent, and comes back as it was meant", (level) => {
  const checked = check(formOf(level), completeDraft(level));
  expect(checked.ok || checked.problems).toBe(true);
  if (!checked.ok) return;
  const stored = JSON.parse(JSON.stringify(checked.answers));
  const again = check(formOf(level), encode(formOf(level), stored));
  expect(again).toEqual(checked);
});

test("a level is asked its own section and no other level's", () => {
  expect(Object.keys(connect.sections)).toContain("connect");
  expect(Object.keys(connect.sections)).not.toContain("impact");
});

describe("what is wrong is named where it is", () => {
  test.for([
    ["applicant", { organisationNumber: "987654321" }, "/applicant/organisationNumber unreadable.orgNumber"],
    ["applicant", { email: "kari" }, "/applicant/email unreadable.email"],
    ["cluster", { name: "  " }, "/cluster/name required"],
    ["cluster", { startedIn: "1900" }, "/cluster/startedIn tooLow"],
    ["cluster", { summary: "x".repeat(1501) }, "/cluster/summary tooLong"],
    ["members", { list: [] }, "/members/list tooFew"],
    ["goals", { effects: [] }, "/goals/effects required"],
    ["goals", { effects: ["world peace"] }, "/goals/effects/0 invalid"],
    ["budget", { start: "1.1.2020" }, "/budget/start tooEarly"],
    ["declarations", { confirmed: ["true"] }, "/declarations/confirmed tooFew"],
  ] as const)("%s %o → %s", ([section, answers, problem]) => {
    expect(codesOf(changed(section, answers))).toEqual([problem]);
  });

  test("in a row and in a cell", () => {
    const draft = completeDraft("connect");
    const row = { id: "m9", name: "", organisationNumber: "1", category: "business", role: "" };
    expect(codesOf({ ...draft, members: { list: [row, row] } })).toEqual([
      "/members/list/0/name required",
      "/members/list/0/organisationNumber unreadable.orgNumber",
      "/members/list/1/name required",
      "/members/list/1/organisationNumber unreadable.orgNumber",
    ]);
    const costs = { facilitation: { y1: "ca. 500", y2: "", y3: "" } };
    expect(codesOf(changed("budget", { costs }))).toEqual(["/budget/costs/facilitation/y1 unreadable.money"]);
  });

  test("between answers", () => {
    const financing = {
      applied: { y1: "2 100 000", y2: "", y3: "" },
      own: { y1: "1 800 000", y2: "", y3: "" },
    };
    expect(codesOf(changed("budget", { financing }))).toEqual(["/budget/financing rule"]);
  });

  test("with the label's path and words in every language", () => {
    const [problem] = problemsOf(connect, changed("applicant", { organisation: "" }), "applicant");
    expect(problem?.label.nb).toBe("Navn på virksomheten som søker");
    expect(problem?.message).toEqual({
      nb: "Skriv navnet på virksomheten",
      nn: "Skriv namnet på verksemda",
      en: "Enter the name of the organisation",
    });
  });
});

test("an answer to a question not asked stays in the draft and out of the answers", () => {
  const draft = changed("cluster", { earlier: "no", earlierResults: "Det gikk godt" });
  const checked = check(connect, draft);
  expect(checked.ok && checked.answers["cluster"]).not.toHaveProperty("earlierResults");
  expect(codesOf(changed("cluster", { earlier: "yes", earlierResults: "" }))).toEqual([
    "/cluster/earlierResults required",
  ]);
});

describe("what a request brings for a section", () => {
  const section = (key: string) => connect.sections[key] ?? { title: { nb: "", nn: "", en: "" }, fields: {} };
  test.for([
    ["an unknown field", "applicant", { nope: "1" }, "/nope", "unknown"],
    ["a wrong type", "applicant", { organisation: 5 }, "/organisation", "wrong-type"],
    ["far too much text", "applicant", { organisation: "x".repeat(401) }, "/organisation", "too-long"],
    [
      "too many rows",
      "members",
      { list: Array.from({ length: 201 }, (_, i) => ({ id: `r${i}` })) },
      "/list",
      "too-many",
    ],
    ["an unknown cell", "budget", { costs: { other: { y1: "1" } } }, "/costs/other", "unknown"],
  ] as const)("%s is refused", ([, key, given, pointer, code]) => {
    expect(readSectionDraft(section(key), given)).toEqual({ ok: false, refusal: [{ pointer, code }] });
  });

  test("any text within bounds is kept as typed, but for how line ends are written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const read = readSectionDraft(section("applicant"), { organisation: text });
        expect(read.ok && read.value["organisation"]).toBe(text.normalize("NFC").replace(/\r\n?/g, "\n"));
      }),
    );
    const read = readSectionDraft(section("cluster"), { summary: "a\r\nb\rc" });
    expect(read.ok && read.value["summary"]).toBe("a\nb\nc");
  });

  test("nothing at all is an empty section", () => {
    expect(readSectionDraft(section("members"), undefined)).toEqual({
      ok: true,
      value: emptySection(section("members")),
    });
  });
});

test("the summary shows every answer of a group and its totals", () => {
  const text = JSON.stringify(summary(connect, completeDraft("connect"), "nb"));
  for (const shown of [
    "Bedrift Én AS",
    "Høgskulen Døme",
    "Kunnskapsmiljø",
    "Nye samarbeid",
    "31. desember 2026",
    "Grønn omstilling",
  ])
    expect(text).toContain(shown);
  expect(text).toContain("3\u00a0900\u00a0000");
  expect(text).toContain('"2018"');
});

const pathsIn = (fields: Readonly<Record<string, Field>>): Field[] =>
  Object.values(fields).flatMap((field) =>
    field.kind === "group" ? [field, ...pathsIn(field.fields)] : [field],
  );

describe("the form of the call", () => {
  const { sections, rules = [] } = nic2024.application;
  const exists = (path: string) => {
    const [section = "", field = ""] = path.split(".");
    return sections[section]?.fields[field] !== undefined;
  };

  test("has only conditions, rules and facts that point at questions it has", () => {
    const conditions = Object.values(sections).flatMap(({ fields }) =>
      pathsIn(fields).flatMap(({ showIf }) => (showIf ? [showIf.when] : [])),
    );
    expect(conditions.length).toBeGreaterThan(0);
    const paths = [...conditions, ...rules.map(({ at }) => at), ...Object.values(nic2024.facts)];
    expect(paths.filter((path) => !exists(path))).toEqual([]);
  });

  test("has words in every language for everything it says", () => {
    const texts: string[] =
      JSON.stringify([nic2024.application, nic2024.webinar, nic2024.call]).match(/"(nb|nn|en)":"[^"]*"/g) ??
      [];
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter((text) => /:"\s*"$/.test(text))).toEqual([]);
  });
});
