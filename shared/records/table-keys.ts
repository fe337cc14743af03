import * as z from "zod";
import type { ApplicationId } from "#shared/domain/application.ts";
import type { CallId, Level } from "#shared/domain/call.ts";
import { separator } from "#shared/domain/choosing.ts";
import type { CircularId } from "#shared/domain/circular.ts";
import { sha256 } from "#shared/domain/digest.ts";
import type { Entry, Listed } from "#shared/domain/entries.ts";
import type { ExportId } from "#shared/domain/export-job.ts";
import type { MessageId } from "#shared/domain/message.ts";
import type { OrganisationNumber } from "#shared/domain/organisation.ts";
import type { OutageId } from "#shared/domain/outage.ts";
import type { EmailAddress, PersonId } from "#shared/domain/person.ts";
import type { Reference } from "#shared/domain/reference.ts";
import type { RegistrationId } from "#shared/domain/registration.ts";
import type { Instant } from "#shared/domain/time.ts";
import {
  closingPrefix,
  numbersPrefix,
  presencePrefix,
  sortPrefixes,
  timeSort,
  timeText,
  waitingPrefix,
} from "./sort-keys.ts";

/** Every key of an item is spelled in this file, how sort keys begin in `sort-keys.ts`, and those of the indexes in `index-keys.ts`; none anywhere else. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** The key of an item, whatever else it holds. */
export const Keyed = z.object({ pk: z.string(), sk: z.string() });

const threeDigits = (number: number): string => String(number).padStart(3, "0");
export const ofApplication = (id: ApplicationId): string => `APPLICATION#${id}`;
/** Where a call's own items lie. */
export const ofCall = (id: CallId): string => `CALL#${id}`;

const ofWebinar = (webinarId: string): string => `WEBINAR#${webinarId}`;

export const allDeadlines = "DEADLINES";

/** Everybody of the staff lies together: they are few, and one read gives those whom a case can be handed to. */
export const allStaff = "STAFF";

