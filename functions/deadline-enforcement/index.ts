import middy from "@middy/core";
import * as z from "zod";
import { instant } from "#shared/domain/time.ts";
import { readSettings } from "#shared/http/settings.ts";
import { callsInForce } from "#shared/records/calls.ts";
import { openTable } from "#shared/records/table.ts";
import { openRegister } from "#shared/register/register.ts";
import { openReceiptKeys, ReceiptKeysSetting } from "#shared/signing/receipt-keys.ts";
import { enforceDeadlines } from "./enforce.ts";
import { endExtensions } from "./extensions.ts";
import { followMoves } from "./moved-deadline.ts";
import { askAgain } from "./register.ts";
import { signOwed } from "./sign-owed.ts";

/** What the schedules send: the time they were due, not the time they got round to it. */
const Due = z.object({ at: z.iso.datetime() });

const settings = readSettings(
  { TABLE_NAME: z.string().min(1), REGISTER_URL: z.url(), RECEIPT_KEYS: ReceiptKeysSetting },
  process.env,
);
const table = openTable(settings.TABLE_NAME);
const keys = openReceiptKeys(settings.RECEIPT_KEYS);
const register = openRegister(settings.REGISTER_URL);

export const handler = middy<unknown, void>().handler(async (event) => {
  const { at } = Due.parse(event);
  const inForce = await callsInForce(table);
  const calls = inForce.map(({ call }) => call);
  const moved = await followMoves(table, inForce, instant(at));
  const ended = await endExtensions(table, calls, instant(at));
  await enforceDeadlines(table, calls, instant(at));
  await askAgain(table, register, instant(at));
  if (!moved || !ended) throw new Error("Some moved deadlines or extensions could not be followed up");
  if (!(await signOwed(table, keys, instant(at)))) throw new Error("Some receipts could not be signed");
});
