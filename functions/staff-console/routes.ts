import type { Bucket } from "#shared/files/bucket.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer, Route } from "#shared/http/serve.ts";
import { callsInForce } from "#shared/records/calls.ts";
import { lastReconciliation } from "#shared/records/reconciliations.ts";
import type { Table } from "#shared/records/table.ts";
import { staffFrontPage } from "#web/staff/staff-front-page.tsx";
import { showApplication } from "./application.ts";
import { listAttempts } from "./attempts.ts";
import { caseworkRoutes } from "./casework/routes.ts";
import { showClosing } from "./closing.ts";
import { showDeadline } from "./deadline.ts";
import { listEvents } from "./events.ts";
import { extendApplication } from "./extension.ts";
import { downloadSent } from "./file.ts";
import { listApplications, listRegistrations } from "./lists.ts";
import { messageRoutes } from "./messages/routes.ts";
import { moveDeadline } from "./move-deadline.ts";
import { outageRoutes } from "./outages/routes.ts";
import { registrationRoutes } from "./registrations/routes.ts";
import { showStatistics } from "./statistics.ts";
import { webinarRoutes } from "./webinar/routes.ts";

const showFront = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const all = await Promise.all(
    (await callsInForce(table)).map(async ({ call }) => ({
      call,
      undelivered: (await lastReconciliation(table, call.id))?.count,
    })),
  );
  return {
    page: () => staffFrontPage(asked, { calls: all }),
    json: () => ({
      calls: all.map(({ call: { id, title }, undelivered }) => ({
        ...{ id, title: title[asked.language], undelivered },
      })),
    }),
  };
};

export const routes = (table: Table, bucket: Bucket, siteUrl: string): readonly Route[] => [
  { for: "staff", may: "look", method: "GET", path: "/staff", answer: (asked) => showFront(asked, table) },
  {
    for: "staff",
    may: "rule",
    method: "GET",
    path: "/staff/events",
    answer: (asked) => listEvents(asked, table),
  },
  {
    for: "staff",
    may: "look",
    method: "GET",
    path: "/staff/calls/{call}/statistics",
    answer: (asked) => showStatistics(asked, table),
  },
  {
    for: "staff",
    may: "look",
    method: "GET",
    path: "/staff/applications/{id}",
    answer: (asked) => showApplication(asked, table),
  },
  {
    for: "staff",
    may: "look",
    method: "GET",
    path: "/staff/applications/{id}/files/{file}",
    answer: (asked) => downloadSent(asked, table, bucket),
  },
  {
    for: "staff",
    may: "look",
    method: "GET",
    path: "/staff/calls/{call}/applications",
    answer: (asked) => listApplications(asked, table),
  },
  {
    for: "staff",
    may: "look",
    method: "GET",
    path: "/staff/calls/{call}/registrations",
    answer: (asked) => listRegistrations(asked, table),
  },
  {
    for: "staff",
    may: "work",
    method: "POST",
    path: "/staff/applications/{id}/extension",
    answer: (asked) => extendApplication(asked, table),
  },
  {
    for: "staff",
    may: "look",
    method: "GET",
    path: "/staff/calls/{call}/deadline",
    answer: (asked) => showDeadline(asked, table),
  },
  {
    for: "staff",
    may: "rule",
    method: "POST",
    path: "/staff/calls/{call}/deadline",
    answer: (asked) => moveDeadline(asked, table),
  },
  {
    for: "staff",
    may: "look",
    method: "GET",
    path: "/staff/calls/{call}/attempts",
    answer: (asked) => listAttempts(asked, table),
  },
  {
    for: "staff",
    may: "look",
    method: "GET",
    path: "/staff/calls/{call}/closing",
    answer: (asked) => showClosing(asked, table),
  },
  ...caseworkRoutes(table),
  ...outageRoutes(table),
  ...messageRoutes(table, siteUrl),
  ...webinarRoutes(table, siteUrl),
  ...registrationRoutes(table),
];
