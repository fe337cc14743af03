import * as z from "zod";
import { type Deadline, hasPassed, isLater, lastInstantOf } from "./deadline.ts";
import type { Text } from "./text.ts";
import { type Instant, isAfter } from "./time.ts";

export const CallId = z
  .string()
  .regex(/^[a-z0-9-]{3,40}$/)
  .brand<"CallId">();
export type CallId = z.infer<typeof CallId>;

export const Level = z.enum(["connect", "explore", "impact"]);
export type Level = z.infer<typeof Level>;

/** One level of a call. Each has a deadline of its own, so that closing one never closes another. */
export interface CallLevel {
  readonly name: Text;
  readonly about: Text;
  readonly deadline: Deadline;
  /** What it would be without an extension, and why there is one: only in the call as it holds for an application. */
  readonly extended?: { readonly from: Deadline; readonly reason: string };
}

export interface Webinar {
  readonly id: string;
  readonly title: Text;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly timeZone: string;
  readonly signUpDeadline: Deadline;
  readonly where: Text;
  /** How many may be there; without it everybody may. Said before sign-up opens, and from then on only raised. */
  readonly places?: number | undefined;
  // Below is what only the webinar in force has (webinar.ts).
  /** How often when, where or whether has changed. */
  readonly sequence?: number;
  /** Only for those who are registered. */
  readonly joinLink?: string | undefined;
  readonly recording?: string | undefined;
  /** When it was called off. */
  readonly cancelledAt?: Instant | undefined;
}

export interface Contact {
  readonly what: Text;
  readonly email: string;
  readonly phone?: string;
}

/** A call as data. What a new call needs lies in one folder under shared/calls. */
export interface Call {
  readonly id: CallId;
  /** First part of every reference, as `NIC24`. */
  readonly referencePrefix: string;
  readonly title: Text;
  readonly programme: Text;
  readonly summary: Text;
  readonly organisers: Text;
  readonly opensAt: Instant;
  readonly timeZone: string;
  readonly levels: Readonly<Record<Level, CallLevel>>;
  readonly webinar: Webinar;
  readonly contacts: readonly Contact[];
  /** The address of the staff who are told how a level closed. */
  readonly closingReportTo: string;
  /** Headed passages for the call page, in reading order. */
  readonly passages: readonly { readonly heading: Text; readonly paragraphs: readonly Text[] }[];
}

/** Those that are over at different instants. */
export const distinct = (deadlines: readonly Deadline[]): readonly Deadline[] =>
  deadlines.filter(
    (one, i) => deadlines.findIndex((other) => !isLater(one, other) && !isLater(other, one)) === i,
  );

/** The deadlines of a call's levels, each said once: a call whose levels share one has one. */
export const deadlinesOf = (call: Pick<Call, "levels">): readonly Deadline[] =>
  distinct(Level.options.map((level) => call.levels[level].deadline));

export type Opening =
  | { readonly state: "opens-later"; readonly opensAt: Instant }
  | { readonly state: "open"; readonly closesAt: Instant }
  | { readonly state: "closed"; readonly closedAt: Instant };

/** Whether a level of a call takes applications at an instant. The one place that says so. */
export const openingOf = (call: Call, level: Level, at: Instant): Opening => {
  const { deadline } = call.levels[level];
  if (isAfter(call.opensAt, at)) return { state: "opens-later", opensAt: call.opensAt };
  const last = lastInstantOf(deadline);
  return hasPassed(deadline, at) ? { state: "closed", closedAt: last } : { state: "open", closesAt: last };
};

/** Whether the webinar takes sign-ups. One that is called off has closed. */
export const signUpOpeningOf = (call: Call, at: Instant): Opening => {
  const { signUpDeadline, cancelledAt } = call.webinar;
  if (cancelledAt) return { state: "closed", closedAt: cancelledAt };
  if (isAfter(call.opensAt, at)) return { state: "opens-later", opensAt: call.opensAt };
  const last = lastInstantOf(signUpDeadline);
  return hasPassed(signUpDeadline, at)
    ? { state: "closed", closedAt: last }
    : { state: "open", closesAt: last };
};
