import { afterAll, beforeAll, expect, test } from "vitest";
import type { Runtime } from "../../local/runtime.ts";
import { completeDraft } from "../support/answers.ts";
import { filledIn, reviewed, signIn, startSystem } from "./road.ts";

let system: Runtime;
beforeAll(async () => {
  system = await startSystem();
}, 120_000);
afterAll(() => system?.stop());

const { members, activities, cohesion } = completeDraft("connect");
const [activity] = Array.isArray(activities?.["list"]) ? activities["list"] : [];
const text = (length: number) => "æ".repeat(length);
const many = (count: number, row: (i: number) => object) => Array.from({ length: count }, (_, i) => row(i));

const business = (i: number, role: string) => ({
  id: `row-m${i}`,
  organisationNumber: "",
  name: `${i} ${text(190)}`,
  country: text(60),
  category: "business",
  relation: "member",
  role,
  letter: "yes",
});

test("two hundred members and forty activities are kept and sent; what is too much is refused in words, and nothing is lost", async () => {
  const one = await signIn(system.url);
  const id = await filledIn(one, "connect");
  const at = `/nb/applications/${id}`;
  const save = async (section: string, revision: number, answers: object) =>
    expect(
      (await one.ask("PUT", `${at}/sections/${section}`, { revision, answers })).json,
      section,
    ).toMatchObject({ revision: revision + 1 });

  await save("activities", 1, {
    ...activities,
    list: many(40, (i) => ({ ...activity, id: `row-a${i}`, description: text(1000) })),
  });
  await save("cohesion", 1, Object.fromEntries(Object.keys(cohesion ?? {}).map((key) => [key, text(1000)])));
  await save("members", 1, { ...members, list: many(200, (i) => business(i, text(300))) });
  const tooMuch = await reviewed(one, id);
  expect(tooMuch.problems).toEqual([]);
  const refused = await one.ask("POST", `${at}/submission`, tooMuch.sending);
  expect(refused.status).toBe(413);
  expect(refused.json).toMatchObject({
    type: "/problems/too-large",
    detail: expect.stringContaining("høyst 350 kB"),
  });

  const kept = await one.ask("GET", `${at}/sections/members`);
  expect(kept.json).toMatchObject({
    revision: 2,
    answers: { list: many(200, (i) => ({ id: `row-m${i}` })) },
  });

  await save("members", 2, { ...members, list: many(200, (i) => business(i, "")) });
  const { sending } = await reviewed(one, id);
  expect((await one.ask("POST", `${at}/submission`, sending)).status).toBe(201);
  expect((await one.page(`${at}/receipt`)).text).toContain(`199 ${text(190)}`);
}, 120_000);
