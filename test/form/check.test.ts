import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { Level } from "#shared/domain/call.ts";
import { encode } from "#shared/form/answers.ts";
import { check, problemsOf } from "#shared/form/check.ts";
import { formFor } from "#shared/form/levels.ts";
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

const business = { id: "m1", name: "Bedrift AS", category: "business", relation: "member" };
const university = { id: "m2", name: "Høgskulen Døme", category: "knowledge", relation: "member" };

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
    ["applicant", { earlier: "maybe" }, "/applicant/earlier invalid"],
    ["applicant", { earlier: "toString" }, "/applicant/earlier invalid"],
    ["applicant", { earlier: "yes" }, "/applicant/periods required"],
    ["cluster", { name: "  " }, "/cluster/name required"],
    ["cluster", { startedIn: "1900" }, "/cluster/startedIn tooLow"],
    ["cluster", { startedIn: "" }, ""],
    ["cluster", { summary: "x".repeat(601) }, "/cluster/summary tooLong"],
    ["cluster", { startedIn: "1950" }, ""],
    ["cluster", { startedIn: "2024" }, ""],
    ["cluster", { startedIn: "2025" }, "/cluster/startedIn tooHigh"],
    ["cluster", { areas: [] }, "/cluster/areas required"],
    ["cluster", { areas: ["toString"] }, "/cluster/areas invalid"],
    ["cluster", { industries: ["a", "b", "c", "d", "e", "f"] }, "/cluster/industries tooMany"],
    ["members", { list: [] }, "/members/list required"],
    ["members", { list: [business] }, "/members/list tooFew"],
    ["members", { list: [university, university] }, "/members/list rule"],
    ["budget", { costs1: {}, funding: {} }, "/budget/costs1 required, /budget/funding required"],
    ["budget", { start: "31.2.2025" }, "/budget/start unreadable.date"],
    ["budget", { start: "21.6.2024" }, "/budget/start tooEarly"],
    ["declarations", { confirmed: [] }, "/declarations/confirmed required"],
    ["declarations", { confirmed: ["correct"] }, "/declarations/confirmed tooFew"],
    ["declarations", { confirmed: ["correct", "correct", "correct"] }, "/declarations/confirmed tooFew"],
    ["declarations", { otherAid: "yes" }, "/declarations/otherAidWhat required"],
  ] as const)("%s %o → %s", ([section, answers, problem]) => {
    expect(codesOf(changed(section, answers)).join(", ")).toBe(problem);
  });

  test("in a row and in a cell", () => {
    const draft = completeDraft("connect");
    const row = { id: "m9", name: "", organisationNumber: "1", category: "business", relation: "member" };
    expect(codesOf({ ...draft, members: { ...draft["members"], list: [row, row] } })).toEqual([
      "/members/list/0/organisationNumber unreadable.orgNumber",
      "/members/list/0/name required",
      "/members/list/1/organisationNumber unreadable.orgNumber",
      "/members/list/1/name required",
    ]);
    const costs1 = { facilitation: { personnel: "ca. 500" } };
    expect(codesOf(changed("budget", { costs1 }))).toEqual([
      "/budget/costs1/facilitation/personnel unreadable.money",
    ]);
  });

  const withFunding = (applied: string) => {
    const { funding, ...budget } = completeDraft("connect")["budget"] as AnyRecord;
    return { ...budget, funding: { ...funding, applied: { ...funding.applied, y1: applied } } };
  };

  test("between the answers of a section, although other sections are not begun", () => {
    const problems = problemsOf(connect, { budget: withFunding("500 001") }, "budget");
    expect(problems.map(({ message }) => message.nb)).toEqual([
      "Finansieringen må være like stor som kostnadene i år 1",
    ]);
  });

  test("but a rule is silent while its section cannot be read", () => {
    const budget = { ...withFunding("1"), start: "" };
    expect(problemsOf(connect, { budget }, "budget").map(({ code }) => code)).toEqual(["required"]);
  });

  test("in the order of the form", () => {
    const sections = codesOf({}).map((problem) => problem.split("/")[1]);
    expect([...new Set(sections)]).toEqual(Object.keys(connect.sections));
  });
});

