import { expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { encode } from "#shared/form/answers.ts";
import { check } from "#shared/form/check.ts";
import { formFor } from "#shared/form/fields.ts";
import { summary } from "#shared/form/summary.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import { completeDraft } from "../support/answers.ts";

const connect = formFor(nic2024.application, "connect");
const changed = (section: string, answers: AnyRecord): AnyRecord => {
  const draft = completeDraft("connect");
  return { ...draft, [section]: { ...draft[section], ...answers } };
};

test("the summary shows an amount that cannot be read as it was typed, and an empty table as not answered", () => {
  const costs = { facilitation: { y1: "ca. 500", y2: "7" } };
  const lines = summary(connect, changed("budget", { costs, financing: {} }), "nb").find(
    ({ key }) => key === "budget",
  )?.lines;
  const [, shown, none] = lines ?? [];
  expect(shown?.value).toMatchObject({ rows: [{ cells: ["ca. 500", "7", "0", "7"] }, {}, {}, {}] });
  expect(none?.value).toBeUndefined();
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

test("what an older form asked is left out, and answers given to it can still be shown", () => {
  const draft = changed("cluster", { motto: "Fram!" });
  const checked = check(connect, draft);
  expect(checked.ok && checked.answers["cluster"]).not.toHaveProperty("motto");
  const answers = {
    cluster: { name: "x".repeat(5000), earlier: "maybe", motto: "Fram!" },
    members: { list: Array.from({ length: 300 }, (_, i) => ({ id: `m${i}`, name: `Medlem ${i}` })) },
    budget: { costs: { gone: { y1: 5 }, marketing: { y1: 7, y9: 8 } } },
  };
  const shown = JSON.stringify(summary(connect, encode(connect, answers), "nb"));
  for (const word of ["xxx", "maybe", "Medlem 299", '"7"']) expect(shown).toContain(word);
});

test("answers that leave much out come back as a whole draft", () => {
  const draft = encode(connect, { members: { list: [{ id: "m1", name: "A" }] } });
  for (const [key, section] of Object.entries(connect.sections))
    expect(Object.keys(draft[key])).toEqual(Object.keys(section.fields));
  expect(draft["members"].list).toEqual([
    { id: "m1", name: "A", organisationNumber: "", category: "", role: "" },
  ]);
  expect(draft["budget"].costs.marketing).toEqual({ y1: "", y2: "", y3: "" });
});
