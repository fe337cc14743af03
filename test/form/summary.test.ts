import { expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { encode } from "#shared/form/answers.ts";
import { check } from "#shared/form/check.ts";
import { formFor } from "#shared/form/levels.ts";
import { summary } from "#shared/form/summary.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import { completeDraft } from "../support/answers.ts";

const connect = formFor(nic2024.application, "connect");
const changed = (section: string, answers: AnyRecord): AnyRecord => {
  const draft = completeDraft("connect");
  return { ...draft, [section]: { ...draft[section], ...answers } };
};

test("the summary shows an amount that cannot be read as it was typed, and an empty table as not answered", () => {
  const costs1 = { facilitation: { personnel: "ca. 500", administration: "7" } };
  const lines = summary(connect, changed("budget", { costs1, funding: {} }), "nb").find(
    ({ key }) => key === "budget",
  )?.lines;
  const at = (name: string) => lines?.find(({ path }) => path === `budget.${name}`)?.value;
  expect(at("costs1")).toMatchObject({ rows: [{ cells: ["ca. 500", "7", "0", "7"] }, {}, {}, {}, {}] });
  expect(at("funding")).toBeUndefined();
});

test("the summary shows every answer of a group and its totals", () => {
  const text = JSON.stringify(summary(connect, completeDraft("connect"), "nb"));
  for (const shown of [
    "Bedrift Én AS",
    "Högskolan Exempel",
    "Kunnskapsmiljø",
    "Resultatmål 1: Nye samarbeid",
    "Effektmål 1: Mer nyskaping",
    "31. desember 2026",
    "Grønn omstilling",
  ])
    expect(text).toContain(shown);
  expect(text).toContain("4\u00a0000\u00a0000");
  expect(text).toContain("48,7\u00a0%");
  expect(text).toContain('"2018"');
});

test("what an older form asked is left out, and answers given to it can still be shown", () => {
  const draft = changed("cluster", { motto: "Fram!" });
  const checked = check(connect, draft);
  expect(checked.ok && checked.answers["cluster"]).not.toHaveProperty("motto");
  const answers = {
    applicant: { earlier: "maybe" },
    cluster: { name: "x".repeat(5000), motto: "Fram!" },
    members: { list: Array.from({ length: 300 }, (_, i) => ({ id: `m${i}`, name: `Medlem ${i}` })) },
    budget: { costs1: { gone: { personnel: 5 }, marketing: { personnel: 7, y9: 8 } } },
  };
  const shown = JSON.stringify(summary(connect, encode(connect, answers), "nb"));
  for (const word of ["xxx", "maybe", "Medlem 299", '"7"']) expect(shown).toContain(word);
});

test("answers that leave much out come back as a whole draft", () => {
  const draft = encode(connect, { members: { list: [{ id: "m1", name: "A" }] } });
  for (const [key, section] of Object.entries(connect.sections))
    expect(Object.keys(draft[key])).toEqual(Object.keys(section.fields));
  expect(draft["members"].list).toEqual([
    {
      id: "m1",
      name: "A",
      organisationNumber: "",
      country: "",
      category: "",
      relation: "",
      role: "",
      letter: "",
    },
  ]);
  expect(draft["budget"].funding.own).toEqual({ y1: "", y2: "", y3: "" });
});
