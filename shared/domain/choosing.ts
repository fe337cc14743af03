// What of all records a query chooses: the same whether they are read list by list or all at once.
import type { Application } from "./application.ts";
import { type Attempt, isRefused } from "./attempt.ts";
import {
  type Entry,
  entriesOfApplication,
  entriesOfRegistration,
  flagsOf,
  sentAt,
  wordsOfApplication,
  wordsOfRegistration,
} from "./entries.ts";
import type { Event } from "./event.ts";
import { begins, wordsAsked, wordsIn } from "./fold.ts";
import type { ApplicationQuery, AttemptQuery, EventQuery, RegistrationQuery } from "./listing.ts";
import type { PersonId } from "./person.ts";
import type { Registration } from "./registration.ts";
import { endOfDay, type Instant, isAfter, startOfDay } from "./time.ts";

type Holds<One> = (one: One) => boolean;

/** Before and after everything that an entry can be sorted by. */
export const [first, last] = [" ", "\u{10ffff}"] as const;

/** Which list is read, from where to where, in which direction, and what of it is wanted. */
export interface Reading<One> {
  readonly list: string;
  /** Sort keys, both ends included. */
  readonly range: readonly [from: string, until: string];
  readonly newestFirst: boolean;
  readonly holds: Holds<One>;
  readonly entriesOf: (one: One) => readonly Entry[];
}

/** Whose cases are theirs, and whose clock days are told by. */
export interface Asking {
  /** Nobody has cases when no person asks. */
  readonly person?: { readonly id: PersonId };
  readonly timeZone: string;
}

const isSent = (query: ApplicationQuery, zone: string): Holds<Application> => {
  const from = query.from && startOfDay(query.from, zone);
  const until = query.until && endOfDay(query.until, zone);
  const isIn = (at: Instant): boolean => !(from && isAfter(from, at)) && !(until && !isAfter(until, at));
  return ({ submittedAt }) => (submittedAt ? isIn(submittedAt) : !from && !until);
};

/** Nobody's id when it is nobody in particular who is asked for, or nobody who asks. */
const officerAsked = ({ officer }: ApplicationQuery, me = ""): string | undefined =>
  officer === "mine" ? me : officer === "none" ? undefined : officer;

const applicationHolds = (query: ApplicationQuery, { person, timeZone }: Asking): Holds<Application> => {
  const words = wordsAsked(query.text ?? "");
  const isInTime = isSent(query, timeZone);
  const theirs = officerAsked(query, person?.id);
  return (one) =>
    (!query.level || one.level === query.level) &&
    (!query.state || one.state === query.state) &&
    (!query.county || (one.counties ?? []).includes(query.county)) &&
    (!query.flag || flagsOf(one).includes(query.flag)) &&
    (!query.control || (one.control ?? "not-assessed") === query.control) &&
    (!query.officer || (query.officer === "none" ? !one.officer : one.officer?.id === theirs)) &&
    isInTime(one) &&
    begins(words, () => wordsOfApplication(one));
};

const registrationHolds = (query: RegistrationQuery): Holds<Registration> => {
  const words = wordsAsked(query.text ?? "");
  const organisation = wordsAsked(query.organisation ?? "");
  return (one) =>
    (!query.state || one.state === query.state) &&
    (!query.interest || one.interest === query.interest) &&
    (!query.language || one.language === query.language) &&
    begins(organisation, () => [one.organisation, one.organisationNumber].flatMap(wordsIn)) &&
    begins(words, () => wordsOfRegistration(one));
};

/** The longest word is the one that the fewest have. */
const rarest = (words: readonly string[]): string | undefined =>
  words.toSorted((a, b) => b.length - a.length).at(0);

const startingWith = (word: string) => ({ list: "word", range: [word, word + last] as const });

