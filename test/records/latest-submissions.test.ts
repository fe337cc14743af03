import { describe, expect, test } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { latestSubmissions, submissionsOf, submit } from "#shared/records/submissions.ts";
import { anApplication, aSubmission } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { applicantAt, submissionOf } from "./applicant.ts";

const table = await freshTable();
const { start, stored, takeBack } = applicantAt(table);

describe("the last submissions of many applications", () => {
  const sent = async (text: string): Promise<Application> => {
    const application = await start();
    const submission = aSubmission(application, { answers: { text } });
    await submit(table, { ...submissionOf(application, {}), submission });
    return stored(application);
  };

  test("come in the order asked for, more than a hundred of them", async () => {
    const applications = await Promise.all(Array.from({ length: 120 }, (_, i) => sent(`Number ${i}`)));
    const asked = [anApplication(), ...applications.toReversed()];
    const found = await latestSubmissions(table, asked);
    expect(found.map(({ applicationId }) => applicationId)).toEqual(asked.slice(1).map(({ id }) => id));
  });

  test("are all there when together they are more than DynamoDB hands out at once", async () => {
    const long = "k".repeat(340_000);
    const applications = await Promise.all(Array.from({ length: 55 }, () => sent(long)));
    expect(await latestSubmissions(table, applications)).toHaveLength(55);
  });

  test("are the last ones, also of those withdrawn", async () => {
    const first = await sent("first");
    await takeBack(first);
    const withdrawn = await stored(first);
    const submission = aSubmission(withdrawn, { answers: { text: "second" } });
    await submit(table, { ...submissionOf(withdrawn, {}), submission });
    await takeBack(await stored(first));
    expect(await latestSubmissions(table, [await stored(first)])).toEqual([submission]);
  });

  test("are never fewer without a word", async () => {
    const application = anApplication({ submissions: 1 });
    await expect(latestSubmissions(table, [await sent("there"), application])).rejects.toThrow(
      application.id,
    );
  });

  test("of nobody are none", async () => {
    expect(await latestSubmissions(table, [])).toEqual([]);
  });

  test("all submissions of one application are found when they are more than is handed out at once", async () => {
    let application = await sent("1".repeat(340_000));
    for (const text of ["2", "3", "4", "5"]) {
      const submission = aSubmission(application, { answers: { text: text.repeat(340_000) } });
      await submit(table, { ...submissionOf(application, {}), submission });
      application = await stored(application);
    }
    const numbers = (await submissionsOf(table, application.id)).map(({ number }) => number);
    expect(numbers).toEqual([1, 2, 3, 4, 5]);
  });
});
