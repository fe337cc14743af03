import type { Application } from "#shared/domain/application.ts";
import { type Call, Level } from "#shared/domain/call.ts";
import { deadlineFor } from "#shared/domain/call-deadlines.ts";
import { type Deadline, lastInstantOf } from "#shared/domain/deadline.ts";
import type { Instant } from "#shared/domain/time.ts";
import { applicationsOfCall, findApplications } from "#shared/records/applications.ts";
import { extendedApplications } from "#shared/records/extensions.ts";
import type { Table } from "#shared/records/table.ts";

/** A deadline and those it holds for. */
export interface Term {
  readonly call: Call;
  /** What it is marked by: a level of the call, or the one application that has a deadline of its own. */
  readonly name: string;
  readonly deadline: Deadline;
  readonly applications: () => Promise<readonly Application[]>;
}

/** A call with its applications, which are read when they are first asked for and not again in a run. */
export interface OpenCall {
  readonly call: Call;
  readonly applications: () => Promise<readonly Application[]>;
}

/** What all duties of one run work on. */
export interface Around {
  readonly table: Table;
  readonly at: Instant;
  readonly calls: readonly OpenCall[];
  readonly terms: readonly Term[];
}

const readOnce = <Read>(read: () => Promise<Read>): (() => Promise<Read>) => {
  let reading: Promise<Read> | undefined;
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
};

const lasts = (deadline: Deadline): number => lastInstantOf(deadline).epochMilliseconds;

const isExtended = (call: Call, application: Application): boolean =>
  lasts(deadlineFor(call, application)) > lasts(call.levels[application.level].deadline);

const termsOf = ({ call, applications }: OpenCall, extended: readonly Application[]): readonly Term[] => [
  ...Level.options.map((level) => ({
    call,
    name: level,
    deadline: call.levels[level].deadline,
    applications: async () =>
      (await applications()).filter((one) => one.level === level && !isExtended(call, one)),
  })),
  ...extended
    .filter((one) => one.callId === call.id && isExtended(call, one))
    .map((one) => ({
      call,
      name: one.id,
      deadline: deadlineFor(call, one),
      applications: async () => [one],
    })),
];

/** Listed by the index, but read from the table itself: an index may be behind, and what is done for a deadline is not done again. */
const readApplications = async (table: Table, { id: callId }: Call): Promise<readonly Application[]> => {
  const ids = (await applicationsOfCall(table, callId)).map(({ id }) => id);
  return [...(await findApplications(table, ids)).values()];
};

/** The calls with the deadlines that hold, and those applications that have one of their own. */
export const openTerms = async (table: Table, calls: readonly Call[], at: Instant): Promise<Around> => {
  const extended = await extendedApplications(table);
  const open = calls.map((call) => ({ call, applications: readOnce(() => readApplications(table, call)) }));
  return { table, at, calls: open, terms: open.flatMap((one) => termsOf(one, extended)) };
};
