import type { Route } from "#shared/http/serve.ts";
import type { Table } from "#shared/records/table.ts";
import { addRegistration, showNew } from "./add.ts";
import { cancelRegistration } from "./cancel.ts";
import { listNeeds } from "./needs.ts";
import { showRegistration } from "./show.ts";

const one = "/staff/registrations/{webinar}/{id}";
const added = "/staff/calls/{call}/registrations/new";
const needs = "/staff/calls/{call}/registrations/needs";

/** One registration, and what staff do with those of others. */
export const registrationRoutes = (table: Table): readonly Route[] => [
  { for: "staff", may: "look", method: "GET", path: one, answer: (asked) => showRegistration(asked, table) },
  {
    for: "staff",
    may: "work",
    method: "POST",
    path: one,
    answer: (asked) => cancelRegistration(asked, table),
  },
  { for: "staff", may: "work", method: "GET", path: needs, answer: (asked) => listNeeds(asked, table) },
  { for: "staff", may: "work", method: "GET", path: added, answer: (asked) => showNew(asked, table) },
  {
    for: "staff",
    may: "work",
    method: "POST",
    path: added,
    answer: (asked) => addRegistration(asked, table),
  },
];
