import { expect, test } from "vitest";
import { CallId } from "#shared/domain/call.ts";
import { isDone, markDone } from "#shared/records/done.ts";
import { canRead } from "#shared/records/health.ts";
import { openTable } from "#shared/records/table.ts";
import { freshTable } from "../support/dynamodb.ts";

const table = await freshTable();
const callId = CallId.parse("nic-2024");

test("what is done is done for that call and that action, also when it is marked twice", async () => {
  expect(await isDone(table, callId, "expire-connect")).toBe(false);
  await markDone(table, callId, "expire-connect");
  await markDone(table, callId, "expire-connect");
  expect(await isDone(table, callId, "expire-connect")).toBe(true);
  expect(await isDone(table, callId, "expire-explore")).toBe(false);
  expect(await isDone(table, CallId.parse("nic-2025"), "expire-connect")).toBe(false);
});

test("health is that the table can be read", async () => {
  await expect(canRead(table)).resolves.toBeUndefined();
  await expect(canRead(openTable("no-such-table"))).rejects.toThrow();
});
