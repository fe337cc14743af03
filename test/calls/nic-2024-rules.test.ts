import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import type { Level } from "#shared/domain/call.ts";
import { check } from "#shared/form/check.ts";
import { formFor } from "#shared/form/levels.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import { completeDraft } from "../support/answers.ts";

type Change = (draft: AnyRecord) => void;

const found = (level: Level, change: Change) => {
  const draft: AnyRecord = completeDraft(level);
  change(draft);
  const checked = check(formFor(nic2024.application, level), draft);
  const told = (all: readonly { pointer: string; message: { nb: string } }[]) =>
    all.map(({ pointer, message }) => `${pointer}: ${message.nb}`);
  return { problems: told(checked.ok ? [] : checked.problems), warnings: told(checked.warnings) };
};

const member = (id: string, category: string, organisationNumber = "") => ({
  id,
  organisationNumber,
  name: "Døme",
  category,
  relation: "member",
});
const withMembers =
  (categories: readonly string[]): Change =>
  ({ members }) => {
    members.list = categories.map((category, i) => member(`m${i}`, category));
  };
const inRow =
  (section: string, group: string, change: AnyRecord): Change =>
  (draft) =>
    Object.assign(draft[section][group][0], change);
const inFunding =
  (row: string, year: string, amount: string): Change =>
  ({ budget }) => {
    budget.funding[row][year] = amount;
  };
const both =
  (...changes: readonly Change[]): Change =>
  (draft) => {
    for (const change of changes) change(draft);
  };

const outside = "Datoen må være i de tre årene prosjektet går, regnet fra prosjektstart";
const share = "kan være høyst 50 % av de støtteberettigede kostnadene";

describe("what stops an application from being sent", () => {
  test.for<readonly [Level, string, Change]>([
    ["connect", "/members/list: Minst ett medlem må være en bedrift", withMembers(["public", "public"])],
    [
      "connect",
      "/members/list/0/organisationNumber: Organisasjonsnummeret står på lista fra før",
      ({ members }) => {
        members.list = [
          member("a", "business", "974760673"),
          member("b", "business", "974 760 673"),
          ...members.list.slice(1),
        ];
      },
    ],
    [
      "connect",
      "/members/missingGroups: Minst én aktørgruppe mangler på lista. Skriv hvordan den skal dekkes",
      ({ members }) => {
        members.missingGroups = "";
      },
    ],
    [
      "connect",
      "/goals/results/0/target: Målverdien må være en annen enn verdien i dag",
      inRow("goals", "results", { target: "2,0" }),
    ],
    [
      "impact",
      "/impact/results/0/page: Vis til en nettside eller et vedlegg for dette resultatet",
      inRow("impact", "results", { page: "" }),
    ],
    [
      "connect",
      `/strategy/milestones/0/due: ${outside}`,
      inRow("strategy", "milestones", { due: "31.8.2024" }),
    ],
    [
      "connect",
      `/strategy/milestones/0/due: ${outside}`,
      inRow("strategy", "milestones", { due: "1.9.2027" }),
    ],
    ["connect", `/goals/results/0/due: ${outside}`, inRow("goals", "results", { due: "1.9.2027" })],
    ["connect", `/activities/list/0/start: ${outside}`, inRow("activities", "list", { start: "31.8.2024" })],
    ["connect", `/activities/list/0/end: ${outside}`, inRow("activities", "list", { end: "1.9.2027" })],
    [
      "connect",
      "/activities/list/0/end: Aktiviteten kan ikke slutte før den begynner",
      inRow("activities", "list", { start: "2.9.2026", end: "1.9.2026" }),
    ],
    [
      "connect",
      "/goals/results/0/baselineDay: Verdien i dag må være målt før målet skal nås",
      inRow("goals", "results", { baselineDay: "1.1.2027" }),
    ],
    [
      "connect",
      "/applicant/periods/0/to: Til-året kan ikke være før fra-året",
      ({ applicant }) => {
        applicant.earlier = "yes";
        applicant.periods = [{ id: "p", level: "nce", from: "2012", to: "2011" }];
      },
    ],
    [
      "impact",
      "/impact/results/0/to: Til-året kan ikke være før fra-året",
      inRow("impact", "results", { to: "2017" }),
    ],
    [
      "impact",
      "/impact/to: Perioden kan ikke slutte før den begynner",
      ({ impact }) => {
        impact.to = "31.12.2017";
      },
    ],
    [
      "connect",
      "/budget/funding: Finansieringen må være like stor som kostnadene i år 1",
      inFunding("own", "y1", "1"),
    ],
    [
      "connect",
      "/budget/funding: Finansieringen må være like stor som kostnadene i år 3",
      inFunding("fees", "y3", "599 999"),
    ],
    [
      "connect",
      "/budget/funding: Skriv hvor mye dere søker om i år 2",
      both(inFunding("applied", "y2", "0"), inFunding("own", "y2", "600 000")),
    ],
    [
      "connect",
      `/budget/funding: Søknadsbeløpet i år 1 ${share}`,
      both(inFunding("applied", "y1", "600 001"), inFunding("fees", "y1", "599 999"), ({ budget }) => {
        budget.publicSupport = [];
      }),
    ],
    [
      "connect",
      `/budget/publicSupport: All offentlig støtte til sammen, med søknadsbeløpet, ${share}`,
      both(inFunding("fees", "y2", "849 999"), ({ budget }) => {
        budget.publicSupport[0].y2 = "150 001";
      }),
    ],
    [
      "connect",
      "/budget/inKindBasis: Skriv timesats og grunnlag for egeninnsatsen",
      both(inFunding("inKind", "y1", "1"), inFunding("fees", "y1", "599 999")),
    ],
  ])("%s: %s", ([level, problem, change]) => {
    expect(found(level, change).problems).toContain(problem);
    expect(found(level, () => {}).problems).toEqual([]);
  });

  test("half of the eligible costs may be applied for, and not a krone more", () => {
    const atTheLimit = both(
      inFunding("applied", "y1", "600 000"),
      inFunding("fees", "y1", "600 000"),
      (draft) => {
        draft["budget"].publicSupport = [];
        draft["budget"].funding.fees.y2 = "1 000 000";
        draft["budget"].funding.fees.y3 = "700 000";
      },
    );
    expect(found("connect", atTheLimit).problems).toEqual([]);
  });
});

