import * as z from "zod";
import { serve } from "#shared/http/serve.ts";
import { pageSettings, readSettings } from "#shared/http/settings.ts";
import { findSession } from "#shared/records/sessions.ts";
import { openTable } from "#shared/records/table.ts";
import { document } from "#web/document.ts";
import { refusalPage } from "#web/pages/refusal-page.tsx";
import { openIssuer } from "./issuer.ts";
import { routes } from "./routes.ts";

const settings = readSettings(
  {
    ...pageSettings,
    OIDC_ISSUER: z.url(),
    OIDC_CLIENT_ID: z.string().min(1),
    OIDC_GROUPS_CLAIM: z.string().min(1),
  },
  process.env,
);
const table = openTable(settings.TABLE_NAME);
const site = { url: settings.SITE_URL, assets: settings.ASSETS_PATH };
const issuer = openIssuer({
  issuer: settings.OIDC_ISSUER,
  clientId: settings.OIDC_CLIENT_ID,
  groupsClaim: settings.OIDC_GROUPS_CLAIM,
  siteUrl: site.url,
});

export const handler = serve({
  site,
  routes: routes({ table, site, issuer }),
  findSession: (hash, at) => findSession(table, hash, at),
  draw: document,
  refusalPage,
});
