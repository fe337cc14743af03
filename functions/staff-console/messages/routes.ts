import type { Route } from "#shared/http/serve.ts";
import type { Table } from "#shared/records/table.ts";
import { listUndelivered } from "./lists.ts";
import { repeatMessage, showMessage } from "./show.ts";

const message = "/staff/messages/{message}";

/** Messages: what became of each, what it said, who has not been reached. */
export const messageRoutes = (table: Table, siteUrl: string): readonly Route[] => [
  {
    for: "staff",
    may: "look",
    method: "GET",
    path: "/staff/calls/{call}/undelivered",
    answer: (asked) => listUndelivered(asked, table),
  },
  {
    for: "staff",
    may: "look",
    method: "GET",
    path: message,
    answer: (asked) => showMessage(asked, table, siteUrl),
  },
  {
    for: "staff",
    may: "work",
    method: "POST",
    path: message,
    answer: (asked) => repeatMessage(asked, table),
  },
];