/** The list with the fewest others in it that has all that are asked for. */
const narrowest = (query: ApplicationQuery, me?: PersonId) => {
  const { flag, control, county, level, state } = query;
  const officer = officerAsked(query, me);
  if (flag) return `flag=${flag}`;
  if (officer !== undefined) return `officer=${officer}`;
  if (control && control !== "not-assessed") return `control=${control}`;
  if (county) return `county=${county}`;
  const both = [level && `level=${level}`, state && `state=${state}`].filter(Boolean);
  return both.join(" ") || "all";
};

const sentBetween = ({ from, until }: ApplicationQuery, zone: string): readonly [string, string] => [
  from || until ? sentAt(startOfDay(from ?? "1970-01-01", zone)) : first,
  until ? sentAt(endOfDay(until, zone)) : last,
];

/** The last sent first unless it is sorted otherwise; what is searched for by the word that was found. */
export const readingOfApplications = (query: ApplicationQuery, asking: Asking): Reading<Application> => {
  const holds = applicationHolds(query, asking);
  const word = rarest(wordsAsked(query.text ?? ""));
  const entriesOf = entriesOfApplication;
  if (word) return { ...startingWith(word), newestFirst: false, holds, entriesOf };
  const { sort = "-submittedAt" } = query;
  const newestFirst = sort.startsWith("-");
  const by = sort.replace("-", "");
  if (by !== "submittedAt") return { list: by, range: [first, last], newestFirst, holds, entriesOf };
  const list = narrowest(query, asking.person?.id);
  return { list, range: sentBetween(query, asking.timeZone), newestFirst, holds, entriesOf };
};

/** The last to sign up first. */
export const readingOfRegistrations = (query: RegistrationQuery): Reading<Registration> => {
  const holds = registrationHolds(query);
  const word = rarest([query.text, query.organisation].flatMap((typed) => wordsAsked(typed ?? "")));
  const entriesOf = entriesOfRegistration;
  if (word) return { ...startingWith(word), newestFirst: false, holds, entriesOf };
  const list = query.state ? `state=${query.state}` : "all";
  return { list, range: [first, last], newestFirst: true, holds, entriesOf };
};

/** Between an entry's own place and the record that stands there: before every letter. */
export const separator = "#";

/** Where a record stands in what is read: of several words that are found, at the first. */
export const standingIn = <One>(
  { list, range: [from, until], entriesOf }: Pick<Reading<One>, "list" | "range" | "entriesOf">,
  one: One,
): string | undefined =>
  entriesOf(one)
    .filter((entry) => entry.list === list)
    .map(({ at }) => `${at}${separator}`)
    .filter((place) => place >= from && place <= until)
    .toSorted()
    .at(0);

/** Those that a list at the same address would show, in its order. */
const choose = <One extends { readonly id: string }>(
  all: readonly One[],
  reading: Reading<One>,
): readonly One[] => {
  const sorted = all
    .filter(reading.holds)
    .map((one) => ({ one, place: `${standingIn(reading, one)}${one.id}` }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1));
  return (reading.newestFirst ? sorted.toReversed() : sorted).map(({ one }) => one);
};

export const chooseApplications = (
  all: readonly Application[],
  query: ApplicationQuery,
  asking: Asking,
): readonly Application[] => choose(all, readingOfApplications(query, asking));

export const chooseRegistrations = (
  all: readonly Registration[],
  query: RegistrationQuery,
): readonly Registration[] => choose(all, readingOfRegistrations(query));

/** Those that did not get through. */
export const attemptHolds =
  ({ outcome }: AttemptQuery): Holds<Attempt> =>
  (one) =>
    isRefused(one) && (!outcome || one.outcome === outcome);

/** Found by who did it and by what it concerns, such as an application's reference. */
export const eventHolds = ({ text, what }: EventQuery): Holds<Event> => {
  const words = wordsAsked(text ?? "");
  return (one) =>
    (!what || one.what === what) &&
    begins(words, () => [one.name, one.who, one.detail ?? ""].flatMap(wordsIn));
};
