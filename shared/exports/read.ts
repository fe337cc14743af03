import type { CallDefinition } from "#shared/calls/index.ts";
import { Application } from "#shared/domain/application.ts";
import { chooseApplications, chooseRegistrations } from "#shared/domain/choosing.ts";
import type { What } from "#shared/domain/export-job.ts";
import { ApplicationQuery, RegistrationQuery } from "#shared/domain/listing.ts";
import type { PersonId } from "#shared/domain/person.ts";
import { Registration } from "#shared/domain/registration.ts";
import type { Language } from "#shared/domain/text.ts";
import type { Instant } from "#shared/domain/time.ts";
import { eventsOfCall } from "#shared/records/events.ts";
import { historyOf } from "#shared/records/history.ts";
import { type Listing, ownerKeys } from "#shared/records/index-keys.ts";
import { countMessages, messagesOwedBy } from "#shared/records/messages.ts";
import { readOfEach } from "#shared/records/reads.ts";
import { latestSubmissions } from "#shared/records/submissions.ts";
import type { Item, Table } from "#shared/records/table.ts";
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
  /** What came up to this instant. */
  readonly until: Instant;
  /** In the order they are read, and not in that of a list: what is read in pieces can have no other. */
  readonly asRead?: boolean;
}

/** Records that were chosen from a listing, and the tables of them. */
interface Chosen {
  readonly count: number;
  readonly tables: () => Promise<Tables>;
}

/** What a table is made of: items of these listings, some at a time or all at once, and what hangs on the call itself. */
export interface Origin {
  readonly listings: readonly Listing[];
  readonly choose: (table: Table, items: readonly Item[], wanted: Wanted) => Chosen;
  readonly ofCall?: (table: Table, wanted: Wanted) => Promise<Tables>;
}

const ordered = <One>(all: readonly One[], chosen: readonly One[], { asRead }: Wanted): readonly One[] => {
  if (!asRead) return chosen;
  const those = new Set(chosen);
  return all.filter((one) => those.has(one));
};

const applicationsIn = (items: readonly Item[]) => items.map((item) => Application.parse(item));

const ofApplications: Origin = {
  listings: ["APPLICATIONS"],
  choose: (table, items, wanted) => {
    const { definition, query, language, reader } = wanted;
    const all = applicationsIn(items);
    const chosen = chooseApplications(all, ApplicationQuery.parse(query), {
      timeZone: definition.call.timeZone,
      ...(reader && { person: reader }),
    });
    const applications = ordered(all, chosen, wanted);
    return {
      count: applications.length,
      tables: async () => {
        const submissions = await latestSubmissions(table, applications);
        return applicationTables(definition, { applications, submissions }, language);
      },
    };
  },
};

const ofRegistrations: Origin = {
  listings: ["REGISTRATIONS"],
  choose: (_, items, wanted) => {
    const { query, language } = wanted;
    const all = items.map((item) => Registration.parse(item));
    const records = ordered(all, chooseRegistrations(all, RegistrationQuery.parse(query)), wanted);
    const expected = records.length;
    return {
      count: expected,
      tables: async () => [tableOf(registrations, { records, expected, language })],
    };
  },
};

const messagesOfEach = async (
  table: Table,
  owners: readonly string[],
  { language, until }: Wanted,
): Promise<Tables> => {
  const found = await readOfEach(owners, async (owner) => ({
    records: await messagesOwedBy(table, owner, until),
    // Those that cannot be read are counted and missing in the file, and such a file is not made.
    counted: await countMessages(table, owner, until),
  }));
  const expected = found.reduce((sum, { counted }) => sum + counted, 0);
  return [tableOf(messages, { records: found.flatMap(({ records }) => records), expected, language })];
};

const ownerIn = (item: Item): string => {
  if (item["item"] === "application") return ownerKeys.application(Application.parse(item).id);
  const { webinarId, id } = Registration.parse(item);
  return ownerKeys.registration(webinarId, id);
};

const ofMessages: Origin = {
  listings: ["APPLICATIONS", "REGISTRATIONS"],
  choose: (table, items, wanted) => ({
    count: items.length,
    tables: () => messagesOfEach(table, items.map(ownerIn), wanted),
  }),
  ofCall: (table, wanted) => messagesOfEach(table, [ownerKeys.call(wanted.definition.call.id)], wanted),
};

/** As many as the application says there are: what has been added since is left for the next time. */
const eventsOfApplication = async (
  table: Table,
  { id, reference, revision }: Application,
): Promise<Noted[]> =>
  (await historyOf(table, id))
    .filter(({ number }) => number <= revision)
    .map((event) => ({ reference, event }));

const ofEvents: Origin = {
  listings: ["APPLICATIONS"],
  choose: (table, items, { language }) => {
    const applications = applicationsIn(items);
    const expected = applications.reduce((sum, { revision }) => sum + revision, 0);
    return {
      count: applications.length,
      tables: async () => {
        const found = await readOfEach(applications, (application) =>
          eventsOfApplication(table, application),
        );
        return [tableOf(events, { records: found.flat(), expected, language })];
      },
    };
  },
  ofCall: async (table, { definition: { call }, language }) => {
    const records = (await eventsOfCall(table, call.id)).map((event) => ({ event }));
    return [tableOf(events, { records, expected: records.length, language })];
  },
};

export const origins = {
  applications: ofApplications,
  registrations: ofRegistrations,
  messages: ofMessages,
  events: ofEvents,
} as const satisfies Record<What, Origin>;
