import middy from "@middy/core";
import * as z from "zod";
import { calls } from "#shared/calls/index.ts";
import { instant } from "#shared/domain/time.ts";
import { readSettings } from "#shared/http/settings.ts";
import { openTable } from "#shared/records/table.ts";
import { openRegister } from "#shared/register/register.ts";
import { enforceDeadlines } from "./enforce.ts";
import { askAgain } from "./register.ts";

/** What the schedules send: the time they were due, not the time they got round to it. */
const Due = z.object({ at: z.iso.datetime() });

const settings = readSettings({ TABLE_NAME: z.string().min(1), REGISTER_URL: z.url() }, process.env);
const table = openTable(settings.TABLE_NAME);
const register = openRegister(settings.REGISTER_URL);

export const handler = middy<unknown, void>().handler(async (event) => {
  const { at } = Due.parse(event);
  await enforceDeadlines(
    table,
    calls.map(({ call }) => call),
    instant(at),
  );
  await askAgain(table, register, instant(at));
});
