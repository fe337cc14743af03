import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import * as z from "zod";

/** Yes or no, as JSON or as a form has it. */
export const Flag = z.union([z.boolean(), z.stringbool()]);

/** Whether HTML is asked for by name, as a browser does. Everybody else gets JSON. */
export const wantsHtml = ({ headers }: IncomingMessage): boolean =>
  headers.accept?.includes("text/html") ?? false;

/** Whether a browser says that the request comes from another site's page. */
export const isForeign = ({ headers }: IncomingMessage): boolean => {
  const site = headers["sec-fetch-site"];
  return site !== undefined && site !== "same-origin" && site !== "none";
};

/** What was posted: a form's fields, or the fields of a JSON object. */
export const readFields = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const body = await text(request);
  if (request.headers["content-type"]?.startsWith("application/json"))
    return z.record(z.string(), z.unknown()).parse(JSON.parse(body));
  return Object.fromEntries(new URLSearchParams(body));
};
