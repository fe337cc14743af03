import * as z from "zod";
import { readSettings } from "#shared/http/settings.ts";
import { pageFunction } from "../page-function.ts";
import { routes } from "./routes.ts";

const { TOKEN_URL } = readSettings({ TOKEN_URL: z.url() }, process.env);

export const handler = pageFunction((around) => routes(around, TOKEN_URL));