describe("a problem says", () => {
  const messagesOf = (section: string, answers: AnyRecord) =>
    problemsOf(connect, changed(section, answers), section).map(({ message }) => message);

  test("which question it is about, down to the row", () => {
    const [problem] = problemsOf(connect, changed("members", { list: [business, { id: "x" }] }), "members");
    expect(problem?.label).toEqual({ nb: "Medlem 2, Navn", nn: "Medlem 2, Namn", en: "Member 2, Name" });
  });

  test("what to do, in the question's own words where it has some", () => {
    expect(messagesOf("applicant", { organisation: "" })).toEqual([
      {
        nb: "Skriv navnet på virksomheten",
        nn: "Skriv namnet på verksemda",
        en: "Enter the name of the organisation",
      },
    ]);
    for (const confirmed of [[], ["correct"]])
      expect(messagesOf("declarations", { confirmed }).map(({ nb }) => nb)).toEqual([
        "Kryss av for alle tre",
      ]);
  });

  test("otherwise in words for its kind", () => {
    const said = messagesOf("applicant", { organisationNumber: "", email: " ", phone: "\n" });
    expect(said.map(({ nn }) => nn)).toEqual([
      "Skriv inn organisasjonsnummeret",
      "Skriv inn e-postadressa",
      "Skriv inn telefonnummeret",
    ]);
  });

  test.for([
    ["cluster", { summary: "x".repeat(723) }, "Skriv høyst 600 tegn. Nå er det 723"],
    ["cluster", { startedIn: "1900" }, "Tallet må være 1950 eller mer"],
    ["budget", { start: "1.6.2024" }, "Datoen må være 22. juni 2024 eller senere"],
    ["budget", { start: "1.1.2026" }, "Datoen må være 31. desember 2025 eller tidligere"],
    ["members", { list: [business] }, "Det må være minst 2. Nå er det 1"],
  ] as const)("how much is right: %s", ([section, answers, said]) => {
    expect(messagesOf(section, answers).map(({ nb }) => nb)).toEqual([said]);
  });

  test("something that its own advice would mend", () => {
    const advised = [
      ["applicant", "phone", /\d{4,}/],
      ["budget", "start", /\d+\.\d+\.\d{4}/],
    ] as const;
    for (const [section, field, example] of advised)
      for (const { nb, nn, en } of messagesOf(section, { [field]: "x" }))
        for (const words of [nb, nn, en]) {
          const [found] = example.exec(words) ?? [];
          if (found) expect(messagesOf(section, { [field]: found })).toEqual([]);
        }
    const table = (typed: string) => ({ costs1: { facilitation: { personnel: typed } } });
    for (const words of Object.values(messagesOf("budget", table("x"))[0] ?? {})) {
      const [amount = ""] = /\d[\d, ]+/.exec(words) ?? [];
      expect(problemsOf(connect, changed("budget", table(amount)), "budget")[0]?.code).toBe("rule");
    }
  });
});

test("characters are counted as people count them, after composing and with one character for a line end", () => {
  const code = (summary: string) => codesOf(changed("cluster", { summary }));
  expect(code("🐟".repeat(600))).toEqual([]);
  expect(code("e\u0301".repeat(600))).toEqual([]);
  expect(code(`${"a\r\n".repeat(299)}aa`)).toEqual([]);
  expect(code("🐟".repeat(601))).toEqual(["/cluster/summary tooLong"]);
});

test("a name is one line, whatever was pasted", () => {
  const checked = check(connect, changed("cluster", { name: " Klynge \r\n Vest\n" }));
  expect(checked.ok && checked.answers["cluster"].name).toBe("Klynge Vest");
});

test("an answer to a question not asked stays in the draft and out of the answers", () => {
  const draft = changed("declarations", { started: "no", startedWhy: "Litt er gjort" });
  const checked = check(connect, draft);
  expect(checked.ok && checked.answers["declarations"]).not.toHaveProperty("startedWhy");
  expect(codesOf(changed("declarations", { started: "yes", startedWhy: "" }))).toEqual([
    "/declarations/startedWhy required",
  ]);
});
