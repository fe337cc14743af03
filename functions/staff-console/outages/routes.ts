import type { Route } from "#shared/http/serve.ts";
import type { Table } from "#shared/records/table.ts";
import { listOutages, recordOutage } from "./record.ts";
import { showOutage } from "./show.ts";

const outages = "/staff/calls/{call}/outages";

/** When the service did not work, and whom that hit. */
export const outageRoutes = (table: Table): readonly Route[] => [
  { for: "staff", may: "look", method: "GET", path: outages, answer: (asked) => listOutages(asked, table) },
  { for: "staff", may: "work", method: "POST", path: outages, answer: (asked) => recordOutage(asked, table) },
  {
    for: "staff",
    may: "look",
    method: "GET",
    path: `${outages}/{id}`,
    answer: (asked) => showOutage(asked, table),
  },
];
