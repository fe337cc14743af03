import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Level } from "#shared/domain/call.ts";
import { same } from "#shared/domain/text.ts";
import { check } from "#shared/form/check.ts";
import {
  defineForm,
  figuresFrom,
  files,
  group,
  money,
  reference,
  section,
  table,
  text,
} from "#shared/form/define.ts";
import { figuresOf } from "#shared/form/figures.ts";
import { formFor } from "#shared/form/levels.ts";
import { summary } from "#shared/form/summary.ts";

const rows = { a: same("A"), b: same("B") };
const columns = { y1: same("Year 1"), y2: same("Year 2") };
const item = { min: 0, max: 9, item: same("Goal"), add: same("Add") };

const form = defineForm({
  id: "trial",
  version: 1,
  title: same("Trial"),
  sections: {
    one: section(same("One"), {
      some: text(same("Some"), { max: 10, requiredFor: ["connect"] }),
      only: files(same("Only"), { accept: [".pdf"], maxMegabytes: 1, max: 1, levels: ["impact"] }),
      goals: group(same("Goals"), {
        ...item,
        fields: {
          title: text(same("Title"), { max: 40, optional: true }),
          after: reference(same("After"), { to: "one.goals", named: "title", optional: true }),
          amount: money(same("Amount"), { optional: true }),
        },
      }),
    }),
    two: section(
      same("Two"),
      {
        serves: reference(same("Serves"), { to: "one.goals", named: "title", several: true }),
        costs: table(same("Costs"), { rows, columns, optional: true }),
      },
      {
        levels: ["connect", "explore"],
        figures: figuresFrom({
          title: same("Shares"),
          columns: Object.values(columns),
          rows: ({ costs }) => [
            { label: same("Sum"), as: "money", values: [costs.a.y1 + costs.b.y1, costs.a.y2 + costs.b.y2] },
            { label: same("Share"), as: "percent", values: [12.34, undefined] },
          ],
        }),
      },
    ),
  },
  rules: [
    {
      at: "one.goals.amount",
      message: same("Too dear"),
      holdsFor: ({ amount }, { one }) => (amount ?? 0) <= one.goals.length * 100,
    },
    { at: "one.goals", warns: true, message: same("Few"), holds: ({ one }) => one.goals.length > 2 },
    { at: "two.serves", levels: ["explore"], message: same("Never"), holds: () => false },
  ],
});

const goal = (id: string, more: object = {}) => ({ id, title: `Goal ${id}`, after: "", amount: "", ...more });
const draft = (goals: readonly object[], serves: readonly string[]) => ({
  one: { some: "x", only: [], goals },
  two: { serves },
});
const told = (level: Level, given: object) => {
  const checked = check(formFor(form, level), given);
  const codes = (all: readonly { pointer: string; code: string }[]) =>
    all.map(({ pointer, code }) => `${pointer} ${code}`);
  return { problems: codes(checked.ok ? [] : checked.problems), warnings: codes(checked.warnings) };
};

describe("what a level is asked", () => {
  test.for([
    ["connect", ["/one/some required"]],
    ["explore", []],
    ["impact", ["/one/only required"]],
  ] as const)("%s", ([level, problems]) => {
    const given = { ...draft([goal("g")], ["g"]), one: { some: "", only: [], goals: [goal("g")] } };
    const found = told(level, given).problems.filter((problem) => !problem.includes("two"));
    expect(found).toEqual(problems);
  });

  test.for(Level.options)("%s never sees which levels there are, only whether it must answer", (level) => {
    const asked = Object.values(formFor(form, level).sections).flatMap(({ fields }) => Object.values(fields));
    expect(asked.some((field) => "requiredFor" in field)).toBe(false);
  });
});

describe("a rule for rows", () => {
  test("is told at every row that breaks it and at no other", () => {
    const goals = [goal("a", { amount: "500" }), goal("b", { amount: "1" }), goal("c", { amount: "301" })];
    expect(told("connect", draft(goals, ["a"])).problems).toEqual([
      "/one/goals/0/amount rule",
      "/one/goals/2/amount rule",
    ]);
  });
});

describe("a warning", () => {
  test("is told and stops nobody", () => {
    const found = told("connect", draft([goal("a")], ["a"]));
    expect(found).toEqual({ problems: [], warnings: ["/one/goals rule"] });
  });

  test("is told beside what stops", () => {
    const found = told("explore", draft([goal("a")], []));
    expect(found).toEqual({ problems: ["/two/serves required"], warnings: ["/one/goals rule"] });
  });
});

describe("a reference", () => {
  test("to a row that was removed counts as nothing chosen, and one alone says that it is gone", () => {
    const goals = [goal("a", { after: "b" })];
    expect(told("connect", draft(goals, ["b"])).problems).toEqual([
      "/one/goals/0/after gone",
      "/two/serves required",
    ]);
  });

  test("keeps those that are still there, in the order they were chosen", () => {
    const checked = check(formFor(form, "connect"), draft([goal("a"), goal("b")], ["b", "x", "a"]));
    expect(checked.ok && checked.answers["two"].serves).toEqual(["b", "a"]);
  });

  test("is shown by the number and name of its row; a row without a name by its number", () => {
    const goals = [goal("a"), goal("b", { title: "" })];
    const parts = summary(formFor(form, "connect"), draft(goals, ["a", "b", "gone"]), "en");
    const line = parts[1]?.lines.find(({ path }) => path === "two.serves");
    expect(line?.value).toEqual({ as: "list", items: ["Goal 1: Goal a", "Goal 2"] });
  });
});

describe("figures", () => {
  const two = formFor(form, "connect").sections["two"];
  test("follow from the amounts as typed; what cannot be read counts as nothing", () => {
    const costs = { a: { y1: "1 000", y2: "x" }, b: { y1: "500" } };
    const shown = two && figuresOf(two, { costs }, "en");
    expect(shown?.rows).toEqual([
      { label: "Sum", cells: ["NOK\u00a01,500", "NOK\u00a00"] },
      { label: "Share", cells: ["12.3%", "–"] },
    ]);
  });

  test("never fail, whatever was typed", () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.constantFrom("nb" as const, "nn" as const, "en" as const),
        (costs, lang) => {
          expect(two && figuresOf(two, { costs }, lang)?.rows).toHaveLength(2);
        },
      ),
    );
  });
});
