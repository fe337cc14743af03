import * as z from "zod";
import { openBucket } from "#shared/files/bucket.ts";
import { readSettings } from "#shared/http/settings.ts";
import { pageFunction } from "../page-function.ts";
import { routes } from "./routes.ts";

const { FILES_BUCKET } = readSettings({ FILES_BUCKET: z.string().min(1) }, process.env);
const bucket = openBucket(FILES_BUCKET);

export const handler = pageFunction(({ table }) => routes(table, bucket));
