import type { Route } from "#shared/http/serve.ts";
import type { Around } from "../page-function.ts";
import { applications } from "./applications.ts";
import { follow } from "./follow.ts";
import { openApi } from "./openapi.ts";
import { registrations } from "./registrations.ts";

/** The description, which anybody's page may read. */
const describe = (siteUrl: string, tokenUrl: string) => ({
  bytes: new TextEncoder().encode(JSON.stringify(openApi({ siteUrl, tokenUrl }))),
  type: "application/json",
  headers: { "cache-control": "public, max-age=3600", "access-control-allow-origin": "*" },
});

export const routes = (around: Around, tokenUrl: string): readonly Route[] => [
  {
    for: "anyone",
    method: "GET",
    path: "/api/v1/openapi.json",
    answer: async () => describe(around.site.url, tokenUrl),
  },
  {
    for: "machine",
    method: "GET",
    path: "/api/v1/calls/{call}/applications",
    answer: (asked) => follow(asked, around, applications),
  },
  {
    for: "machine",
    method: "GET",
    path: "/api/v1/calls/{call}/registrations",
    answer: (asked) => follow(asked, around, registrations),
  },
];
