import { serve } from "#shared/http/serve.ts";
import { pageSettings, readSettings } from "#shared/http/settings.ts";
import { findSession } from "#shared/records/sessions.ts";
import { openTable } from "#shared/records/table.ts";
import { document } from "#web/document.ts";
import { refusalPage } from "#web/pages/refusal-page.tsx";
import { routes } from "./routes.ts";

const settings = readSettings(pageSettings, process.env);
const table = openTable(settings.TABLE_NAME);

export const handler = serve({
  site: { url: settings.SITE_URL, assets: settings.ASSETS_PATH },
  routes: routes(table),
  findSession: (hash, at) => findSession(table, hash, at),
  draw: document,
  refusalPage,
});
