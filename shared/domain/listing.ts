// What staff choose from: the same query in a list's address and in the address of its export.
import * as z from "zod";
import { ApplicationState } from "./application.ts";
import { AttemptOutcome } from "./attempt.ts";
import { Level } from "./call.ts";
import { flags } from "./entries.ts";
import { Event } from "./event.ts";
import { Outcome } from "./formal-control.ts";
import { PersonId } from "./person.ts";
import { Interest, RegistrationState } from "./registration.ts";
import { Language } from "./text.ts";

/** An empty value means no filter; what cannot be understood is left out rather than refused, so old links keep working. */
const choice = <Options extends z.ZodType>(options: Options) => options.optional().catch(undefined);
const text = z.string().trim().max(100).optional().catch(undefined);
const cursor = z.string().max(2000).optional().catch(undefined);
/** The page after this place in the list, or the one before it. */
const turns = { after: cursor, before: cursor };

export const sorts = ["reference", "cluster", "organisation", "submittedAt"] as const;
export const ApplicationQuery = z.object({
  text,
  level: choice(Level),
  state: choice(ApplicationState),
  county: choice(z.string().regex(/^[\w-]{1,20}$/)),
  flag: choice(z.enum(flags)),
  control: choice(Outcome),
  /** Whose case it is: `mine` of whoever asks, `none` nobody's yet, or theirs who has this id. */
  officer: choice(PersonId),
  /** Sent on these days or between them. */
  from: choice(z.iso.date()),
  until: choice(z.iso.date()),
  /** What the list is sorted by, with a minus in front for the other way. */
  sort: choice(z.enum([...sorts, ...sorts.map((by) => `-${by}` as const)])),
  ...turns,
});
export type ApplicationQuery = z.infer<typeof ApplicationQuery>;

/** What a list of applications can show of each beside its reference. */
export const Column = z.enum([
  "cluster",
  "organisation",
  "organisationNumber",
  "level",
  "state",
  "submittedAt",
  "startedAt",
  "owner",
  "counties",
  "officer",
  "control",
]);
export type Column = z.infer<typeof Column>;

const usualColumns: readonly Column[] = [
  "cluster",
  "organisation",
  "level",
  "state",
  "submittedAt",
  "officer",
  "control",
];

/** In the order of the columns, whatever order they are asked for in. A form sends each by itself, and the gateway joins them by commas. */
export const ColumnQuery = z.object({
  columns: z
    .string()
    .default("")
    .catch("")
    .transform((text) => text.split(","))
    .transform((asked) => Column.options.filter((one) => asked.includes(one)))
    .transform((chosen) => (chosen.length > 0 ? chosen : usualColumns)),
});

export const RegistrationQuery = z.object({
  text,
  organisation: text,
  state: choice(RegistrationState),
  interest: choice(Interest),
  language: choice(Language),
  ...turns,
});
export type RegistrationQuery = z.infer<typeof RegistrationQuery>;

export const AttemptQuery = z.object({ outcome: choice(AttemptOutcome), ...turns });
export type AttemptQuery = z.infer<typeof AttemptQuery>;

/** What staff have done: by whom or with what, and of which kind. */
export const EventQuery = z.object({ text, what: choice(Event.shape.what), ...turns });
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
/** Where in a list somebody is says nothing of what they looked for. */
const places: ReadonlySet<string> = new Set(["after", "before"]);

/** Which filters were looked through, for the history: never the text searched for, which can be a name. */
export const filtersIn = (query: object): string =>
  Object.entries(query)
    .filter(([key, value]) => value !== undefined && value !== "" && !places.has(key))
    .map(([key, value]) => (typedFilters.has(key) ? key : `${key}=${value}`))
    .join(" ");
