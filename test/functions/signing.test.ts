import { beforeEach, expect, test, vi } from "vitest";
import { instant } from "#shared/domain/time.ts";
import { findReceipt, receiptsOwed } from "#shared/records/receipts.ts";
import type { Table } from "#shared/records/table.ts";
import { publicKeys } from "#shared/signing/public-keys.ts";
import { verifyReceipt } from "#shared/signing/verify.ts";
import { signOwed } from "../../functions/deadline-enforcement/sign-owed.ts";
import { routes } from "../../functions/submission/routes.ts";
import { freshTable } from "../support/dynamodb.ts";
import { openTestKeys } from "../support/receipt-keys.ts";
import { asking, signedIn } from "./asking.ts";
import { keepSubmitted } from "./records.ts";

const { keys, outage } = await openTestKeys("2024-1");
const later = instant("2024-06-20T13:00:00Z");

let table: Table;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  outage.on = false;
  table = await freshTable();
});

const receiptOf = async (id: string) => {
  const ask = asking(table, (around) => routes({ ...around, keys }));
  const cookie = await signedIn(table);
  return ask({
    path: `/nb/applications/${id}/receipt`,
    cookies: [cookie],
    headers: { accept: "application/json" },
  });
};

test("whoever opens the receipt first has it signed, and the signature stays", async () => {
  const { id } = await keepSubmitted(table);
  const first = await receiptOf(id);
  const { jws } = Object(first.json);
  const { receipt } = (await findReceipt(table, id, 1)) ?? {};
  expect(await verifyReceipt(jws, await publicKeys(keys))).toEqual({
    verdict: "ours",
    receipt,
    key: "2024-1",
  });
  expect(Object((await receiptOf(id)).json).jws).toBe(jws);
  expect(await receiptsOwed(table, later, 10)).toEqual([]);
});

test("without KMS the receipt stands all the same, and is signed by the next run", async () => {
  const { id } = await keepSubmitted(table);
  outage.on = true;
  const told = await receiptOf(id);
  expect(told.status).toBe(200);
  expect(told.json).toMatchObject({ number: 1, receipt: { application: id } });
  expect(told.json).not.toHaveProperty("jws");
  expect(await signOwed(table, keys, later)).toBe(false);
  outage.on = false;
  expect(await signOwed(table, keys, later)).toBe(true);
  expect((await findReceipt(table, id, 1))?.jws).toMatch(/^ey/);
  expect(await signOwed(table, keys, later)).toBe(true);
});