describe("what is only warned of", () => {
  test.for<readonly [Level, string, Change]>([
    [
      "connect",
      "/members/list: Ingen på lista er kapitalmiljø",
      withMembers(["business", "knowledge", "public", "business"]),
    ],
    [
      "connect",
      "/members/list: Under halvparten av medlemmene er bedrifter",
      withMembers(["business", "knowledge", "capital", "public"]),
    ],
    [
      "connect",
      "/organisation/board: Under halvparten av styret kommer fra bedrifter",
      inRow("organisation", "board", { category: "public" }),
    ],
    ["connect", "/goals/results: Vi anbefaler minst tre resultatmål", () => {}],
    [
      "connect",
      "/goals/results/1/title: Ingen aktivitet bygger opp under dette målet",
      ({ goals }) => goals.results.push({ ...goals.results[0], id: "r2" }),
    ],
    ["impact", "/impact/results: Vi anbefaler minst tre dokumenterte resultater", () => {}],
    [
      "impact",
      "/impact/to: Perioden er kortere enn to år",
      ({ impact }) => {
        impact.from = "1.1.2022";
      },
    ],
    [
      "connect",
      "/applicant/periods: Periodene er til sammen over ti år. En klynge kan få støtte i høyst ti år",
      ({ applicant }) => {
        applicant.earlier = "yes";
        applicant.periods = [{ id: "p", level: "nce", from: "2008", to: "2019" }];
      },
    ],
  ])("%s: %s", ([level, warning, change]) => {
    const { problems, warnings } = found(level, change);
    expect(problems).toEqual([]);
    expect(warnings).toContain(warning);
  });

  test("nothing when three goals, three results, all groups and a board of businesses are there", () => {
    const complete: Change = ({ goals, members }) => {
      goals.results = ["r1", "r2", "r3"].map((id) => ({ ...goals.results[0], id }));
      members.list = ["business", "business", "business", "knowledge", "capital", "public"].map(
        (category, i) => member(`m${i}`, category),
      );
    };
    const served: Change = ({ activities }) => {
      activities.list[0].goals = ["r1", "r2", "r3"];
    };
    expect(found("connect", both(complete, served))).toEqual({ problems: [], warnings: [] });
  });
});
