import { describe, expect, test } from "vitest";
import { sealOf } from "#shared/domain/receipt.ts";
import { findReceipt } from "#shared/records/receipts.ts";
import { publicKeys } from "#shared/signing/public-keys.ts";
import { signReceipt } from "#shared/signing/sign.ts";
import { auditAll } from "../../operator/audit-all.ts";
import { freshTable } from "../support/dynamodb.ts";
import { auditing } from "./auditing.ts";
import { keepSigned } from "./tamper.ts";

const table = await freshTable();
const { sent, codesOf, tamper, given, source, receiptKeys, keysUntil } = await auditing(table);

describe("a receipt", () => {
  test("that was changed with its seal and its event's digest is found by the signature", async () => {
    const application = await sent();
    const found = await findReceipt(table, application.id, 1);
    if (!found) throw new Error("There is no receipt");
    const receipt = { ...found.receipt, applicant: { organisation: "X", organisationNumber: "" } };
    await tamper(application, "RECEIPT#001", { receipt });
    await tamper(application, "EVENT#000002", { seals: sealOf(receipt) });
    expect(await codesOf(application)).toContainEqual(["signature-not-valid", 1]);
  });

  test("signed by a key that is not ours is found, and by an older one of ours is not", async () => {
    const application = await sent();
    const found = await findReceipt(table, application.id, 1);
    if (!found) throw new Error("There is no receipt");
    const older = keysUntil("2024-1");
    await tamper(application, "RECEIPT#001", { jws: await signReceipt(older, found.receipt) });
    expect(await codesOf(application)).toEqual([]);
    const { breaks } = await auditAll(source, { ...given, keySet: await publicKeys(older) });
    expect(breaks.filter(({ code }) => code === "signature-by-unknown-key")).not.toEqual([]);
  });

  test("without a signature is owed one for an hour before the newest event, and then it is missing", async () => {
    const late = await keepSigned(table, receiptKeys, { at: "2024-06-20T19:30:00.000Z" });
    const early = await keepSigned(table, receiptKeys, { at: "2024-06-20T18:29:59.999Z" });
    for (const one of [late, early]) await tamper(one, "RECEIPT#001", { jws: undefined });
    expect(await codesOf(late)).toEqual([]);
    expect(await codesOf(early)).toEqual([["signature-missing", 1]]);
  });
});
