import * as z from "zod";
import { Application, ApplicationId, Submission } from "#shared/domain/application.ts";
import { Attempt } from "#shared/domain/attempt.ts";
import { asItHoldsFor } from "#shared/domain/call-deadlines.ts";
import { Casework } from "#shared/domain/casework.ts";
import { readingOfApplications } from "#shared/domain/choosing.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import { Event } from "#shared/domain/event.ts";
import { overallOutcome } from "#shared/domain/formal-control.ts";
import { ApplicationQuery } from "#shared/domain/listing.ts";
import { Note } from "#shared/domain/note.ts";
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
import { notesOf, readCasework } from "#shared/records/casework.ts";
import { eventBy } from "#shared/records/events.ts";
import { historyOf } from "#shared/records/history.ts";
import { neighboursOf } from "#shared/records/lists.ts";
import { recordLook } from "#shared/records/looks.ts";
import { gatherUnreadable, messagesOf } from "#shared/records/messages.ts";
import { readOrganisation } from "#shared/records/organisations.ts";
import { staffMembers } from "#shared/records/staff.ts";
import { submissionsOf } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { staffApplicationPage } from "#web/staff/staff-application-page.tsx";
import { controllingOf, handingOf, notingOf, type TypedIn } from "./application-forms.ts";
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
  const [submissions, events, attempts, messages, casework, notes, organisation, staff] = await Promise.all([
    submissionsOf(table, id),
    historyOf(table, id),
    attemptsOf(table, id),
    messagesOf(table, id, unreadable.keep),
    readCasework(table, id),
    notesOf(table, id),
    number && readOrganisation(table, number),
    staffMembers(table),
  ]);
  return {
    submissions,
    events,
    attempts,
    messages,
    unreadable: unreadable.ids,
    casework,
    notes,
    organisation,
    staff,
  };
};

const ListQuery = z.object({ list: z.string().max(1000) });

/** Back to the application when something is done with it, in the list that it was looked at in. */
export const backTo = (asked: SignedIn, { id }: Application, place = ""): string => {
  const { data } = ListQuery.safeParse(asked.query);
  const query = new URLSearchParams({ lang: asked.language, ...data });
  return `/staff/applications/${id}?${query}${place}`;
};

/** The list that it is looked at in, when its address says so, with what is next to it there. */
const listAround = async (asked: SignedIn, table: Table, { application, definition }: Found) => {
  const given = ListQuery.safeParse(asked.query);
  if (!given.success) return undefined;
  const { list } = given.data;
  const query = ApplicationQuery.parse(Object.fromEntries(new URLSearchParams(list)));
  const asking = { person: asked.person, timeZone: definition.call.timeZone };
  return { list, ...(await neighboursOf(table, application, readingOfApplications(query, asking))) };
};

const SubmissionQuery = z.object({ submission: z.coerce.number().int().optional().catch(undefined) });

/** The submission that was asked for, or the one that counts, or the last. */
const shownOf = (asked: SignedIn, { application, definition }: Found, all: readonly Submission[]) => {
  const wanted = SubmissionQuery.parse(asked.query).submission ?? countingSubmission(application);
  const submission = all.find(({ number }) => number === wanted) ?? all.at(-1);
  return submission && { submission, parts: sentSummary(definition.application, submission, asked.language) };
};

/** One application as it was sent, with what staff do with it, its history, and what was typed there. Who looks is noted first. */
export const drawApplication = async (
  asked: SignedIn,
  table: Table,
  found: Found,
  { extension = nothingTyped, note, control, handOver }: TypedIn = {},
) => {
  const { application, definition } = found;
  await recordLook(table, application, eventBy(asked, "application-viewed", application.reference));
  const around = await readAround(table, application);
  const inList = await listAround(asked, table, found);
  const page = () =>
    staffApplicationPage(asked, {
      ...around,
      ...{ call: definition.call, application, form: definition.application, inList },
      shown: shownOf(asked, found, around.submissions),
      extending: { form: laterForm, answers: extension.typed, problems: extension.problems },
      handing: handingOf(asked, around.casework, around.staff, handOver),
      noting: notingOf(note),
      points: definition.formalControl,
      counting: countingSubmission(application),
      controlling: controllingOf(found, around.casework, control),
    });
  return { ...around, page };
};

/** Of a draft only that it exists: what it says is the applicant's own. */
export const showApplication = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const found = await findForStaff(asked, table);
  if (!found) return { reason: "not-found" };
  const { application, definition } = found;
  const { page, ...around } = await drawApplication(asked, table, found);
  const { submissions, events, attempts, messages, unreadable, casework, notes, organisation } = around;
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
      casework: {
        ...z.encode(Casework, casework),
        overall: overallOutcome(definition.formalControl, casework.control?.points),
      },
      notes: notes.map((note) => z.encode(Note, note)),
      events: events.map((event) => z.encode(Event, event)),
      attempts: attempts.map((attempt) => z.encode(Attempt, attempt)),
      messages: messages.map(({ id, to, state, attempts: tries }) => ({ id, to, state, attempts: tries })),
      unreadable,
    }),
  };
};
