import type { Route } from "#shared/http/serve.ts";
import type { Table } from "#shared/records/table.ts";
import { changeWebinar } from "./change.ts";
import { showWebinar } from "./show.ts";

const webinar = "/staff/calls/{call}/webinar";

/** The webinar of a call: what holds, and what is changed of it. */
export const webinarRoutes = (table: Table): readonly Route[] => [
  { for: "staff", method: "GET", path: webinar, answer: (asked) => showWebinar(asked, table) },
  { for: "staff", method: "POST", path: webinar, answer: (asked) => changeWebinar(asked, table) },
];
