import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  largestApplication,
  readSection,
  readSections,
  saveSection,
  sizeOf,
} from "#shared/records/sections.ts";
import { submit } from "#shared/records/submissions.ts";
import { aMessage, anApplication, anEvent, aSection, aSubmission } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { applicantAt } from "./applicant.ts";

const table = await freshTable();
const { start, stored, save, send, takeBack, missDeadline } = applicantAt(table);

describe("a section", () => {
  test("never saved is not there", async () => {
    const { id } = await start();
    expect(await readSection(table, id, "applicant")).toBeUndefined();
    expect(await readSections(table, id)).toEqual([]);
  });

  test("is found again as it was saved, by itself and among the others", async () => {
    const application = await start();
    const applicant = aSection();
    const budget = aSection({ section: "budget", answers: { rows: [{ cost: "1 200 000" }, { cost: "" }] } });
    expect(await saveSection(table, { application, section: budget })).toEqual({
      outcome: "saved",
      section: budget,
    });
    await saveSection(table, { application, section: applicant });
    expect(await readSection(table, application.id, "budget")).toEqual(budget);
    expect(await readSections(table, application.id)).toEqual([applicant, budget]);
  });

  test("keeps whatever was typed, exactly", async () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: "grapheme" }),
        fc.maxSafeInteger().map((number) => number + 0),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie("any")),
        fc.dictionary(fc.stringMatching(/^[a-z][A-Za-z0-9 æøå]{0,9}$/), tie("any"), {
          noNullPrototype: true,
        }),
      ),
    })).any;
    const application = await start();
    let revision = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value, { noNullPrototype: true }),
        async (answers) => {
          revision += 1;
          await saveSection(table, {
            application,
            section: aSection({ revision, answers: { ...answers, revision } }),
          });
          const found = await readSection(table, application.id, "applicant");
          expect(found?.answers).toEqual({ ...answers, revision });
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("autosave in two windows", () => {
  test("keeps the first, and hands it to the second, which can then be saved over it", async () => {
    const application = await start();
    const mine = aSection({ answers: { organisation: "Mine AS" } });
    const theirs = aSection({ answers: { organisation: "Theirs AS" }, savedBy: "person-2" });
    await saveSection(table, { application, section: theirs });
    expect(await saveSection(table, { application, section: mine })).toEqual({ outcome: "conflict", theirs });
    expect(await readSection(table, application.id, "applicant")).toEqual(theirs);
    const over = { ...mine, revision: theirs.revision + 1 };
    expect(await saveSection(table, { application, section: over })).toEqual({
      outcome: "saved",
      section: over,
    });
  });

  test("keeps both when they are on different sections", async () => {
    const application = await start();
    const sections = ["applicant", "budget", "goals"].map((section) => aSection({ section }));
    const savings = await Promise.all(
      sections.map((section) => saveSection(table, { application, section })),
    );
    expect(savings.map(({ outcome }) => outcome)).toEqual(["saved", "saved", "saved"]);
    expect(await readSections(table, application.id)).toEqual(sections);
  });

  test("lets one of twenty at the same time through, and each of the others knows that one", async () => {
    const application = await start();
    const savings = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        saveSection(table, { application, section: aSection({ answers: { organisation: `Number ${i}` } }) }),
      ),
    );
    const kept = await readSection(table, application.id, "applicant");
    expect(savings.filter(({ outcome }) => outcome === "saved")).toEqual([
      { outcome: "saved", section: kept },
    ]);
    expect(savings.filter(({ outcome }) => outcome === "conflict")).toEqual(
      Array.from({ length: 19 }, () => ({ outcome: "conflict", theirs: kept })),
    );
  });

  test("is no conflict when the same answers are there already: the first answer was lost on its way", async () => {
    const application = await start();
    const section = aSection({ answers: { a: "1", b: ["x"] } });
    await saveSection(table, { application, section });
    const again = aSection({ answers: { b: ["x"], a: "1" }, savedBy: "person-2" });
    expect(await saveSection(table, { application, section: again })).toEqual({ outcome: "saved", section });
  });

  test("is a conflict with nothing when the revision was made up", async () => {
    const application = await start();
    const saving = await saveSection(table, { application, section: aSection({ revision: 7 }) });
    expect(saving).toMatchObject({ outcome: "conflict", theirs: { revision: 0, answers: {} } });
    expect(await readSections(table, application.id)).toEqual([]);
  });
});

describe("the application's state", () => {
  test("lets nothing be saved once it is submitted, not even its facts", async () => {
    const application = await start();
    await save(application);
    await send(application);
    const late = aSection({ revision: 2, answers: { organisation: "Too late AS" } });
    const facts = { organisation: "Too late AS" };
    expect(await saveSection(table, { application, section: late, facts })).toEqual({
      outcome: "not-editable",
    });
    expect(await saveSection(table, { application, section: late })).toEqual({ outcome: "not-editable" });
    expect(await save(application)).toEqual({ outcome: "not-editable" });
    expect(await readSection(table, application.id, "applicant")).toEqual(aSection());
    expect(await stored(application)).toMatchObject({ state: "submitted", organisation: "" });
  });

  test("lets a withdrawn and an expired one be changed (whether it is in time is decided before)", async () => {
    const sent = await start();
    await send(sent, {});
    await takeBack(await stored(sent));
    expect(await save(sent)).toMatchObject({ outcome: "saved" });
    const expired = await start();
    await missDeadline(expired);
    expect(await save(expired)).toMatchObject({ outcome: "saved" });
  });

  test("of an application that does not exist lets nothing be saved", async () => {
    const application = anApplication();
    expect(await save(application)).toEqual({ outcome: "not-editable" });
    expect(await readSections(table, application.id)).toEqual([]);
  });
});

describe("facts", () => {
  test("are copied to the application with the section, and count as no change of it", async () => {
    const application = await start();
    const facts = { organisation: "Havbruk Test AS", organisationNumber: "123456785" };
    await saveSection(table, { application, section: aSection(), facts });
    expect(await stored(application)).toEqual({ ...application, ...facts });
  });

  test("stay with the conflict's winner", async () => {
    const application = await start();
    await saveSection(table, { application, section: aSection(), facts: { organisation: "First AS" } });
    const second = aSection({ answers: { organisation: "Second AS" } });
    await saveSection(table, { application, section: second, facts: { organisation: "Second AS" } });
    expect(await stored(application)).toMatchObject({ organisation: "First AS" });
  });
});

describe("size", () => {
  test("is counted in bytes as JSON", () => {
    expect(sizeOf({ navn: "æ" })).toBe('{"navn":"æ"}'.length + 1);
  });

  test("an application of the largest size fits in one submission", async () => {
    const application = await start();
    const answers = { goals: { text: "" } };
    answers.goals.text = "æ".repeat((largestApplication - sizeOf(answers)) / 2);
    expect(sizeOf(answers)).toBeGreaterThan(largestApplication - 2);
    const submission = aSubmission(application, { answers });
    const change = { application, submission, event: anEvent(), message: aMessage(application) };
    expect(await submit(table, { ...change, reviewed: {} })).toBe("submitted");
  });
});
