import * as z from "zod";
import { calls } from "#shared/calls/index.ts";
import { Application, ApplicationId, Submission } from "#shared/domain/application.ts";
import { Attempt } from "#shared/domain/attempt.ts";
import { Event } from "#shared/domain/event.ts";
import { Organisation } from "#shared/domain/organisation.ts";
import { countingSubmission } from "#shared/domain/standing.ts";
import type { Bucket } from "#shared/files/bucket.ts";
import { encode } from "#shared/form/answers.ts";
import { formFor } from "#shared/form/levels.ts";
import { numberIn } from "#shared/form/register-fields.ts";
import { summary } from "#shared/form/summary.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer, Route } from "#shared/http/serve.ts";
import { findApplication } from "#shared/records/applications.ts";
import { attemptsOf } from "#shared/records/attempts.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { eventBy, staffEvents } from "#shared/records/events.ts";
import { historyOf } from "#shared/records/history.ts";
import { recordLook } from "#shared/records/looks.ts";
import { messagesOf } from "#shared/records/messages.ts";
import { readOrganisation } from "#shared/records/organisations.ts";
import { submissionsOf } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { staffApplicationPage } from "#web/staff/staff-application-page.tsx";
import { staffEventsPage } from "#web/staff/staff-events-page.tsx";
import { staffFrontPage } from "#web/staff/staff-front-page.tsx";
import { listAttempts } from "./attempts.ts";
import { downloadSent } from "./file.ts";
import { listApplications, listRegistrations } from "./lists.ts";
import { outageRoutes } from "./outages/routes.ts";

/** One application as it was sent, with its history. Of a draft only that it exists: what it says is the applicant's own. */
const showApplication = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const id = ApplicationId.safeParse(asked.params["id"]);
  const application = id.success ? await findApplication(table, id.data) : undefined;
  const definition = application && (await findCallInForce(table, application.callId));
  if (!definition) return { reason: "not-found" };
  await recordLook(table, application, eventBy(asked, "application-viewed", application.reference));
  const number = numberIn(application.organisationNumber);
  const [submissions, events, attempts, messages, organisation] = await Promise.all([
    submissionsOf(table, application.id),
    historyOf(table, application.id),
    attemptsOf(table, application.id),
    messagesOf(table, application.id),
    number && readOrganisation(table, number),
  ]);
  const shown = submissions.map((submission) => {
    const form = formFor(definition.application, submission.level);
    return { submission, parts: summary(form, encode(form, submission.answers), asked.language) };
  });
  return {
    page: () =>
      staffApplicationPage(asked, {
        call: definition.call,
        application,
        submissions: shown,
        events,
        attempts,
        form: definition.application,
        messages,
        organisation,
      }),
    json: () => ({
      register: organisation ? z.encode(Organisation, organisation) : undefined,
      application: z.encode(Application, application),
      submissions: submissions.map((submission) => ({
        ...z.encode(Submission, submission),
        counts: submission.number === countingSubmission(application),
      })),
      events: events.map((event) => z.encode(Event, event)),
      attempts: attempts.map((attempt) => z.encode(Attempt, attempt)),
      messages: messages.map(({ id: messageId, to, state, attempts }) => ({
        id: messageId,
        to,
        state,
        attempts,
      })),
    }),
  };
};

const mostEvents = 200;

const showEvents = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const lists = await Promise.all(calls.map(({ call }) => staffEvents(table, call.id, mostEvents)));
  const events = lists.flat().toSorted((a, b) => b.at.epochMilliseconds - a.at.epochMilliseconds);
  return {
    page: () => staffEventsPage(asked, { events }),
    json: () => ({ items: events.map((event) => z.encode(Event, event)) }),
  };
};

const showFront = async (asked: SignedIn): Promise<Answer> => {
  const all = calls.map(({ call }) => call);
  return {
    page: () => staffFrontPage(asked, { calls: all }),
    json: () => ({ calls: all.map(({ id, title }) => ({ id, title: title[asked.language] })) }),
  };
};

export const routes = (table: Table, bucket: Bucket): readonly Route[] => [
  { for: "staff", method: "GET", path: "/staff", answer: showFront },
  { for: "staff", method: "GET", path: "/staff/events", answer: (asked) => showEvents(asked, table) },
  {
    for: "staff",
    method: "GET",
    path: "/staff/applications/{id}",
    answer: (asked) => showApplication(asked, table),
  },
  {
    for: "staff",
    method: "GET",
    path: "/staff/applications/{id}/files/{file}",
    answer: (asked) => downloadSent(asked, table, bucket),
  },
  {
    for: "staff",
    method: "GET",
    path: "/staff/calls/{call}/applications",
    answer: (asked) => listApplications(asked, table),
  },
  {
    for: "staff",
    method: "GET",
    path: "/staff/calls/{call}/registrations",
    answer: (asked) => listRegistrations(asked, table),
  },
  {
    for: "staff",
    method: "GET",
    path: "/staff/calls/{call}/attempts",
    answer: (asked) => listAttempts(asked, table),
  },
  ...outageRoutes(table),
];
