import type { CallDefinition } from "#shared/calls/index.ts";
import type { Application } from "#shared/domain/application.ts";
import { chooseApplications, chooseRegistrations } from "#shared/domain/choosing.ts";
import { ApplicationQuery, RegistrationQuery } from "#shared/domain/listing.ts";
import type { PersonId } from "#shared/domain/person.ts";
import type { Language } from "#shared/domain/text.ts";
import { applicationsOfCall } from "#shared/records/applications.ts";
import { eventsOfCall } from "#shared/records/events.ts";
import { historyOf } from "#shared/records/history.ts";
import {
  gatherUnreadable,
  messagesOf,
  messagesOfCall,
  messagesOfRegistration,
} from "#shared/records/messages.ts";
import { readOfEach } from "#shared/records/reads.ts";
import { registrationsOfCall } from "#shared/records/registrations.ts";
import { latestSubmissions } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { applicationTables } from "./applications.ts";
import { events, type Noted } from "./events.ts";
import { type Tables, tableOf } from "./fact.ts";
import { messages } from "./messages.ts";
import { registrations } from "./registrations.ts";

/** Whose records, of which those that a list at the same address would show, in which language. */
export interface Wanted {
  readonly definition: CallDefinition;
  readonly query: Readonly<Record<string, string>>;
  readonly language: Language;
  /** Whoever takes it out: a list can be of their own cases. */
  readonly reader?: { readonly id: PersonId };
}

type Read = (table: Table, wanted: Wanted) => Promise<Tables>;

const readApplications: Read = async (table, { definition, query, language, reader }) => {
  const all = await applicationsOfCall(table, definition.call.id);
  const { timeZone } = definition.call;
  const applications = chooseApplications(all, ApplicationQuery.parse(query), {
    timeZone,
    ...(reader && { person: reader }),
  });
  const submissions = await latestSubmissions(table, applications);
  return applicationTables(definition, { applications, submissions }, language);
};

const readRegistrations: Read = async (table, { definition, query, language }) => {
  const all = await registrationsOfCall(table, definition.call.id);
  const records = chooseRegistrations(all, RegistrationQuery.parse(query));
  return [tableOf(registrations, { records, expected: records.length, language })];
};

const readMessages: Read = async (table, { definition: { call }, language }) => {
  const { ids: unreadable, keep } = gatherUnreadable();
  const [applications, signedUp, toStaff] = await Promise.all([
    applicationsOfCall(table, call.id),
    registrationsOfCall(table, call.id),
    messagesOfCall(table, call.id, keep),
  ]);
  const found = await readOfEach(applications, ({ id }) => messagesOf(table, id, keep));
  const toGuests = await readOfEach(signedUp, ({ webinarId, id }) =>
    messagesOfRegistration(table, webinarId, id, keep),
  );
  const records = [...found, ...toGuests, toStaff].flat();
  // Those that cannot be read are missing in the file, and such a file is not made.
  const expected = records.length + unreadable.length;
  return [tableOf(messages, { records, expected, language })];
};

/** As many as the application says there are: what has been added since is left for the next time. */
const eventsOfApplication = async (
  table: Table,
  { id, reference, revision }: Application,
): Promise<Noted[]> =>
  (await historyOf(table, id))
    .filter(({ number }) => number <= revision)
    .map((event) => ({ reference, event }));

const readEvents: Read = async (table, { definition: { call }, language }) => {
  const [applications, ofCall] = await Promise.all([
    applicationsOfCall(table, call.id),
    eventsOfCall(table, call.id),
  ]);
  const found = await readOfEach(applications, (application) => eventsOfApplication(table, application));
  const records = [...found.flat(), ...ofCall.map((event) => ({ event }))];
  const expected = applications.reduce((sum, { revision }) => sum + revision, ofCall.length);
  return [tableOf(events, { records, expected, language })];
};

/** All that can be taken out of a call's records, by what it is called in an address. */
export const readers = {
  applications: readApplications,
  registrations: readRegistrations,
  messages: readMessages,
  events: readEvents,
} as const satisfies Record<string, Read>;

export const whats = [
  "applications",
  "registrations",
  "messages",
  "events",
] as const satisfies (keyof typeof readers)[];
export type What = (typeof whats)[number];
