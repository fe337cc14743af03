import type { Route } from "#shared/http/serve.ts";
import type { Table } from "#shared/records/table.ts";
import { changeWebinar } from "./change.ts";
import { writeCircular } from "./circular-send.ts";
import { showCircular, showCirculars } from "./circular-show.ts";
import { showWebinar } from "./show.ts";

const webinar = "/staff/calls/{call}/webinar";
const circulars = `${webinar}/messages`;

/** The webinar of a call: what holds, and what is changed of it; and what is written to those who have signed up. */
export const webinarRoutes = (table: Table, siteUrl: string): readonly Route[] => [
  { for: "staff", may: "look", method: "GET", path: webinar, answer: (asked) => showWebinar(asked, table) },
  {
    for: "staff",
    may: "rule",
    method: "POST",
    path: webinar,
    answer: (asked) => changeWebinar(asked, table),
  },
  {
    for: "staff",
    may: "look",
    method: "GET",
    path: circulars,
    answer: (asked) => showCirculars(asked, table),
  },
  {
    for: "staff",
    may: "rule",
    method: "POST",
    path: circulars,
    answer: (asked) => writeCircular(asked, table, siteUrl),
  },
  {
    for: "staff",
    may: "look",
    method: "GET",
    path: `${circulars}/{id}`,
    answer: (asked) => showCircular(asked, table),
  },
];
