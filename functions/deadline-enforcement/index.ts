import middy from "@middy/core";
import * as z from "zod";
import { calls } from "#shared/calls/index.ts";
import { instant } from "#shared/domain/time.ts";
import { readSettings } from "#shared/http/settings.ts";
import { openTable } from "#shared/records/table.ts";
import { enforceDeadlines } from "./enforce.ts";

/** What the schedules send: the time they were due, not the time they got round to it. */
const Due = z.object({ at: z.iso.datetime() });

const { TABLE_NAME } = readSettings({ TABLE_NAME: z.string().min(1) }, process.env);
const table = openTable(TABLE_NAME);

export const handler = middy<unknown, void>().handler(async (event) => {
  const { at } = Due.parse(event);
  await enforceDeadlines(
    table,
    calls.map(({ call }) => call),
    instant(at),
  );
});