export const keys = {
  application: (id: ApplicationId): Key => ({ pk: ofApplication(id), sk: "APPLICATION" }),
  section: (id: ApplicationId, section: string): Key => ({
    pk: ofApplication(id),
    sk: `${sortPrefixes.section}${section}`,
  }),
  submission: (id: ApplicationId, number: number): Key => ({
    pk: ofApplication(id),
    sk: `${sortPrefixes.submission}${threeDigits(number)}`,
  }),
  colleagues: (id: ApplicationId): Key => ({ pk: ofApplication(id), sk: "COLLEAGUES" }),
  access: (id: ApplicationId, person: PersonId): Key => ({ pk: ofApplication(id), sk: `PERSON#${person}` }),
  presence: (id: ApplicationId, section: string, person: PersonId): Key => ({
    pk: ofApplication(id),
    sk: `${presencePrefix(section)}${person}`,
  }),
  /** Of an address in lower case: whose turn for an invitation it is, in all applications together. */
  invited: (email: EmailAddress): Key => ({ pk: `INVITED#${sha256(email)}`, sk: "INVITED" }),
  receipt: (id: ApplicationId, number: number): Key => ({
    pk: ofApplication(id),
    sk: `${sortPrefixes.receipt}${threeDigits(number)}`,
  }),
  /** By its place in the history, so that no two events can have the same. */
  event: (of: ApplicationId, number: number): Key => ({
    pk: ofApplication(of),
    sk: `${sortPrefixes.event}${String(number).padStart(6, "0")}`,
  }),
  callEvent: (of: CallId, at: Instant, id: string): Key => ({
    pk: ofCall(of),
    sk: `${sortPrefixes.event}${timeText(at)}#${id}`,
  }),
  attempt: (of: ApplicationId, at: Instant, requestId: string): Key => ({
    pk: ofApplication(of),
    sk: `${sortPrefixes.attempt}${timeSort(at, requestId)}`,
  }),
  casework: (of: ApplicationId): Key => ({ pk: ofApplication(of), sk: "CASEWORK" }),
  note: (of: ApplicationId, at: Instant, id: string): Key => ({
    pk: ofApplication(of),
    sk: `${sortPrefixes.note}${timeSort(at, id)}`,
  }),
  outage: (of: CallId, from: Instant, id: OutageId): Key => ({
    pk: ofCall(of),
    sk: `${sortPrefixes.outage}${timeSort(from, id)}`,
  }),
  exportJob: (of: CallId, at: Instant, id: ExportId): Key => ({
    pk: ofCall(of),
    sk: `${sortPrefixes.export}${timeSort(at, id)}`,
  }),
  /** A run of an export, the first being 1. */
  exportRun: (of: CallId, at: Instant, id: ExportId, run: number): Key => ({
    pk: ofCall(of),
    sk: `EXPORT-RUN#${timeSort(at, id)}#${threeDigits(run)}`,
  }),
  /** By its id alone, so that what is confirmed twice is kept once. */
  circular: (of: CallId, id: CircularId): Key => ({ pk: ofCall(of), sk: `${sortPrefixes.circular}${id}` }),
  reference: (reference: Reference): Key => ({ pk: `REFERENCE#${reference}`, sk: "REFERENCE" }),
  registration: (webinarId: string, id: RegistrationId): Key => ({
    pk: `REGISTRATION#${webinarId}#${id}`,
    sk: "REGISTRATION",
  }),
  /** What somebody needs in order to take part: apart from the registration, which lists and exports hold whole. */
  needs: (webinarId: string, id: RegistrationId): Key => ({
    pk: keys.registration(webinarId, id).pk,
    sk: "NEEDS",
  }),
  /** The counts of a webinar with a limited number of places, and those who wait, in the order they came. */
  seats: (webinarId: string): Key => ({ pk: ofWebinar(webinarId), sk: "SEATS" }),
  waiting: (webinarId: string, since: Instant, id: RegistrationId): Key => ({
    pk: ofWebinar(webinarId),
    sk: `${waitingPrefix}${timeSort(since, id)}`,
  }),
  /** Beside the moved deadlines, so that the same read tells how a call's webinar has been changed. */
  webinar: (webinarId: string): Key => ({ pk: allDeadlines, sk: ofWebinar(webinarId) }),
  limit: (of: string, hour: Instant): Key => ({ pk: `LIMIT#${of}`, sk: `LIMIT#${timeText(hour)}` }),
  organisation: (number: OrganisationNumber): Key => ({
    pk: `ORGANISATION#${number}`,
    sk: "ORGANISATION",
  }),
  message: (id: MessageId): Key => ({ pk: `MESSAGE#${id}`, sk: "MESSAGE" }),
  /** Of an address in lower case that wants no mail from us. */
  suppression: (digest: string): Key => ({ pk: `SUPPRESSION#${digest}`, sk: "SUPPRESSION" }),
  /** How much may be mailed just now, for all who do. */
  mailPace: { pk: "MAIL-PACE", sk: "MAIL-PACE" } satisfies Key,
  session: (hash: string): Key => ({ pk: `SESSION#${hash}`, sk: "SESSION" }),
  staffMember: (id: PersonId): Key => ({ pk: allStaff, sk: `PERSON#${id}` }),
  signIn: (stateHash: string): Key => ({ pk: `SIGN-IN#${stateHash}`, sk: "SIGN-IN" }),
  /** All calls' moved deadlines lie together, so that one read gives them whatever call an application turns out to be to. */
  callDeadlines: (callId: CallId): Key => ({ pk: allDeadlines, sk: ofCall(callId) }),
  done: (callId: CallId, action: string): Key => ({ pk: ofCall(callId), sk: `DONE#${action}` }),
  closing: (callId: CallId, level: Level, deadline: Instant): Key => ({
    pk: ofCall(callId),
    sk: `${closingPrefix}${level}#${timeText(deadline)}`,
  }),
  /** The sums of one day, or of `all`, in one counting of a call. */
  numbers: (callId: CallId, counting: number, of: string): Key => ({
    pk: ofCall(callId),
    sk: `${numbersPrefix(counting)}${of}`,
  }),
  /** Which counting is shown, and which one goes on: the same of all calls. */
  counting: { pk: "COUNTING", sk: "COUNTING" } satisfies Key,
  /** What a record has been counted as: apart from it, since it outlives it by a moment. */
  counted: (of: Key): Key => ({ pk: `COUNTED#${of.pk}`, sk: of.sk }),
  /** Where a record stands in a list. */
  entry: (callId: CallId, listed: Listed, { list, at }: Entry, of: Key): Key => ({
    pk: `LIST#${callId}#${listed}#${list}`,
    sk: `${at}${separator}${of.pk}`,
  }),
  /** A change by its number among all that were heard of. */
  change: (callId: CallId, listed: Listed, number: number): Key => ({
    pk: `CHANGES#${callId}#${listed}`,
    sk: String(number).padStart(12, "0"),
  }),
  /** Which number the last change has. */
  lastChange: (callId: CallId, listed: Listed): Key => ({
    pk: `CHANGES#${callId}#${listed}`,
    sk: "LAST",
  }),
  reconciliation: (callId: CallId): Key => ({ pk: ofCall(callId), sk: "RECONCILIATION" }),
  /** Never written; reading it shows that the table can be read. */
  health: { pk: "HEALTH", sk: "HEALTH" } satisfies Key,
} as const;

/** The id of the application or the registration that lies under a key. */
export const idIn = ({ pk }: Key): string => pk.slice(pk.lastIndexOf("#") + 1);

/** How the partitions begin that an audit reads. */
export const partitionPrefixes = {
  application: "APPLICATION#",
  reference: "REFERENCE#",
  call: "CALL#",
} as const;
