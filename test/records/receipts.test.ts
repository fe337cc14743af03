import { describe, expect, test } from "vitest";
import { canonicalJson, sha256 } from "#shared/domain/digest.ts";
import { receiptText } from "#shared/domain/receipt.ts";
import { instant } from "#shared/domain/time.ts";
import { historyOf } from "#shared/records/history.ts";
import { findReceipt, keepSignature, receiptsOwed } from "#shared/records/receipts.ts";
import { findSubmission, submit } from "#shared/records/submissions.ts";
import { anApplication } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { applicantAt, submissionOf } from "./applicant.ts";

const table = await freshTable();
const { draft, stored } = applicantAt(table);
const owed = async () =>
  (await receiptsOwed(table, instant("2025-01-01T00:00:00Z"), 100)).map(({ receipt }) => receipt.application);

const sent = async () => {
  const application = await draft();
  await submit(table, submissionOf(application));
  return application;
};

describe("a receipt", () => {
  test("is kept with the submission it vouches for, and the history seals it", async () => {
    const { id } = await sent();
    const receipt = (await findReceipt(table, id, 1))?.receipt;
    const submission = await findSubmission(table, id, 1);
    expect(receipt).toMatchObject({ application: id, number: 1, digest: submission?.digest });
    expect((await historyOf(table, id)).at(-1)?.seals).toBe(sha256(canonicalJson(receipt)));
    expect(receipt && sha256(receiptText(receipt))).toBe((await historyOf(table, id)).at(-1)?.seals);
  });

  test("is owed its signature until it has one, and the first one stays", async () => {
    const { id } = await sent();
    expect(await owed()).toContain(id);
    const receipt = (await findReceipt(table, id, 1))?.receipt;
    if (!receipt) throw new Error("There is no receipt");
    await keepSignature(table, receipt, "first");
    await keepSignature(table, receipt, "second");
    expect(await findReceipt(table, id, 1)).toEqual({ receipt, jws: "first" });
    expect(await owed()).not.toContain(id);
  });

  test("there is none of what was never sent", async () => {
    expect(await findReceipt(table, anApplication().id, 1)).toBeUndefined();
    const application = await draft();
    const changed = { ...(await stored(application)), revision: 7 };
    expect(await submit(table, submissionOf(changed))).toBe("changed");
    expect(await findReceipt(table, application.id, 1)).toBeUndefined();
  });
});
