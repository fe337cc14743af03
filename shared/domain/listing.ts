// What staff choose from: the same query in a list's address and in the address of its export.
import * as z from "zod";
import { type Application, ApplicationState } from "./application.ts";
import { type Attempt, AttemptOutcome, refusedIn } from "./attempt.ts";
import { Level } from "./call.ts";
import { Event } from "./event.ts";
import { Interest, type Registration, RegistrationState } from "./registration.ts";
import { Language } from "./text.ts";

/** An empty value means no filter; what cannot be understood is left out rather than refused, so old links keep working. */
const choice = <Options extends z.ZodType>(options: Options) => options.optional().catch(undefined);
const text = z.string().trim().max(100).optional().catch(undefined);
const page = z.coerce.number().int().min(1).max(100_000).catch(1);

const columns = ["reference", "cluster", "organisation", "level", "state", "submittedAt"] as const;
export const ApplicationQuery = z.object({
  text,
  level: choice(Level),
  state: choice(ApplicationState),
  /** A column, with a minus in front for the other way. */
  sort: choice(z.enum([...columns, ...columns.map((column) => `-${column}` as const)])),
  page,
});
export type ApplicationQuery = z.infer<typeof ApplicationQuery>;

export const RegistrationQuery = z.object({
  text,
  organisation: text,
  state: choice(RegistrationState),
  interest: choice(Interest),
  language: choice(Language),
  page,
});
export type RegistrationQuery = z.infer<typeof RegistrationQuery>;

export const AttemptQuery = z.object({ outcome: choice(AttemptOutcome), page });
export type AttemptQuery = z.infer<typeof AttemptQuery>;

/** What staff have done: by whom or with what, and of which kind. */
export const EventQuery = z.object({ text, what: choice(Event.shape.what), page });
export type EventQuery = z.infer<typeof EventQuery>;

/** How an export is made: for whom its CSV is, and which table a file of only one has. */
export const ExportQuery = z.object({
  csv: choice(z.enum(["excel", "plain"])),
  table: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .optional()
    .catch(undefined),
});

/** Searched for as typed. */
const typedFilters: ReadonlySet<string> = new Set(["text", "organisation"]);

/** Which filters were looked through, for the history: never the text searched for, which can be a name. */
export const filtersIn = (query: object): string =>
  Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([key, value]) => (typedFilters.has(key) ? key : `${key}=${value}`))
    .join(" ");

const matches = (wanted: string | undefined, ...texts: readonly string[]): boolean =>
  !wanted || texts.some((one) => one.toLocaleLowerCase("nb").includes(wanted.toLocaleLowerCase("nb")));

/** Norwegian order: … z æ ø å. */
const { compare } = new Intl.Collator("nb", { numeric: true });

const cellOf = (application: Application, column: (typeof columns)[number]): string => {
  if (column === "submittedAt") return application.submittedAt?.toString() ?? "";
  return application[column];
};

export const chooseApplications = (
  all: readonly Application[],
  query: ApplicationQuery,
): readonly Application[] => {
  const found = all.filter(
    (one) =>
      matches(query.text, one.reference, one.organisation, one.cluster, one.owner.name) &&
      (!query.level || one.level === query.level) &&
      (!query.state || one.state === query.state),
  );
  const sort = query.sort ?? "-submittedAt";
  const column = columns.find((name) => sort.endsWith(name)) ?? "submittedAt";
  const way = sort.startsWith("-") ? -1 : 1;
  return found.toSorted(
    (a, b) => way * compare(cellOf(a, column), cellOf(b, column)) || compare(a.reference, b.reference),
  );
};

export const chooseRegistrations = (
  all: readonly Registration[],
  query: RegistrationQuery,
): readonly Registration[] =>
  all.filter(
    (one) =>
      matches(query.text, one.name, one.email, one.organisation, one.organisationNumber, one.role) &&
      matches(query.organisation, one.organisation, one.organisationNumber) &&
      (!query.state || one.state === query.state) &&
      (!query.interest || one.interest === query.interest) &&
      (!query.language || one.language === query.language),
  );

/** Those that did not get through, as they were. */
export const chooseAttempts = (all: readonly Attempt[], { outcome }: AttemptQuery): readonly Attempt[] =>
  refusedIn(all).filter((one) => !outcome || one.outcome === outcome);

/** Found by who did it and by what it concerns, such as an application's reference. */
export const chooseEvents = (all: readonly Event[], query: EventQuery): readonly Event[] =>
  all.filter(
    (one) =>
      matches(query.text, one.name, one.who, one.detail ?? "") && (!query.what || one.what === query.what),
  );

const pageSize = 50;

/** One page of what was chosen, and how many pages there are. */
export const pageOf = <One>(chosen: readonly One[], number: number) => {
  const pages = Math.max(1, Math.ceil(chosen.length / pageSize));
  const at = Math.min(number, pages);
  return { items: chosen.slice((at - 1) * pageSize, at * pageSize), page: at, pages, total: chosen.length };
};
