import middy from "@middy/core";
import * as z from "zod";
import { instant } from "#shared/domain/time.ts";
import { readSettings } from "#shared/http/settings.ts";
import { callsInForce } from "#shared/records/calls.ts";
import { openTable } from "#shared/records/table.ts";
import { openRegister } from "#shared/register/register.ts";
import { openReceiptKeys, ReceiptKeysSetting } from "#shared/signing/receipt-keys.ts";
import { deadlineDuties } from "./duties.ts";
import { enforce } from "./enforce.ts";
import { followMoves } from "./moved-deadline.ts";
import { reconcileNightly } from "./reconcile.ts";
import { askAgain } from "./register.ts";
import { signOwed } from "./sign-owed.ts";
import { openTerms } from "./terms.ts";

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
  const at = instant(Due.parse(event).at);
  const calls = await callsInForce(table);
  const terms = await openTerms(
    table,
    calls.map(({ call }) => call),
    at,
  );
  await enforce(terms, {
    "follow-moves": () => followMoves(table, calls, at),
    ...deadlineDuties,
    "reconcile-nightly": () => reconcileNightly(terms),
    "sign-owed": () => signOwed(table, keys, at),
    "ask-register": () => askAgain(table, register, at),
  });
});
