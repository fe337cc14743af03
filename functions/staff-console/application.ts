import * as z from "zod";
import { Application, ApplicationId, Submission } from "#shared/domain/application.ts";
import { Attempt } from "#shared/domain/attempt.ts";
import { asItHoldsFor } from "#shared/domain/call-deadlines.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import { Event } from "#shared/domain/event.ts";
import { Organisation } from "#shared/domain/organisation.ts";
import { countingSubmission } from "#shared/domain/standing.ts";
import { InstantText } from "#shared/domain/time.ts";
import { numberIn } from "#shared/form/register-fields.ts";
import { sentSummary } from "#shared/form/sent-summary.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { findApplication } from "#shared/records/applications.ts";
import { attemptsOf } from "#shared/records/attempts.ts";
import { type CallInForce, findCallInForce } from "#shared/records/calls.ts";
import { eventBy } from "#shared/records/events.ts";
import { historyOf } from "#shared/records/history.ts";
import { recordLook } from "#shared/records/looks.ts";
import { gatherUnreadable, messagesOf } from "#shared/records/messages.ts";
import { readOrganisation } from "#shared/records/organisations.ts";
import { submissionsOf } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { staffApplicationPage } from "#web/staff/staff-application-page.tsx";
import { laterForm, nothingTyped } from "./later-form.ts";

export interface Found {
  readonly application: Application;
  /** With the deadlines that hold for everybody. */
  readonly definition: CallInForce;
}

export const findForStaff = async (asked: SignedIn, table: Table): Promise<Found | undefined> => {
  const id = ApplicationId.safeParse(asked.params["id"]);
  const application = id.success ? await findApplication(table, id.data) : undefined;
  const definition = application && (await findCallInForce(table, application.callId));
  return definition && { application, definition };
};

const readAround = async (table: Table, { id, organisationNumber }: Application) => {
  const number = numberIn(organisationNumber);
  const unreadable = gatherUnreadable();
  const [submissions, events, attempts, messages, organisation] = await Promise.all([
    submissionsOf(table, id),
    historyOf(table, id),
    attemptsOf(table, id),
    messagesOf(table, id, unreadable.keep),
    number && readOrganisation(table, number),
  ]);
  return { submissions, events, attempts, messages, unreadable: unreadable.ids, organisation };
};

/** One application as it was sent, with its history, and what was typed to extend its deadline. Who looks is noted first. */
export const drawApplication = async (
  asked: SignedIn,
  table: Table,
  { application, definition }: Found,
  extending = nothingTyped,
) => {
  await recordLook(table, application, eventBy(asked, "application-viewed", application.reference));
  const around = await readAround(table, application);
  const shown = around.submissions.map((submission) => ({
    submission,
    parts: sentSummary(definition.application, submission, asked.language),
  }));
  const page = () =>
    staffApplicationPage(asked, {
      ...around,
      call: definition.call,
      application,
      form: definition.application,
      submissions: shown,
      extending: { form: laterForm, answers: extending.typed, problems: extending.problems },
    });
  return { ...around, page };
};

/** Of a draft only that it exists: what it says is the applicant's own. */
export const showApplication = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const found = await findForStaff(asked, table);
  if (!found) return { reason: "not-found" };
  const { application, definition } = found;
  const { page, ...around } = await drawApplication(asked, table, found);
  const { submissions, events, attempts, messages, unreadable, organisation } = around;
  const { deadline } = asItHoldsFor(definition.call, application).levels[application.level];
  return {
    page,
    json: () => ({
      register: organisation ? z.encode(Organisation, organisation) : undefined,
      application: z.encode(Application, application),
      deadline: InstantText.encode(lastInstantOf(deadline)),
      submissions: submissions.map((submission) => ({
        ...z.encode(Submission, submission),
        counts: submission.number === countingSubmission(application),
      })),
      events: events.map((event) => z.encode(Event, event)),
      attempts: attempts.map((attempt) => z.encode(Attempt, attempt)),
      messages: messages.map(({ id, to, state, attempts: tries }) => ({ id, to, state, attempts: tries })),
      unreadable,
    }),
  };
};
