import * as z from "zod";
import { openBucket } from "#shared/files/bucket.ts";
import { readSettings } from "#shared/http/settings.ts";
import { openRegister } from "#shared/register/register.ts";
import { pageFunction } from "../page-function.ts";
import { fileRoutes } from "./file-routes.ts";
import { routes } from "./routes.ts";

const settings = readSettings({ FILES_BUCKET: z.string().min(1), REGISTER_URL: z.url() }, process.env);
const bucket = openBucket(settings.FILES_BUCKET);
const register = openRegister(settings.REGISTER_URL);

export const handler = pageFunction(({ table, site }) => [
  ...routes({ table, register }),
  ...fileRoutes({ table, bucket, siteUrl: site.url }),
]);
