import * as z from "zod";
import { readSettings } from "#shared/http/settings.ts";
import { pageFunction } from "../page-function.ts";
import { openIssuer } from "./issuer.ts";
import { routes } from "./routes.ts";

const settings = readSettings(
  {
    SITE_URL: z.url(),
    OIDC_ISSUER: z.url(),
    OIDC_CLIENT_ID: z.string().min(1),
    OIDC_GROUPS_CLAIM: z.string().min(1),
  },
  process.env,
);
const issuer = openIssuer({
  issuer: settings.OIDC_ISSUER,
  clientId: settings.OIDC_CLIENT_ID,
  groupsClaim: settings.OIDC_GROUPS_CLAIM,
  siteUrl: settings.SITE_URL,
});

export const handler = pageFunction((around) => routes({ ...around, issuer }));
