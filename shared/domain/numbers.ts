// What a call's overview counts. Each record is counted under some names; a sum of those is all that is kept.
import * as z from "zod";
import { type Application, ApplicationState } from "./application.ts";
import { type Call, Level } from "./call.ts";
import { lastInstantOf } from "./deadline.ts";
import { type Registration, RegistrationState } from "./registration.ts";
import { dateAt, duration, type Instant, isAfter } from "./time.ts";

/** What a record is counted as, over all or on one day: `all|connect_draft`, `2024-04-15|started`. */
export type Count = string;

const count = (of: string, name: string): Count => `${of}|${name}`;

/** The day or `all`, and the name. */
export const partsOf = (one: Count): readonly [of: string, name: string] => {
  const [of = "", name = ""] = one.split("|");
  return [of, name];
};

/** An application is counted in its level and state, on the day it was begun, and on the day of the submission that counts. */
export const countsOfApplication = (
  { level, state, startedAt, submittedAt }: Application,
  timeZone: string,
): readonly Count[] => [
  count("all", `${level}_${state}`),
  count(dateAt(startedAt, timeZone), "started"),
  ...(state === "submitted" && submittedAt ? [count(dateAt(submittedAt, timeZone), "sent")] : []),
];

/** A registration is counted in its state and, unless it was cancelled, on the day it came. */
export const countsOfRegistration = (
  { state, registeredAt }: Registration,
  timeZone: string,
): readonly Count[] => [
  count("all", state),
  ...(state === "cancelled" ? [] : [count(dateAt(registeredAt, timeZone), "registered")]),
];

/** What is to be added where: the names that are counted anew, less those that were counted. Nothing of what stays as it was. */
export const difference = (earlier: readonly Count[], now: readonly Count[]): ReadonlyMap<Count, number> => {
  const sums = new Map<Count, number>();
  for (const one of now) sums.set(one, (sums.get(one) ?? 0) + 1);
  for (const one of earlier) sums.set(one, (sums.get(one) ?? 0) - 1);
  return new Map([...sums].filter(([, sum]) => sum !== 0));
};

const zero = z.int().default(0);
const ofStates = z.record(ApplicationState, z.int());

const Day = z.object({ started: zero, sent: zero, registered: zero });

/** The numbers of a call: applications by level and state, registrations by state, and what came on each day, the first first. */
export const CallNumbers = z.object({
  applications: z.record(Level, ofStates),
  registrations: z.record(RegistrationState, z.int()),
  days: z.array(Day.extend({ day: z.iso.date() })),
});
export type CallNumbers = z.infer<typeof CallNumbers>;

const isAll = (query: object, ...but: readonly string[]): boolean =>
  Object.entries(query).every(
    ([key, value]) =>
      value === undefined || value === "" || ["sort", "after", "before", ...but].includes(key),
  );

const sumOf = (sums: readonly number[]): number => sums.reduce((all, one) => all + one, 0);

/** How many applications a query chooses, when that is counted: by level and state alone. */
export const totalOfApplications = (
  { applications }: CallNumbers,
  query: { readonly level?: Level | undefined; readonly state?: ApplicationState | undefined },
): number | undefined => {
  if (!isAll(query, "level", "state")) return undefined;
  const levels = query.level ? [query.level] : Level.options;
  const states = query.state ? [query.state] : ApplicationState.options;
  return sumOf(levels.flatMap((level) => states.map((state) => applications[level][state])));
};

/** How many registrations a query chooses, when that is counted: by state alone. */
export const totalOfRegistrations = (
  { registrations }: CallNumbers,
  query: { readonly state?: RegistrationState | undefined },
): number | undefined => {
  if (!isAll(query, "state")) return undefined;
  return sumOf(
    (query.state ? [query.state] : RegistrationState.options).map((state) => registrations[state]),
  );
};

/** The sums of one day, or of all, by name. */
export type Sums = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

const numbersOf = <Name extends string>(names: readonly Name[], sum: (name: Name) => unknown) =>
  Object.fromEntries(names.map((name) => [name, sum(name) ?? 0]));

export const numbersFrom = (sums: Sums): CallNumbers => {
  const all = sums.get("all") ?? {};
  const days = [...sums].filter(([of]) => of !== "all").map(([day, names]) => ({ day, ...Day.parse(names) }));
  return CallNumbers.parse({
    applications: numbersOf(Level.options, (level) =>
      numbersOf(ApplicationState.options, (state) => all[`${level}_${state}`]),
    ),
    registrations: numbersOf(RegistrationState.options, (state) => all[state]),
    days: days
      .filter(({ started, sent, registered }) => started || sent || registered)
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  });
};

/** Drafts of a level whose deadline is near. */
export interface AtRisk {
  readonly level: Level;
  readonly drafts: number;
  readonly deadline: Instant;
}

const near = duration({ hours: 7 * 24 });

/** What is not sent of the levels whose deadline comes within a week: nobody knows yet whether it will be. */
export const atRisk = (call: Call, { applications }: CallNumbers, at: Instant): readonly AtRisk[] =>
  Level.options.flatMap((level) => {
    const deadline = lastInstantOf(call.levels[level].deadline);
    const { draft } = applications[level];
    const isNear = !isAfter(at, deadline) && isAfter(at.add(near), deadline);
    return isNear && draft ? [{ level, drafts: draft, deadline }] : [];
  });
