import * as z from "zod";
import { readSettings } from "#shared/http/settings.ts";
import { openTable } from "#shared/records/table.ts";
import { createHandler } from "./handler.ts";

const { TABLE_NAME } = readSettings({ TABLE_NAME: z.string().min(1) }, process.env);

export const handler = createHandler(openTable(TABLE_NAME));
