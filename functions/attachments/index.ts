import * as z from "zod";
import { openBucket } from "#shared/files/bucket.ts";
import { readSettings } from "#shared/http/settings.ts";
import { openTable } from "#shared/records/table.ts";
import { createHandler } from "./handler.ts";

const text = z.string().min(1);
const { TABLE_NAME, FILES_BUCKET } = readSettings({ TABLE_NAME: text, FILES_BUCKET: text }, process.env);

export const handler = createHandler({ table: openTable(TABLE_NAME), bucket: openBucket(FILES_BUCKET) });
