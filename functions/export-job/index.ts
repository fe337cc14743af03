import * as z from "zod";
import { openBucket } from "#shared/files/bucket.ts";
import { pageSettings, readSettings } from "#shared/http/settings.ts";
import { openTable } from "#shared/records/table.ts";
import { createHandler } from "./handler.ts";
import { mostOnAws } from "./most.ts";

const { TABLE_NAME, SITE_URL } = pageSettings;
const settings = readSettings({ TABLE_NAME, SITE_URL, FILES_BUCKET: z.string().min(1) }, process.env);

const around = {
  table: openTable(settings.TABLE_NAME),
  bucket: openBucket(settings.FILES_BUCKET),
  siteUrl: settings.SITE_URL,
};

export const handler = createHandler(around, mostOnAws);
