import * as z from "zod";
import type { Site } from "#shared/http/request.ts";
import { type Route, serve } from "#shared/http/serve.ts";
import { pageSettings, readSettings } from "#shared/http/settings.ts";
import { followSession } from "#shared/records/sessions.ts";
import { openTable, type Table } from "#shared/records/table.ts";
import { document } from "#web/document.ts";
import { refusalPage } from "#web/pages/refusal-page.tsx";

export interface Around {
  readonly table: Table;
  readonly site: Site;
}

/** What every function that answers requests is made of; its routes are what tells it from the others. */
export const pageFunction = (routes: (around: Around) => readonly Route[]) => {
  const settings = readSettings({ ...pageSettings, FILES_ORIGIN: z.url().optional() }, process.env);
  const table = openTable(settings.TABLE_NAME);
  const site = { url: settings.SITE_URL, assets: settings.ASSETS_PATH, files: settings.FILES_ORIGIN };
  return serve({
    site,
    routes: routes({ table, site }),
    findSession: (hash, at) => followSession(table, hash, at),
    draw: document,
    refusalPage,
  });
};
